import { Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { EntryRef } from '../../../server/core/vocabulary';
import { FormField } from '../form/FormField';
import { useText } from '../text';
import type { DecisionDraft } from './decision-draft';
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
  const { kind, mergeInto, note, owner, due } = draft;
  return (
    <>
      <Field.Root name="kind" error={errors['kind'] ?? false}>
        <KindChoice value={kind} canTakeBack={canTakeBack} onChange={(chosen) => change({ kind: chosen })} />
        <Field.Error />
      </Field.Root>
      {kind === 'merge' && (
        <FormField name="mergeInto" label={text('decision.entry.into')} errors={errors} required>
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
              {/* The browser's own field: Strapi's drops a day that was typed but not left, and takes 12/30 for 30/12. */}
              <Themed>
                <TextInput
                  type="date"
                  min="2000-01-01"
                  max="2099-12-31"
                  value={due ?? ''}
                  onChange={({ target }: { readonly target: { readonly value: string } }) =>
                    change({ due: target.value || null })
                  }
                />
              </Themed>
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

/** The field's own calendar sign is drawn by the browser, which does not know Strapi's theme. */
const Themed = styled.div`
  color-scheme: ${({ theme }) => (theme.colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark')};
`;
