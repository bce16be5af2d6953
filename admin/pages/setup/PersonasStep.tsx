import type { KeyboardEvent } from 'react';
import {
  Box,
  Button,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Tag,
  TextInput,
  Typography,
  Field,
} from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { Chip } from '../../components/Chip';
import { useText } from '../../components/text';
import { PersonaValues } from './PersonaValues';
import { namesWith, type SetupDraft } from './setup-draft';
import type { SetupFacts } from './setup-facts';
import type { PersonaPlan } from './setup-personas';

interface Props {
  readonly plan: PersonaPlan;
  readonly facts: SetupFacts;
  readonly draft: SetupDraft;
  readonly onChange: (changes: Partial<SetupDraft>) => void;
}

/** *Whom do you write for?* Names typed, or the values of a field; may be skipped. */
export const PersonasStep = ({ plan, facts, draft, onChange }: Props) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {facts.personas.length > 0 && (
        <Box>
          <Typography tag="h3" variant="sigma" textColor="neutral600" paddingBottom={2}>
            {text('setup.personas.present')}
          </Typography>
          <Flex gap={2} wrap="wrap">
            {facts.personas.map(({ key, name }) => (
              <Chip key={key}>{name}</Chip>
            ))}
          </Flex>
        </Box>
      )}
      <Typed names={draft.typed} typing={draft.typing} onChange={onChange} />
      {plan.sources.length > 0 && (
        <Box maxWidth="60rem">
          <Field.Root name="source" hint={text('setup.personas.source.hint')}>
            <Field.Label>{text('setup.personas.source')}</Field.Label>
            <SingleSelect
              value={plan.source?.field ?? ''}
              placeholder={text('setup.personas.source.none')}
              clearLabel={text('filter.clear')}
              onClear={() => onChange({ source: null, leftOut: [] })}
              onChange={(field) => onChange({ source: String(field), leftOut: [] })}
            >
              {plan.sources.map(({ field, types }) => (
                <SingleSelectOption key={field} value={field}>
                  {text('setup.personas.source.option', {
                    field,
                    types: types.map(({ displayName }) => displayName).join(', '),
                  })}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
          {plan.source && (
            <PersonaValues
              values={plan.values}
              leftOut={draft.leftOut}
              onChange={(leftOut) => onChange({ source: plan.source?.field ?? null, leftOut })}
            />
          )}
        </Box>
      )}
    </Flex>
  );
};

interface TypedProps {
  readonly names: readonly string[];
  readonly typing: string;
  readonly onChange: (changes: Pick<SetupDraft, 'typing'> | Pick<SetupDraft, 'typed'>) => void;
}

/** Enter adds; a pasted list adds all of its lines. */
const Typed = ({ names, typing, onChange }: TypedProps) => {
  const text = useText();
  const add = () => onChange({ typed: namesWith(names, typing), typing: '' });
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <Box maxWidth="60rem">
      <Field.Root name="persona" hint={text('setup.personas.name.hint')}>
        <Field.Label>{text('setup.personas.name')}</Field.Label>
        <Flex gap={2} alignItems="stretch">
          <Box flex="1">
            <TextInput
              value={typing}
              placeholder={text('setup.personas.name.example')}
              onChange={({ target }: { readonly target: { readonly value: string } }) =>
                onChange({ typing: target.value })
              }
              onKeyDown={onEnter}
            />
          </Box>
          <Button variant="secondary" size="L" startIcon={<Plus />} disabled={typing.trim() === ''} onClick={add}>
            {text('settings.add')}
          </Button>
        </Flex>
        <Field.Hint />
      </Field.Root>
      {names.length > 0 && (
        <Flex tag="ul" gap={2} wrap="wrap" paddingTop={3} aria-label={text('setup.personas.added')}>
          {names.map((name) => (
            <li key={name}>
              <Tag
                label={text('setup.personas.remove', { name })}
                icon={<Cross aria-hidden />}
                onClick={() => onChange({ typed: names.filter((other) => other !== name) })}
              >
                {name}
              </Tag>
            </li>
          ))}
        </Flex>
      )}
    </Box>
  );
};
