import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useText } from '../text';
import { BulkForm, type BulkFormProps } from '../place/BulkForm';
import { DECISION_FIELDS, decisionForMany, draftOf } from './decision-draft';
import { DecisionFields } from './DecisionFields';

/** The inside of the *Decide* dialog for many entries. */
export const DecideForm = (props: BulkFormProps) => {
  const text = useText();
  const [draft, setDraft] = useState(() => draftOf(null));
  const decision = decisionForMany(draft);
  return (
    <BulkForm {...props} work={decision && { decision }} fields={DECISION_FIELDS}>
      {(errors) => (
        <>
          <DecisionFields draft={draft} errors={errors} canTakeBack onChange={setDraft} />
          {draft.kind !== null && draft.kind !== 'none' && (
            <Typography textColor="neutral600">{text('decision.many.blank')}</Typography>
          )}
        </>
      )}
    </BulkForm>
  );
};
