import { useState } from 'react';
import type { NamedEntry } from '../../../../server/core/placing-api';
import { useOverridePath } from '../../../api/analytics';
import { EntryPicker } from '../../../components/decision/EntryPicker';
import { FormDialog } from '../../../components/form/FormDialog';
import { FormField } from '../../../components/form/FormField';
import { useText } from '../../../components/text';

interface Props {
  readonly path: string;
  readonly onClose: () => void;
}

/** Says by hand whose page a path is: an old address, or one that the pattern gets wrong. */
export const MapDialog = ({ path, onClose }: Props) => {
  const text = useText();
  const [entry, setEntry] = useState<NamedEntry | null>(null);
  const override = useOverridePath();
  const submit = async () => {
    if (entry === null) return;
    const { uid, documentId } = entry;
    await override.mutateAsync({ path, entry: { uid, documentId } });
  };
  return (
    <FormDialog
      title={text('analytics.map.title', { path })}
      submitLabel={text('analytics.map.submit')}
      isReady={entry !== null}
      fields={['entry']}
      onSubmit={submit}
      onClose={onClose}
    >
      {(errors) => (
        <FormField
          name="entry"
          label={text('analytics.map.entry')}
          errors={errors}
          hint={text('analytics.map.hint')}
          required
        >
          <EntryPicker value={entry} onChange={setEntry} />
        </FormField>
      )}
    </FormDialog>
  );
};
