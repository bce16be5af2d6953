import { Flex, Typography } from '@strapi/design-system';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { Chip } from '../../components/Chip';
import { DecisionDetails } from '../../components/decision/DecisionDetails';
import { DecisionWord } from '../../components/decision/DecisionWord';

/** What becomes of the entry, by when and by whom; why stands in its tooltip. */
export const DecisionCell = ({ decision }: { readonly decision: NamedDecision }) => (
  <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="20rem" style={WRAPPING} title={decision.note}>
    <Chip>
      <DecisionWord decision={decision} />
    </Chip>
    <Typography variant="pi" textColor="neutral600">
      <DecisionDetails decision={decision} />
    </Typography>
  </Flex>
);

const WRAPPING = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;
