import { Flex, Typography } from '@strapi/design-system';
import type { InventoryRow } from '../../../server/core/api';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { Chip } from '../../components/Chip';
import { DecisionDetails } from '../../components/decision/DecisionDetails';
import { DecisionWord } from '../../components/decision/DecisionWord';

/** What becomes of the entry, by when and by whom; why stands in its tooltip. */
export const DecisionCell = ({ row: { decision } }: { readonly row: InventoryRow }) =>
  decision && <Decided decision={decision} />;

const Decided = ({ decision }: { readonly decision: NamedDecision }) => {
  // A chip is too dark a ground for the link to where the entry is merged.
  const word = <DecisionWord decision={decision} />;
  const { mergeInto, due, owner, note } = decision;
  const hasDetails = due !== null || owner !== '';
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      maxWidth="20rem"
      minWidth={mergeInto || hasDetails ? '16rem' : 0}
      title={note}
      style={{ overflowWrap: 'anywhere' }}
    >
      {mergeInto ? (
        <Typography variant="pi" textColor="neutral800">
          {word}
        </Typography>
      ) : (
        <Chip>{word}</Chip>
      )}
      {hasDetails && (
        <Typography variant="pi" textColor="neutral600">
          <DecisionDetails decision={decision} />
        </Typography>
      )}
    </Flex>
  );
};
