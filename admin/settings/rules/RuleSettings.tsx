import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check, Plus } from '@strapi/icons';
import type { OperationBody } from '../../../server/core/placing-api';
import { useRules } from '../../api/rules';
import { PlacedNotice } from '../../components/rules/PlacedNotice';
import { useText } from '../../components/text';
import { SettingsPage } from '../SettingsPage';
import { draftOf, type RuleDraft, withRule } from './rule-drafts';
import { RuleForm } from './RuleForm';
import { RuleTable } from './RuleTable';
import { SaveRules } from './SaveRules';

type Open = { readonly form: RuleDraft | undefined } | 'save' | null;

/** What places entries by itself: edited as one list, saved as one list, as rules depend on their order. */
export const RuleSettings = () => {
  const text = useText();
  const query = useRules();
  const [edited, setEdited] = useState<readonly RuleDraft[] | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const [placed, setPlaced] = useState<OperationBody | null>(null);
  const close = () => setOpen(null);
  const drafts = edited ?? (query.data ?? []).map(draftOf);

  return (
    <SettingsPage
      title="settings.rules"
      subtitle="settings.rules.subtitle"
      query={query}
      action={
        <Flex gap={2} wrap="wrap">
          {edited && (
            <Button variant="tertiary" onClick={() => setEdited(null)}>
              {text('settings.rules.discard')}
            </Button>
          )}
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setOpen({ form: undefined })}>
            {text('settings.rules.add')}
          </Button>
          <Button startIcon={<Check />} disabled={edited === null} onClick={() => setOpen('save')}>
            {text('dialog.save')}
          </Button>
        </Flex>
      }
    >
      {() => (
        <>
          {placed && <PlacedNotice operation={placed} onClose={() => setPlaced(null)} />}
          <RuleTable
            drafts={drafts}
            onAdd={() => setOpen({ form: undefined })}
            onEdit={(rule) => setOpen({ form: rule })}
            onDelete={(rule) => setEdited(drafts.filter(({ id }) => id !== rule.id))}
            onOrder={(ids) => setEdited(ids.flatMap((id) => drafts.find((draft) => draft.id === id) ?? []))}
          />
          {open && open !== 'save' && (
            <RuleForm
              rule={open.form}
              drafts={drafts}
              onSave={(rule) => setEdited(withRule(drafts, rule))}
              onClose={close}
            />
          )}
          {open === 'save' && (
            <SaveRules
              drafts={drafts}
              onSaved={(operation) => {
                setEdited(null);
                setPlaced(operation);
              }}
              onClose={close}
            />
          )}
        </>
      )}
    </SettingsPage>
  );
};
