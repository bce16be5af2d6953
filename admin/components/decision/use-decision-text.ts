import { useState } from 'react';
import { useIntl } from 'react-intl';
import { dayOf, isOverdue, type Decision } from '../../../server/core/decision';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { useText } from '../text';
import { DECISION_TEXT } from '../vocabulary-text';

/** Decisions as words. */
export const useDecisionText = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const [today] = useState(() => dayOf(Date.now()));

  /** "1 Dec", in another year "1 Dec 2027"; no time zone moves it. */
  const day = (due: string): string =>
    formatDate(due, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
      ...(due.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    });
  /** "Retire", "Merge into Pricing" */
  const what = (decision: NamedDecision | null): string => {
    if (decision === null) return text('decision.none');
    const { kind, mergeInto } = decision;
    return mergeInto
      ? text('decision.mergeInto', { entry: mergeInto.title ?? mergeInto.documentId })
      : text(DECISION_TEXT[kind]);
  };

  return {
    day,
    what,
    isOverdue: (decision: Pick<Decision, 'due'>) => isOverdue(decision, today),
    /** All of it: "Retire · by 1 Dec · Dana · “Old prices”" */
    inOneLine: (decision: NamedDecision | null): string =>
      [
        what(decision),
        decision?.due && text('decision.by', { day: day(decision.due) }),
        decision?.owner,
        decision?.note && text('decision.note.quoted', { note: decision.note }),
      ]
        .filter(Boolean)
        .join(' · '),
  };
};
