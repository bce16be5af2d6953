import { useState } from 'react';
import { SingleSelect, SingleSelectOption, TextInput, Toggle } from '@strapi/design-system';
import type { ContentTypeBody, ContentTypeInput } from '../../../server/core/api';
import { PUBLISHING_RULES } from '../../../server/core/vocabulary';
import { useVocabulary } from '../../api/vocabulary';
import { useText } from '../../components/text';
import { FormDialog } from '../../components/form/FormDialog';
import { Notice } from '../../components/Notice';
import { FormField } from '../../components/form/FormField';
import { FieldSelect } from './FieldSelect';
import { checkPattern, type PatternCheck } from './example-path';

interface Props {
  readonly type: ContentTypeBody;
  readonly onSave: (input: ContentTypeInput) => Promise<unknown>;
  readonly onClose: () => void;
}

const FIELDS = [
  'audited',
  'urlPattern',
  'titleField',
  'contentDateField',
  'ownerField',
  'expiryField',
  'publishing',
] as const;

/** How one type takes part: under audit or not, where its entries live, and which fields tell title, dates and owner. */
export const ContentTypeForm = ({ type, onSave, onClose }: Props) => {
  const text = useText();
  const { data: vocabulary } = useVocabulary();
  const { uid: _uid, ...setting } = type.setting;
  const [input, setInput] = useState(setting);
  const change = (changes: Partial<typeof setting>) => setInput((before) => ({ ...before, ...changes }));
  // What is set already stays, also where it names what this user may not read.
  const pattern = input.urlPattern === setting.urlPattern ? '' : (input.urlPattern ?? '');
  const check = checkPattern(pattern, type.fields.path, vocabulary?.locales[0]?.code ?? 'en');
  const gone = Object.values(type.gone);
  const { error, hint } = usePatternTexts(check, type);

  return (
    <FormDialog
      title={text('settings.edit', { name: type.displayName })}
      submitLabel={text('dialog.save')}
      isReady={error === null}
      fields={FIELDS}
      onSubmit={() => onSave({ ...input, urlPattern: input.urlPattern?.trim() || null })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {gone.length > 0 && (
            <Notice kind="warning" title={text('settings.gone')}>
              {text('settings.types.goneFields', { fields: gone.join(', ') })}
            </Notice>
          )}
          <FormField
            name="audited"
            label={text('settings.types.audited')}
            errors={errors}
            hint={text('settings.types.audited.hint')}
          >
            <Toggle
              checked={input.audited}
              onLabel={text('settings.types.on')}
              offLabel={text('settings.types.off')}
              onChange={({ target }: { readonly target: { readonly checked: boolean } }) =>
                change({ audited: target.checked })
              }
            />
          </FormField>
          <FormField
            name="urlPattern"
            label={text('settings.types.urlPattern')}
            errors={error === null ? errors : { urlPattern: error }}
            hint={hint}
          >
            <TextInput
              value={input.urlPattern ?? ''}
              placeholder="/{locale}/blog/{slug}"
              onChange={({ target }: { readonly target: { readonly value: string } }) =>
                change({ urlPattern: target.value })
              }
            />
          </FormField>
          <FieldSelect
            name="titleField"
            label="settings.types.title"
            hint="settings.types.title.hint"
            fallback="settings.types.title.fallback"
            fields={type.fields.title}
            value={input.titleField}
            onChange={(titleField) => change({ titleField })}
            errors={errors}
          />
          <FieldSelect
            name="contentDateField"
            label="settings.types.contentDate"
            hint="settings.types.contentDate.hint"
            fallback="settings.types.contentDate.fallback"
            fields={type.fields.date}
            value={input.contentDateField}
            onChange={(contentDateField) => change({ contentDateField })}
            errors={errors}
          />
          <FieldSelect
            name="ownerField"
            label="settings.types.owner"
            hint="settings.types.owner.hint"
            fallback="settings.types.owner.fallback"
            fields={type.fields.owner}
            value={input.ownerField}
            onChange={(ownerField) => change({ ownerField })}
            errors={errors}
          />
          <FieldSelect
            name="expiryField"
            label="settings.types.expiry"
            hint="settings.types.expiry.hint"
            fallback="settings.types.expiry.fallback"
            fields={type.fields.date}
            value={input.expiryField}
            onChange={(expiryField) => change({ expiryField })}
            errors={errors}
          />
          {type.draftAndPublish && (
            <FormField
              name="publishing"
              label={text('settings.types.publishing')}
              errors={errors}
              hint={text('settings.types.publishing.hint')}
            >
              <SingleSelect
                value={input.publishing}
                onChange={(value) => change({ publishing: PUBLISHING_RULES.find((rule) => rule === value) ?? 'off' })}
              >
                {PUBLISHING_RULES.map((rule) => (
                  <SingleSelectOption key={rule} value={rule}>
                    {text(`settings.types.publishing.${rule}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </FormField>
          )}
        </>
      )}
    </FormDialog>
  );
};

const usePatternTexts = (check: PatternCheck, type: ContentTypeBody) => {
  const text = useText();
  const fields = ['locale', ...type.fields.path].map((field) => `{${field}}`).join(', ');
  const hint = text('settings.types.urlPattern.hint', { fields, front: '{slug|homepage}' });
  switch (check.kind) {
    case 'none':
      return { error: null, hint };
    case 'wrong':
      return { error: check.message, hint };
    case 'unknown-field':
      return {
        error: text('settings.types.urlPattern.unknown', { field: check.field }),
        hint,
      };
    case 'example':
      return { error: null, hint: text('settings.types.urlPattern.example', { path: check.path }) };
  }
};
