import { useState } from 'react';
import { IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { FormDialog } from '../../components/form/FormDialog';
import { useText } from '../../components/text';
import { SettingsTable } from '../SettingsTable';
import { useGoneTypes } from './use-content-types';

/** Types that left the host, of which settings and placements are kept in case they come back. */
export const GoneTypes = () => {
  const text = useText();
  const { query, forget } = useGoneTypes();
  const [deleted, setDeleted] = useState<string | null>(null);
  const gone = query.data ?? [];
  if (gone.length === 0) return null;
  return (
    <>
      <Typography variant="beta" tag="h2" paddingBottom={3}>
        {text('settings.types.gone')}
      </Typography>
      <SettingsTable
        label={text('settings.types.gone')}
        columns={[{ label: text('settings.types.type') }, { label: text('settings.actions'), hidden: true }]}
      >
        {gone.map((uid) => (
          <tr key={uid}>
            <td>{uid}</td>
            <td>
              <IconButton
                variant="ghost"
                label={text('settings.delete', { name: uid })}
                onClick={() => setDeleted(uid)}
              >
                <Trash />
              </IconButton>
            </td>
          </tr>
        ))}
      </SettingsTable>
      {deleted !== null && (
        <FormDialog
          title={text('settings.delete.title', { name: deleted })}
          submitLabel={text('settings.delete.confirm')}
          isDanger
          fields={[]}
          onSubmit={() => forget.mutateAsync(deleted)}
          onClose={() => setDeleted(null)}
        >
          {() => <Typography>{text('settings.types.goneDelete')}</Typography>}
        </FormDialog>
      )}
    </>
  );
};
