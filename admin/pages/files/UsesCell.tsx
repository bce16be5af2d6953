import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { FileRow } from '../../../server/core/consumption-api';
import { Chip } from '../../components/Chip';
import { editLink } from '../../components/entry-links';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { ink, tint } from '../../components/tint';
import { useNaming } from '../../components/VocabularyGate';
import { USAGE_TEXT } from './usage-text';

const FIRST = 3;

/** Whether it is used, and the first of the entries that use it; the others that are told open in their place. */
export const UsesCell = ({ row: { usage, uses, usedBy } }: { readonly row: FileRow }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? uses : uses.slice(0, FIRST);
  const more = usedBy - shown.length;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      maxWidth="26rem"
      minWidth="16rem"
      style={{ overflowWrap: 'anywhere' }}
    >
      <Usage data-unreferenced={usage === 'unreferenced'}>{text(USAGE_TEXT[usage])}</Usage>
      {shown.map((use) => (
        <Typography key={`${use.uid} ${use.documentId}`} variant="pi" textColor="neutral800">
          <Use use={use} />
        </Typography>
      ))}
      {more > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {uses.length > shown.length ? (
            <InlineButton onClick={() => setOpen(true)}>{text('files.usedByMore', { count: more })}</InlineButton>
          ) : (
            text('files.usedByUnlisted', { count: more })
          )}
        </Typography>
      )}
    </Flex>
  );
};

/** An entry by its title, leading to its edit page where its type is known to the reader. */
const Use = ({ use: { uid, documentId, title } }: { readonly use: FileRow['uses'][number] }) => {
  const { contentTypes, defaultLocale } = useNaming();
  const type = contentTypes.find((candidate) => candidate.uid === uid);
  if (!type) return <>{title}</>;
  return (
    <TextLink to={editLink({ uid, documentId, kind: type.kind, locale: null, locales: [] }, defaultLocale)}>
      {title}
    </TextLink>
  );
};

const Usage = styled(Chip)`
  white-space: nowrap;

  &[data-unreferenced='true'] {
    background: ${tint('warning500', 20)};
    color: ${ink('warning700')};
    font-weight: 600;
  }
`;
