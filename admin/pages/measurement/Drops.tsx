import { Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { DROP_REASONS, type DropReason, type MeasurementBody } from '../../../server/core/consumption-api';
import { Card } from '../../components/Card';
import { useText, type TextKey } from '../../components/text';
import { SettingsTable } from '../../settings/SettingsTable';
import { useTypeName } from './use-type-name';

const DROP_TEXT = {
  bot: ['drop.bot', 'drop.bot.why'],
  prefetch: ['drop.prefetch', 'drop.prefetch.why'],
  'do-not-track': ['drop.doNotTrack', 'drop.doNotTrack.why'],
  'unknown-document': ['drop.unknownDocument', 'drop.unknownDocument.why'],
  unpublished: ['drop.unpublished', 'drop.unpublished.why'],
  'unknown-path': ['drop.unknownPath', 'drop.unknownPath.why'],
  'other-origin': ['drop.otherOrigin', 'drop.otherOrigin.why'],
} as const satisfies Record<DropReason, readonly [TextKey, TextKey]>;

/** What arrived and was not counted, by reason. */
export const Drops = ({ drops }: Pick<MeasurementBody, 'drops'>) => {
  const text = useText();
  const nameOf = useTypeName();
  const rows = DROP_REASONS.map((reason) => {
    const own = drops.filter((drop) => drop.reason === reason);
    return {
      reason,
      events: own.reduce((sum, { events }) => sum + events, 0),
      types: own.filter(({ uid }) => uid).map(({ uid, events }) => text('drop.ofType', { type: nameOf(uid), events })),
    };
  }).filter(({ events }) => events > 0);
  return (
    <Card title={text('measurement.drops')}>
      <SettingsTable
        label={text('measurement.drops')}
        columns={[
          { label: text('measurement.drops.reason') },
          { label: text('measurement.drops.events'), numeric: true, width: '12%' },
          { label: text('measurement.drops.types'), wide: true, width: '35%' },
        ]}
      >
        {rows.map(({ reason, events, types }) => {
          const [word, why] = DROP_TEXT[reason];
          return (
            <tr key={reason}>
              <td>
                <Typography textColor="neutral800">{text(word)}</Typography>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {text(why)}
                </Typography>
              </td>
              <td data-numeric="true">
                <FormattedNumber value={events} />
              </td>
              <td data-wide="true" data-content>
                {types.join(', ')}
              </td>
            </tr>
          );
        })}
      </SettingsTable>
    </Card>
  );
};
