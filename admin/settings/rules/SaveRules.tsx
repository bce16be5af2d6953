import { useMemo, useState } from 'react';
import { Box, Field, Loader, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { OperationBody } from '../../../server/core/placing-api';
import { MOST_PREVIEWED } from '../../../server/core/rules-api';
import { useRulesPreview, useSaveRules } from '../../api/rules';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { FormDialog } from '../../components/form/FormDialog';
import { savedRules, type RuleDraft } from './rule-drafts';

interface Props {
  readonly drafts: readonly RuleDraft[];
  readonly onSaved: (operation: OperationBody | null) => void;
  readonly onClose: () => void;
}

/** Saving asks whether what rules had placed follows the new list, and says what that would change. */
export const SaveRules = ({ drafts, onSaved, onClose }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const { toggleNotification } = useNotification();
  const [place, setPlace] = useState(true);
  const save = useSaveRules();
  const asked = useMemo(() => ({ rules: savedRules(drafts) }), [drafts]);
  const { data, error } = useRulesPreview(asked);

  return (
    <FormDialog
      title={text('settings.rules.save')}
      submitLabel={text('dialog.save')}
      isReady={data !== undefined}
      fields={[]}
      onSubmit={async () => {
        const { placing } = await save.mutateAsync({ ...asked, place });
        toggleNotification({ type: 'success', message: text('settings.rules.saved') });
        onSaved(placing?.operation ?? null);
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Field.Root name="place">
            <Field.Label>{text('settings.rules.place')}</Field.Label>
            <Radio.Group
              aria-label={text('settings.rules.place')}
              value={place ? 'all' : 'new'}
              onValueChange={(value: string) => setPlace(value === 'all')}
            >
              <Radio.Item value="all">{text('settings.rules.place.all')}</Radio.Item>
              <Radio.Item value="new">{text('settings.rules.place.new')}</Radio.Item>
            </Radio.Group>
          </Field.Root>
          <Box role="status">
            {data && place && <Consequences preview={data} />}
            {!data && !error && <Loader small>{text('setup.counting')}</Loader>}
            {error && <Typography textColor="danger600">{reasonOf(error)}</Typography>}
          </Box>
          <Typography textColor="neutral600">{text('rules.persons')}</Typography>
        </>
      )}
    </FormDialog>
  );
};

const Consequences = ({ preview }: { readonly preview: NonNullable<ReturnType<typeof useRulesPreview>['data']> }) => {
  const text = useText();
  const { placed, placing, isAll } = preview;
  const byPerson = placing.counts.skipped['set-by-person'] ?? 0;
  return (
    <Typography>
      {text('setup.preview.placed', { before: placed.before, after: placed.after, entries: placed.entries })}{' '}
      {text('settings.rules.changes', { count: placing.counts.changed })}{' '}
      {byPerson > 0 && text('rules.skipped', { count: byPerson })}{' '}
      {!isAll && text('rules.first', { count: MOST_PREVIEWED })}
    </Typography>
  );
};
