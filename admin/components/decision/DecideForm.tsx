import { useState } from 'react';
import { BulkForm, type BulkFormProps } from '../place/BulkForm';
import { DECISION_FIELDS, decisionOf, draftOf } from './decision-draft';
import { DecisionFields } from './DecisionFields';

/** The inside of the *Decide* dialog for many entries. */
export const DecideForm = (props: BulkFormProps) => {
  const [draft, setDraft] = useState(() => draftOf(null));
  const decision = decisionOf(draft);
  return (
    <BulkForm {...props} work={decision && { decision }} fields={DECISION_FIELDS}>
      {(errors) => <DecisionFields draft={draft} errors={errors} canTakeBack onChange={setDraft} />}
    </BulkForm>
  );
};
