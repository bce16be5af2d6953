import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { PersonaBody } from '../../../server/core/api';
import { useText } from '../../components/text';
import { DeleteDialog } from '../DeleteDialog';
import { SettingsPage } from '../SettingsPage';
import { usePersonaSettings } from '../use-axis';
import { useRetire } from '../use-retire';
import { PersonaForm } from './PersonaForm';
import { PersonaTable } from './PersonaTable';
import { useFailureNotification } from '../../components/use-failure-notification';

type Open = { readonly form: PersonaBody | undefined } | { readonly deletion: PersonaBody } | null;

/** For whom content is made: add, change, order, retire, delete. */
export const PersonaSettings = () => {
  const text = useText();
  const notifyFailure = useFailureNotification();
  const [open, setOpen] = useState<Open>(null);
  const { query, add, change, order, remove } = usePersonaSettings();
  const retire = useRetire(change);
  const close = () => setOpen(null);

  return (
    <SettingsPage
      title="settings.personas"
      subtitle="settings.personas.subtitle"
      query={query}
      action={
        <Button startIcon={<Plus />} onClick={() => setOpen({ form: undefined })}>
          {text('settings.personas.add')}
        </Button>
      }
    >
      {(personas) => (
        <>
          <PersonaTable
            personas={personas}
            onAdd={() => setOpen({ form: undefined })}
            onEdit={(persona) => setOpen({ form: persona })}
            onDelete={(persona) => setOpen({ deletion: persona })}
            onRetire={(item, retired) => void retire(item, retired)}
            onOrder={(keys) => order.mutate(keys, { onError: notifyFailure })}
          />
          {open && 'form' in open && (
            <PersonaForm
              persona={open.form}
              onSave={(input) =>
                open.form ? change.mutateAsync({ key: open.form.key, patch: input }) : add.mutateAsync(input)
              }
              onClose={close}
            />
          )}
          {open && 'deletion' in open && (
            <DeleteDialog
              item={open.deletion}
              successors={personas.filter(({ key, retired }) => key !== open.deletion.key && !retired)}
              onDelete={(reassignTo) =>
                remove.mutateAsync({ key: open.deletion.key, ...(reassignTo !== undefined && { reassignTo }) })
              }
              onClose={close}
            />
          )}
        </>
      )}
    </SettingsPage>
  );
};
