import { useState } from 'react';
import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useText } from '../components/text';
import { FormDialog } from '../components/form/FormDialog';
import { FormField } from '../components/form/FormField';

interface Named {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly item: Named & { readonly entries: number };
  /** Who could take over its entries. */
  readonly successors: readonly Named[];
  readonly onDelete: (reassignTo: string | undefined) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Deleting what entries still use: nothing is lost, they move to another one first. */
export const DeleteDialog = ({ item, successors, onDelete, onClose }: Props) => {
  const text = useText();
  const [reassignTo, setReassignTo] = useState('');
  const isUsed = item.entries > 0;

  return (
    <FormDialog
      title={text('settings.delete.title', { name: item.name })}
      submitLabel={text(isUsed ? 'settings.delete.reassign' : 'settings.delete.confirm')}
      isReady={!isUsed || reassignTo !== ''}
      isDanger
      fields={['reassignTo']}
      onSubmit={() => onDelete(reassignTo || undefined)}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Typography>
            {text(isUsed ? 'settings.delete.used' : 'settings.delete.unused', { count: item.entries })}
          </Typography>
          {isUsed && (
            <FormField name="reassignTo" label={text('settings.delete.successor')} errors={errors} required>
              <SingleSelect
                value={reassignTo}
                placeholder={text('import.values.choose')}
                onChange={(key) => setReassignTo(String(key))}
              >
                {successors.map(({ key, name }) => (
                  <SingleSelectOption key={key} value={key}>
                    {name}
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
