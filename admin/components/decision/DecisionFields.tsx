import { Field, Flex, Textarea } from '@strapi/design-system';
import type { EntryRef } from '../../../server/core/vocabulary';
import { FormField } from '../form/FormField';
import { useText } from '../text';
import type { DecisionDraft } from './decision-draft';
import { DayField } from '../form/DayField';
import { EntryPicker } from './EntryPicker';
import { KindChoice } from './KindChoice';
import { OwnerField } from './OwnerField';

interface Props {
  readonly draft: DecisionDraft;
  /** What the server says at which field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly canTakeBack: boolean;
  /** What the decision is about, when that is one entry. */
  readonly entry?: EntryRef;
  readonly onChange: (draft: DecisionDraft) => void;
}

/** What becomes of one entry or of many, into which, why, who sees to it and by when. */
export const DecisionFields = ({ draft, errors, canTakeBack, entry, onChange }: Props) => {
  const text = useText();
  const change = (changes: Partial<DecisionDraft>) => onChange({ ...draft, ...changes });
  const { kind, mergeInto, hasHiddenTarget, note, owner, due } = draft;
  return (
    <>
      <Field.Root name="kind" error={errors['kind'] ?? false}>
        <KindChoice value={kind} canTakeBack={canTakeBack} onChange={(chosen) => change({ kind: chosen })} />
        <Field.Error />
      </Field.Root>
      {kind === 'merge' && (
        <FormField
          name="mergeInto"
          label={text('decision.entry.into')}
          errors={errors}
          required={!hasHiddenTarget}
          {...(hasHiddenTarget && { hint: text('decision.entry.into.hidden') })}
        >
          <EntryPicker value={mergeInto} except={entry} onChange={(target) => change({ mergeInto: target })} />
        </FormField>
      )}
      {kind !== null && kind !== 'none' && (
        <>
          <Flex gap={4} alignItems="flex-start">
            <FormField name="owner" label={text('decision.owner')} errors={errors} hint={text('decision.owner.hint')}>
              <OwnerField value={owner} onChange={(name) => change({ owner: name })} />
            </FormField>
            <FormField name="due" label={text('decision.due')} errors={errors}>
              <DayField value={due} onChange={(day) => change({ due: day })} />
            </FormField>
          </Flex>
          <FormField name="note" label={text('decision.note')} errors={errors}>
            <Textarea
              value={note}
              onChange={({ target }: { readonly target: { readonly value: string } }) => change({ note: target.value })}
            />
          </FormField>
        </>
      )}
    </>
  );
};
