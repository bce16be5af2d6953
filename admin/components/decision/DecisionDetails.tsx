import { Typography } from '@strapi/design-system';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { useText } from '../text';
import { useDecisionText } from './use-decision-text';

/** "by 1 Dec · Dana"; a day that has passed is marked in word and colour. Nothing where neither is set. */
export const DecisionDetails = ({ decision }: { readonly decision: NamedDecision }) => {
  const text = useText();
  const { day, isOverdue } = useDecisionText();
  const { due, owner } = decision;
  return (
    <>
      {due !== null &&
        (isOverdue(decision) ? (
          <Typography variant="pi" fontWeight="bold" textColor="danger600">
            {text('decision.overdue', { day: day(due) })}
          </Typography>
        ) : (
          text('decision.by', { day: day(due) })
        ))}
      {due !== null && owner && ' · '}
      {owner}
    </>
  );
};
