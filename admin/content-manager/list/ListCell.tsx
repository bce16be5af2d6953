import { Typography } from '@strapi/design-system';
import { useTable } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { useTagsOfList } from '../../api/tags';
import { useVocabulary } from '../../api/vocabulary';
import { useText } from '../../components/text';
import { useMayRead } from '../use-audited-types';
import { latestOf } from '../panel/origins';
import { useOriginText } from '../panel/use-origin-text';
import { NameChips } from './NameChips';
import { namesOf } from './names';

interface Props {
  readonly documentId: string;
}

/** One row's personas and stages; all rows of the page share one request. */
export const ListCell = ({ documentId }: Props) =>
  useMayRead() === true && (
    <ContentStrategyProvider>
      <Cell documentId={documentId} />
    </ContentStrategyProvider>
  );

const Cell = ({ documentId }: Props) => {
  const text = useText();
  const originText = useOriginText();
  const { slug = '' } = useParams();
  const documentIds = useTable('ContentStrategyCell', ({ rows }) =>
    rows.map((row) => ('documentId' in row ? String(row.documentId) : ''))
  );
  const { data: vocabulary } = useVocabulary();
  const isAudited = vocabulary?.contentTypes.some(({ uid }) => uid === slug) ?? false;
  const { data: entries } = useTagsOfList(slug, isAudited ? documentIds : []);
  const entry = entries?.find((candidate) => candidate.documentId === documentId);
  if (!vocabulary || !entry) return null;

  if (entry.excluded) return <Muted>{text('column.excluded')}</Muted>;
  const { personas, stages, isPlaced } = namesOf(entry.tags, vocabulary, text('persona.everyone'));
  if (personas.length + stages.length === 0) return <Muted>{text('column.toPlace')}</Muted>;
  return (
    <NameChips
      personas={personas}
      stages={stages}
      hint={
        isPlaced
          ? (originText(latestOf(entry.tags)) ?? null)
          : text(stages.length === 0 ? 'panel.chooseStage' : 'panel.choosePersona')
      }
    />
  );
};

const Muted = ({ children }: { readonly children: string }) => (
  <Typography textColor="neutral600">{children}</Typography>
);
