import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InventoryRow } from '../../../server/core/api';
import { Chip } from '../../components/Chip';
import { groupTags } from '../../components/group-tags';
import { useText } from '../../components/text';
import { ink } from '../../components/tint';
import { useNaming } from '../../components/VocabularyGate';
import { EXCLUSION_TEXT, OPEN_REASON_TEXT, ORIGIN_TEXT } from '../../components/vocabulary-text';

const FIRST = 3;

/** For whom and when, in as few chips as say it; for an entry that is in no cell, why. */
export const PlacementCell = ({ row }: { readonly row: InventoryRow }) => {
  const text = useText();
  const { personaName, stageName } = useNaming();
  if (row.excluded !== null) {
    return (
      <Box maxWidth="30rem" minWidth="16rem">
        <Typography textColor="neutral600">
          {text('placement.excludedFor', { reason: text(EXCLUSION_TEXT[row.excluded]) })}
        </Typography>
        <PlacedBy row={row} />
      </Box>
    );
  }
  const groups = groupTags(row.tags);
  return (
    <Flex gap={1} wrap="wrap" maxWidth="30rem" minWidth="16rem">
      {groups.slice(0, FIRST).map(({ personas, stages, origin }) => (
        <TagChip key={personas.join()} $byMachine={origin !== 'person'} title={text(ORIGIN_TEXT[origin])}>
          {text('cell.name', {
            persona: personas.map((key) => (key === null ? text('persona.notSet') : personaName(key))).join(', '),
            stage: stages.map((stage) => (stage === null ? text('stage.notSet') : stageName(stage))).join(', '),
          })}
        </TagChip>
      ))}
      {groups.length > FIRST && (
        <Typography variant="pi" textColor="neutral600">
          {text('placement.more', { count: groups.length - FIRST })}
        </Typography>
      )}
      {row.openReason !== null && (
        <ToPlace>{text('placement.openFor', { reason: text(OPEN_REASON_TEXT[row.openReason]) })}</ToPlace>
      )}
      <PlacedBy row={row} />
    </Flex>
  );
};

/** Who placed it by hand: whom to ask. */
const PlacedBy = ({ row: { placedBy = [], excluded } }: { readonly row: InventoryRow }) => {
  const text = useText();
  if (placedBy.length === 0) return null;
  return (
    <Typography variant="pi" textColor="neutral600" tag="p" width="100%">
      {text(excluded === null ? 'placement.by' : 'placement.excludedBy', { names: placedBy.join(', ') })}
    </Typography>
  );
};

const TagChip = styled(Chip)<{ $byMachine: boolean }>`
  white-space: normal;
  border: 1px ${({ $byMachine }) => ($byMachine ? 'dashed' : 'solid')} ${({ theme }) => theme.colors.neutral300};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const ToPlace = styled.span`
  color: ${ink('warning700')};
  font-size: 1.2rem;
  line-height: 1.6rem;
`;
