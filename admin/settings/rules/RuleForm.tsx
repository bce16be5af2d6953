import { useState } from 'react';
import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { RuleInput } from '../../../server/core/rules-api';
import { PersonaSelect } from '../../components/rules/PersonaSelect';
import { StageSelect } from '../../components/rules/StageSelect';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { FormDialog } from '../../components/form/FormDialog';
import { FormField } from '../../components/form/FormField';
import { ConditionFields } from './ConditionFields';
import { emptyRule, freeId, inputOf, type RuleDraft } from './rule-drafts';
import { RuleMatches } from './RuleMatches';

interface Props {
  /** Left out: a new one. */
  readonly rule: RuleDraft | undefined;
  readonly drafts: readonly RuleDraft[];
  readonly onSave: (rule: RuleDraft) => void;
  readonly onClose: () => void;
}

/** Adds or changes a rule in the list; saving the list is another step. */
export const RuleForm = ({ rule, drafts, onSave, onClose }: Props) => {
  const text = useText();
  const { contentTypes, personas, stages } = useNaming();
  const [input, setInput] = useState<RuleInput>(() => (rule ? inputOf(rule) : emptyRule(contentTypes[0]?.uid ?? '')));
  const change = (changes: Partial<RuleInput>) => setInput((before) => ({ ...before, ...changes }));
  const { condition, excluded } = input;
  const gives = excluded !== null || input.personas.length + input.stages.length > 0;
  const isReady = gives && input.contentType !== '' && (condition === null || condition.values.length > 0);
  const save = async () => {
    const id = rule?.id ?? freeId(drafts);
    onSave({ ...input, id, key: rule?.key ?? null, entries: null, hidden: false, gone: null });
  };

  return (
    <FormDialog
      title={text(rule ? 'settings.rules.edit' : 'settings.rules.add')}
      submitLabel={text(rule ? 'settings.rules.change' : 'settings.add')}
      isReady={isReady}
      fields={[]}
      onSubmit={save}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <FormField name="contentType" label={text('settings.types.type')} errors={errors}>
            <SingleSelect
              value={input.contentType}
              onChange={(uid) => change({ contentType: String(uid), condition: null })}
            >
              {contentTypes.map(({ uid, displayName }) => (
                <SingleSelectOption key={uid} value={uid}>
                  {displayName}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </FormField>
          <ConditionFields
            contentType={input.contentType}
            condition={condition}
            onChange={(changed) => change({ condition: changed })}
          />
          <Flex gap={4} alignItems="flex-start">
            <FormField name="stages" label={text('panel.stages')} errors={errors}>
              <StageSelect
                label={text('panel.stages')}
                placeholder={text('side.notSet')}
                stages={stages.filter(({ retired }) => !retired)}
                value={input}
                onChange={(changed) => change({ ...changed, ...(changed.excluded !== null && { personas: [] }) })}
              />
            </FormField>
            <FormField name="personas" label={text('panel.personas')} errors={errors}>
              <PersonaSelect
                label={text('panel.personas')}
                placeholder={excluded === null ? text('side.notSet') : '–'}
                personas={personas.filter(({ retired }) => !retired)}
                value={input.personas}
                disabled={excluded !== null}
                onChange={(changed) => change({ personas: changed })}
              />
            </FormField>
          </Flex>
          <RuleMatches rule={isReady ? input : null} />
        </>
      )}
    </FormDialog>
  );
};
