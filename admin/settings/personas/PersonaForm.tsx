import { useState } from 'react';
import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import type { PersonaInput } from '../../../server/core/api';
import { PRIORITIES, type Persona, type Priority } from '../../../server/core/vocabulary';
import { useText, type TextKey } from '../../components/text';
import { FormDialog } from '../../components/form/FormDialog';
import { FormField } from '../../components/form/FormField';

/** Priorities on screen. */
export const PRIORITY_TEXT = {
  primary: 'settings.priority.primary',
  secondary: 'settings.priority.secondary',
} as const satisfies Record<Priority, TextKey>;

const NEW: Required<Omit<PersonaInput, 'key'>> = {
  name: '',
  description: '',
  group: '',
  priority: 'primary',
  buys: true,
  uses: true,
};

interface Props {
  /** Left out: a new one. */
  readonly persona?: Persona | undefined;
  readonly onSave: (input: typeof NEW) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Adds or changes a persona. */
export const PersonaForm = ({ persona, onSave, onClose }: Props) => {
  const text = useText();
  const { name, description, group, priority, buys, uses } = persona ?? NEW;
  const [input, setInput] = useState({ name, description, group, priority, buys, uses });
  const change = (changes: Partial<typeof NEW>) => setInput((before) => ({ ...before, ...changes }));

  return (
    <FormDialog
      title={persona ? text('settings.edit', { name: persona.name }) : text('settings.personas.add')}
      submitLabel={text(persona ? 'dialog.save' : 'settings.add')}
      fields={Object.keys(NEW)}
      onSubmit={() => onSave(input)}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField
            name="name"
            label={text('settings.name')}
            errors={errors}
            hint={persona && text('settings.key', { key: persona.key })}
            required
          >
            <TextInput value={input.name} onChange={({ target }: Typed) => change({ name: target.value })} />
          </FormField>
          <FormField name="description" label={text('settings.description')} errors={errors}>
            <Textarea
              value={input.description}
              onChange={({ target }: Typed) => change({ description: target.value })}
            />
          </FormField>
          <Flex gap={4} alignItems="flex-start">
            <FormField name="group" label={text('settings.group')} errors={errors} hint={text('settings.group.hint')}>
              <TextInput value={input.group} onChange={({ target }: Typed) => change({ group: target.value })} />
            </FormField>
            <FormField
              name="priority"
              label={text('settings.priority')}
              errors={errors}
              hint={text('settings.priority.hint')}
            >
              <SingleSelect value={input.priority} onChange={(value) => change({ priority: value as Priority })}>
                {PRIORITIES.map((value) => (
                  <SingleSelectOption key={value} value={value}>
                    {text(PRIORITY_TEXT[value])}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </FormField>
          </Flex>
          <Field.Root name="relation" hint={text('settings.relation.hint')}>
            <Flex gap={6}>
              <Checkbox checked={input.buys} onCheckedChange={(buys) => change({ buys: buys === true })}>
                {text('settings.buys')}
              </Checkbox>
              <Checkbox checked={input.uses} onCheckedChange={(uses) => change({ uses: uses === true })}>
                {text('settings.uses')}
              </Checkbox>
            </Flex>
            <Field.Hint />
          </Field.Root>
        </>
      )}
    </FormDialog>
  );
};

interface Typed {
  readonly target: { readonly value: string };
}
