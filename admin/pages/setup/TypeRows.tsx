import { useState } from 'react';
import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Stage } from '../../../server/core/vocabulary';
import { InlineButton } from '../../components/InlineButton';
import { PersonaSelect } from '../../components/rules/PersonaSelect';
import { StageSelect } from '../../components/rules/StageSelect';
import { useText } from '../../components/text';
import type { Choice, TypeDraft } from './setup-draft';
import { valueName, type TypePlan } from './setup-plan';

interface Props {
  readonly plan: TypePlan;
  readonly stages: readonly Stage[];
  readonly personas: readonly { readonly key: string; readonly name: string }[];
  readonly draft: TypeDraft;
  readonly onChange: (changes: TypeDraft) => void;
}

const SHOWN_AT_FIRST = 8;

/** A content type, and below it the values of the field by which its entries differ. */
export const TypeRows = ({ plan, stages, personas, draft, onChange }: Props) => {
  const text = useText();
  const [all, setAll] = useState(false);
  const { type, fields, choice, by, values, personaField, whom } = plan;
  const shown = all ? (values ?? []) : (values ?? []).slice(0, SHOWN_AT_FIRST);
  const hidden = (values?.length ?? 0) - shown.length;

  return (
    <>
      <tr>
        <td>
          <Typography fontWeight="semiBold" tag="div">
            {type.displayName}
          </Typography>
          {type.entries !== null && (
            <Typography variant="pi" textColor="neutral600" tag="div">
              {text('setup.entries', { count: type.entries })}
            </Typography>
          )}
          {fields.length > 0 && (
            <Box paddingTop={2} maxWidth="22rem">
              <SingleSelect
                size="S"
                aria-label={text('setup.by.of', { type: type.displayName })}
                placeholder={text('setup.by')}
                value={by ?? ''}
                clearLabel={text('filter.clear')}
                onClear={() => onChange({ by: null })}
                onChange={(field) => onChange({ by: String(field) || null })}
              >
                {fields.map(({ field }) => (
                  <SingleSelectOption key={field} value={field}>
                    {text('setup.by.field', { field })}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Box>
          )}
        </td>
        <ChoiceCells
          name={type.displayName}
          stages={stages}
          personas={personas}
          choice={choice}
          openStage={text('side.notSet')}
          openPersona={personaField === null ? text('side.notSet') : text('setup.byField', { field: personaField })}
          note={
            whom &&
            text('setup.whom.byField', {
              field: whom.field,
              names: [...new Set(whom.values.map(({ name }) => name))].join(', '),
            })
          }
          onChange={(changed) => onChange({ choice: changed })}
        />
      </tr>
      {shown.map(({ value, entries, choice: ofValue }) => (
        <tr key={value}>
          <td>
            <Value>
              {value}
              <Typography variant="pi" textColor="neutral600" tag="div">
                {text('setup.entries', { count: entries })}
              </Typography>
            </Value>
          </td>
          <ChoiceCells
            name={text('setup.value.of', { type: type.displayName, value })}
            stages={stages}
            personas={personas}
            choice={ofValue}
            openStage={text('setup.asType')}
            openPersona={text('setup.asType')}
            onChange={(changed) => onChange({ by, values: { ...draft.values, [valueName(by ?? '', value)]: changed } })}
          />
        </tr>
      ))}
      {by !== null && (hidden > 0 || values?.length === 0) && (
        <tr>
          <td colSpan={3} data-content>
            <Value>
              {hidden > 0 ? (
                <InlineButton onClick={() => setAll(true)}>{text('setup.values.more', { count: hidden })}</InlineButton>
              ) : (
                <Typography textColor="neutral600">{text('setup.values.none')}</Typography>
              )}
            </Value>
          </td>
        </tr>
      )}
    </>
  );
};

interface ChoiceProps extends Pick<Props, 'stages' | 'personas'> {
  readonly name: string;
  readonly choice: Choice;
  readonly openStage: string;
  readonly openPersona: string;
  /** For whom it is besides. */
  readonly note?: string | null;
  readonly onChange: (choice: Choice) => void;
}

const ChoiceCells = ({
  name,
  stages,
  personas,
  choice,
  openStage,
  openPersona,
  note = null,
  onChange,
}: ChoiceProps) => {
  const text = useText();
  return (
    <>
      <td>
        <StageSelect
          size="S"
          label={text('setup.when.of', { name })}
          placeholder={openStage}
          stages={stages}
          value={choice}
          onChange={(changed) => onChange({ ...changed, personas: changed.excluded === null ? choice.personas : [] })}
        />
      </td>
      <td data-content>
        <PersonaSelect
          size="S"
          label={text('setup.whom.of', { name })}
          placeholder={choice.excluded === null ? openPersona : '–'}
          personas={personas}
          value={choice.personas}
          disabled={choice.excluded !== null}
          onChange={(changed) => onChange({ ...choice, personas: changed })}
        />
        {note !== null && (
          <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
            {note}
          </Typography>
        )}
      </td>
    </>
  );
};

const Value = styled.div`
  padding-inline-start: 2.4rem;
`;
