import { useState } from 'react';
import {
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { StageInput } from '../../../server/core/api';
import { JOURNEYS, type Journey, type Stage } from '../../../server/core/vocabulary';
import { useText } from '../../components/text';
import { FormDialog } from '../../components/form/FormDialog';
import { FormField } from '../../components/form/FormField';
import { JOURNEY_TEXT } from '../../components/vocabulary-text';
import { fromLines, toLines } from './lines';

interface Props {
  /** Left out: a new one. */
  readonly stage?: Stage | undefined;
  readonly onSave: (input: Omit<StageInput, 'key'>) => Promise<unknown>;
  readonly onClose: () => void;
}

const FIELDS = ['name', 'journey', 'aliases', 'target', 'question', 'goal', 'owners', 'content', 'metrics'] as const;
const LISTS = ['owners', 'content', 'metrics'] as const;
const DEFAULT_TARGET = 2;

/** Adds or changes a stage and its playbook. */
export const StageForm = ({ stage, onSave, onClose }: Props) => {
  const text = useText();
  const [input, setInput] = useState(() => ({
    name: stage?.name ?? '',
    journey: stage?.journey ?? ('buyer' satisfies Journey as Journey),
    aliases: toLines(stage?.aliases ?? []),
    target: stage?.target ?? DEFAULT_TARGET,
    question: stage?.playbook.question ?? '',
    goal: stage?.playbook.goal ?? '',
    owners: toLines(stage?.playbook.owners ?? []),
    content: toLines(stage?.playbook.content ?? []),
    metrics: toLines(stage?.playbook.metrics ?? []),
  }));
  const change = (changes: Partial<typeof input>) => setInput((before) => ({ ...before, ...changes }));
  const save = () => {
    const { name, journey, aliases, target, question, goal, ...lists } = input;
    const [owners, content, metrics] = LISTS.map((list) => fromLines(lists[list]));
    return onSave({
      name,
      journey,
      aliases: fromLines(aliases),
      target,
      playbook: { question, goal, owners: owners ?? [], content: content ?? [], metrics: metrics ?? [] },
    });
  };

  return (
    <FormDialog
      title={stage ? text('settings.edit', { name: stage.name }) : text('settings.stages.add')}
      submitLabel={text(stage ? 'dialog.save' : 'settings.add')}
      fields={FIELDS}
      onSubmit={save}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField
            name="name"
            label={text('settings.name')}
            errors={errors}
            hint={stage && text('settings.key', { key: stage.key })}
            required
          >
            <TextInput value={input.name} onChange={({ target }: Typed) => change({ name: target.value })} />
          </FormField>
          <Flex gap={4} alignItems="flex-start">
            {!stage && (
              <FormField name="journey" label={text('settings.journey')} errors={errors}>
                <SingleSelect value={input.journey} onChange={(value) => change({ journey: value as Journey })}>
                  {JOURNEYS.map((journey) => (
                    <SingleSelectOption key={journey} value={journey}>
                      {text(JOURNEY_TEXT[journey])}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </FormField>
            )}
            <FormField
              name="target"
              label={text('settings.target')}
              errors={errors}
              hint={text('settings.target.hint')}
            >
              <NumberInput value={input.target} onValueChange={(value) => change({ target: value ?? 0 })} />
            </FormField>
          </Flex>
          <FormField
            name="aliases"
            label={text('settings.aliases')}
            errors={errors}
            hint={text('settings.aliases.hint')}
          >
            <Textarea value={input.aliases} onChange={({ target }: Typed) => change({ aliases: target.value })} />
          </FormField>
          <Typography variant="delta" tag="h3">
            {text('settings.playbook')}
          </Typography>
          {(['question', 'goal'] as const).map((field) => (
            <FormField key={field} name={field} label={text(`settings.playbook.${field}`)} errors={errors}>
              <TextInput value={input[field]} onChange={({ target }: Typed) => change({ [field]: target.value })} />
            </FormField>
          ))}
          {LISTS.map((list) => (
            <FormField
              key={list}
              name={list}
              label={text(`settings.playbook.${list}`)}
              errors={errors}
              hint={text('settings.lines.hint')}
            >
              <Textarea value={input[list]} onChange={({ target }: Typed) => change({ [list]: target.value })} />
            </FormField>
          ))}
        </>
      )}
    </FormDialog>
  );
};

interface Typed {
  readonly target: { readonly value: string };
}
