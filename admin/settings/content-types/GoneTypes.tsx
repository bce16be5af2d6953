import { IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useText } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { SettingsTable } from '../SettingsTable';
import { useGoneTypes } from './use-content-types';

/** Types that left the host, of which settings are kept in case they come back. */
export const GoneTypes = () => {
  const text = useText();
  const notifyFailure = useFailureNotification();
  const { query, forget } = useGoneTypes();
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
                onClick={() => forget.mutate(uid, { onError: notifyFailure })}
              >
                <Trash />
              </IconButton>
            </td>
          </tr>
        ))}
      </SettingsTable>
    </>
  );
};
