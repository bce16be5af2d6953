import { useState } from 'react';
import type { DecisionBody, DecisionsBody } from '../../../server/core/decisions-api';
import { useDecide } from '../../api/decisions';
import { DECISION_FIELDS, decisionOf, draftOf } from '../../components/decision/decision-draft';
import { DecisionFields } from '../../components/decision/DecisionFields';
import { useText } from '../../components/text';
import { FormDialog } from '../../components/form/FormDialog';
import { DecisionHistory } from './DecisionHistory';

interface Props {
  readonly decisions: DecisionsBody;
  readonly onDecided: (decision: DecisionBody | null) => void;
  readonly onClose: () => void;
}

/** Decides what becomes of one entry, with what was decided before below. */
export const DecisionDialog = ({ decisions, onDecided, onClose }: Props) => {
  const text = useText();
  const { uid, documentId, current, past } = decisions;
  const [draft, setDraft] = useState(() => draftOf(current));
  const decide = useDecide({ uid, documentId });
  const decision = decisionOf(draft);
  return (
    <FormDialog
      title={text('decision.title')}
      submitLabel={text('dialog.save')}
      isReady={decision !== null}
      fields={DECISION_FIELDS}
      onSubmit={async () => {
        if (decision !== null) onDecided((await decide.mutateAsync(decision)).current);
      }}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <DecisionFields
            draft={draft}
            errors={errors}
            canTakeBack={current !== null}
            entry={decisions}
            onChange={setDraft}
          />
          {past.length > 0 && <DecisionHistory past={past} />}
        </>
      )}
    </FormDialog>
  );
};
