import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { MOST_PAST, type PastDecisionBody } from '../../../server/core/decisions-api';
import { useDecisionText } from '../../components/decision/use-decision-text';
import { useText } from '../../components/text';

/** What was decided before: what, by whom, and how long it held. */
export const DecisionHistory = ({ past }: { readonly past: readonly PastDecisionBody[] }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { inOneLine } = useDecisionText();
  const day = (at: string) => formatDate(at, { dateStyle: 'medium' });
  return (
    <details>
      <Typography tag="summary" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
        {text(past.length === MOST_PAST ? 'decision.history.latest' : 'decision.history', { count: past.length })}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {past.map((decision) => {
          const { at, by, endedAt, endedBy } = decision;
          const ended = day(endedAt);
          return (
            <li key={endedAt}>
              <Typography variant="pi" textColor="neutral800" tag="p" style={{ overflowWrap: 'anywhere' }}>
                {inOneLine(decision)}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {by === null
                  ? text('decision.history.at', { at: day(at) })
                  : text('decision.history.by', { at: day(at), by })}
                {', '}
                {endedBy === null
                  ? text('decision.history.ended', { at: ended })
                  : text('decision.history.endedBy', { at: ended, by: endedBy })}
              </Typography>
            </li>
          );
        })}
      </Flex>
    </details>
  );
};
