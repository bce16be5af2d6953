import { Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import type { PresetPreview } from '../../../server/core/api';
import { useText } from '../../components/text';
import { SettingsTable } from '../SettingsTable';

/** From old to new stages with the entries that move along; what has no successor retires. */
export const PresetMoves = ({ preview }: { readonly preview: PresetPreview }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <SettingsTable
        label={text('settings.presets.preview')}
        columns={[
          { label: text('settings.presets.from') },
          { label: text('settings.presets.to') },
          { label: text('settings.entries'), numeric: true },
        ]}
      >
        {preview.moves.map(({ from, to, entries }) => (
          <tr key={from.key}>
            <td>{from.name}</td>
            <td>
              {to?.key === from.key && to.name === from.name
                ? text('settings.presets.stays')
                : (to?.name ?? text('settings.presets.retires'))}
            </td>
            <td data-numeric>
              <FormattedNumber value={entries} />
            </td>
          </tr>
        ))}
      </SettingsTable>
      {preview.added.length > 0 && (
        <Typography>
          {text('settings.presets.added', { names: preview.added.map(({ name }) => name).join(', ') })}
        </Typography>
      )}
    </Flex>
  );
};
