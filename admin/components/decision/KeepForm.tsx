import { useState } from 'react';
import { Textarea, Typography } from '@strapi/design-system';
import { dayOf } from '../../../server/core/decision';
import { FormField } from '../form/FormField';
import { BulkForm, type BulkFormProps } from '../place/BulkForm';
import { useText } from '../text';
import { DayField } from '../form/DayField';

const FIELDS = ['note', 'due'] as const;

/** Milliseconds: time enough that the answer may have changed. */
const HALF_A_YEAR = 182 * 86_400_000;

/** *Keep, because …* until a day: a decision that needs its reason, and sets aside what is never viewed. */
export const KeepForm = (props: BulkFormProps) => {
  const text = useText();
  const [note, setNote] = useState('');
  const [due, setDue] = useState<string | null>(() => dayOf(Date.now() + HALF_A_YEAR));
  const because = note.trim();
  const work = because && due !== null ? { decision: { kind: 'keep', note: because, due } as const } : null;
  return (
    <BulkForm {...props} work={work} fields={FIELDS}>
      {(errors) => (
        <>
          <Typography textColor="neutral600">{text('keep.intro')}</Typography>
          <FormField name="note" label={text('keep.because')} errors={errors} required>
            <Textarea
              value={note}
              onChange={({ target }: { readonly target: { readonly value: string } }) => setNote(target.value)}
            />
          </FormField>
          <FormField name="due" label={text('keep.until')} errors={errors} required>
            <DayField value={due} onChange={setDue} />
          </FormField>
        </>
      )}
    </BulkForm>
  );
};
