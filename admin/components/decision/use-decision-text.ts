import { useState } from 'react';
import { dayOf, isOverdue, type Decision } from '../../../server/core/decision';
import type { NamedDecision } from '../../../server/core/decisions-api';
import { useText } from '../text';
import { useDay } from '../use-day';
import { DECISION_TEXT } from '../vocabulary-text';

/** Decisions as words. */
export const useDecisionText = () => {
  const text = useText();
  const day = useDay();
  const [today] = useState(() => dayOf(Date.now()));

  /** "Retire", "Merge into Pricing" */
  const what = (decision: NamedDecision | null): string => {
    if (decision === null) return text('decision.none');
    const { kind, mergeInto } = decision;
    if (kind === 'merge' && mergeInto === null) return text('decision.mergeInto.hidden');
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
