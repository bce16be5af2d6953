import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { StageBody } from '../../../server/core/api';
import { useText } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { DeleteDialog } from '../DeleteDialog';
import { SettingsPage } from '../SettingsPage';
import { useStageSettings } from '../use-axis';
import { useRetire } from '../use-retire';
import { PresetDialog } from './PresetDialog';
import { StageForm } from './StageForm';
import { StageTable } from './StageTable';

type Open = { readonly form: StageBody | undefined } | { readonly deletion: StageBody } | 'presets' | null;

/** When people need content: both journeys, their playbooks and targets, and presets. */
export const StageSettings = () => {
  const text = useText();
  const notifyFailure = useFailureNotification();
  const [open, setOpen] = useState<Open>(null);
  const { query, add, change, order, remove } = useStageSettings();
  const retire = useRetire(change);
  const close = () => setOpen(null);
  const dialog = open !== null && open !== 'presets' ? open : null;

  return (
    <SettingsPage
      title="settings.stages"
      subtitle="settings.stages.subtitle"
      query={query}
      action={
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" onClick={() => setOpen('presets')}>
            {text('settings.presets.open')}
          </Button>
          <Button startIcon={<Plus />} onClick={() => setOpen({ form: undefined })}>
            {text('settings.stages.add')}
          </Button>
        </Flex>
      }
    >
      {(stages) => (
        <>
          <StageTable
            stages={stages}
            onEdit={(stage) => setOpen({ form: stage })}
            onDelete={(stage) => setOpen({ deletion: stage })}
            onRetire={(item, retired) => void retire(item, retired)}
            onOrder={(keys) => order.mutate(keys, { onError: notifyFailure })}
          />
          {open === 'presets' && <PresetDialog onClose={close} />}
          {dialog && 'form' in dialog && (
            <StageForm
              stage={dialog.form}
              onSave={({ journey, ...patch }) =>
                dialog.form
                  ? change.mutateAsync({ key: dialog.form.key, patch })
                  : add.mutateAsync({ journey, ...patch })
              }
              onClose={close}
            />
          )}
          {dialog && 'deletion' in dialog && (
            <DeleteDialog
              item={dialog.deletion}
              successors={stages.filter(({ key, retired }) => key !== dialog.deletion.key && !retired)}
              onDelete={(reassignTo) =>
                remove.mutateAsync({ key: dialog.deletion.key, ...(reassignTo !== undefined && { reassignTo }) })
              }
              onClose={close}
            />
          )}
        </>
      )}
    </SettingsPage>
  );
};
