import { Typography } from '@strapi/design-system';
import type { DecisionBody, DecisionInput, DecisionsBody } from '../../../server/core/decisions-api';
import type { EntryRef } from '../../../server/core/vocabulary';
import { useDecide } from '../../api/decisions';
import { decisionOf, draftOf } from '../../components/decision/decision-draft';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';

/** The last decision made in this panel: what was decided before it, and what since. */
export interface Decided {
  readonly before: DecisionBody | null;
  readonly after: DecisionBody | null;
  readonly isUndone: boolean;
}

interface Props {
  readonly entry: EntryRef;
  readonly decided: Decided;
  /** The decisions as they are now; `undefined` when they could not be read. */
  readonly refetch: () => Promise<DecisionsBody | undefined>;
  /** `null`: somebody else has decided since. */
  readonly onChange: (decided: Decided | null) => void;
}

/** What became of the decision just made, and the way back, or back again. */
export const DecisionUndo = ({ entry, decided, refetch, onChange }: Props) => {
  const text = useText();
  const decide = useDecide(entry);
  const notifyFailure = useFailureNotification();
  const { before, after, isUndone } = decided;

  const turn = async () => {
    const now = await refetch();
    if (now === undefined) return;
    if (!isSame(now.current, isUndone ? before : after)) {
      onChange(null);
      return;
    }
    try {
      await decide.mutateAsync(inputOf(isUndone ? after : before));
      onChange({ ...decided, isUndone: !isUndone });
    } catch (error) {
      notifyFailure(error);
    }
  };

  return (
    <Typography variant="pi" textColor="neutral600" role="status" tag="div">
      {text(isUndone ? 'panel.decision.undone' : 'panel.decision.decided')}
      {' · '}
      <InlineButton disabled={decide.isPending} onClick={() => void turn()}>
        {text(isUndone ? 'panel.redo' : 'panel.undo')}
      </InlineButton>
    </Typography>
  );
};

const inputOf = (decision: DecisionBody | null): DecisionInput => decisionOf(draftOf(decision)) ?? { kind: null };

const isSame = (one: DecisionBody | null, other: DecisionBody | null): boolean =>
  JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));
