import { lazy, Suspense, useEffect } from 'react';
import { Box, Divider, Flex, Loader, Typography } from '@strapi/design-system';
import { isForbidden } from '../../api/failure';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { useVocabulary } from '../../api/vocabulary';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { auditedTypes } from '../audited-types';
import { useAuditedTypesFrom } from '../use-audited-types-from';
import { EntryDecision } from './EntryDecision';
import { EntryPlacement } from './EntryPlacement';
import { NewEntryPlacement } from './NewEntryPlacement';

const EntryEvidence = lazy(() => import('./EntryEvidence').then((module) => ({ default: module.EntryEvidence })));

interface Props {
  readonly model: string;
  readonly documentId?: string;
  /** On the clone page: the entry that is copied. */
  readonly cloneOf?: string;
}

/** The side panel's inside: whom the entry is for, when they need it, whether anybody views it, and what becomes of it. */
export const PanelContent = (props: Props) => (
  <ContentStrategyProvider>
    {/* The panel sits inside the entry's form, which any Enter would submit. */}
    <Box width="100%">
      <PanelBody {...props} />
    </Box>
  </ContentStrategyProvider>
);

/** The same without its connection to the server, for tests with a cache of their own. */
export const PanelBody = ({ model, documentId, cloneOf }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const { data: vocabulary, error } = useVocabulary();
  useAuditedTypesFrom(vocabulary);
  useEffect(() => {
    // Somebody else has logged in, who may not read.
    if (isForbidden(error)) auditedTypes.set([]);
  }, [error]);

  if (error) {
    return (
      <Typography variant="pi" textColor="danger600" role="alert">
        {reasonOf(error)}
      </Typography>
    );
  }
  if (!vocabulary) return <Loader small>{text('panel.loading')}</Loader>;
  return documentId === undefined ? (
    <NewEntryPlacement key={cloneOf ?? 'new'} model={model} vocabulary={vocabulary} cloneOf={cloneOf} />
  ) : (
    <Flex key={documentId} direction="column" alignItems="stretch" gap={4}>
      <EntryPlacement model={model} documentId={documentId} vocabulary={vocabulary} />
      <Divider />
      <Suspense fallback={null}>
        <EntryEvidence
          model={model}
          documentId={documentId}
          contentType={vocabulary.contentTypes.find(({ uid }) => uid === model)?.displayName ?? model}
        />
      </Suspense>
      <EntryDecision model={model} documentId={documentId} canDecide={vocabulary.can.tag} />
    </Flex>
  );
};
