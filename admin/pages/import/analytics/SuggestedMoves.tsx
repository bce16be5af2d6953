import { Button, Typography } from '@strapi/design-system';
import type { SuggestedMoveBody } from '../../../../server/core/analytics-api';
import { useChangeMove } from '../../../api/analytics';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { SettingsTable } from '../../../settings/SettingsTable';

interface Props {
  readonly moves: readonly SuggestedMoveBody[];
}

/** Sections whose paths end as entries' addresses do: one click maps all of them. */
export const SuggestedMoves = ({ moves }: Props) => {
  const text = useText();
  const add = useChangeMove('add');
  const notifyFailure = useFailureNotification();
  if (moves.length === 0) return null;
  const nameOf = (prefix: string): string => prefix || text('analytics.moves.root');
  return (
    <Card title={text('analytics.moves')}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {text('analytics.moves.text')}
      </Typography>
      <SettingsTable
        label={text('analytics.moves')}
        columns={[
          { label: text('analytics.path') },
          { label: text('analytics.moves.to'), width: '30%' },
          { label: text('analytics.moves.use'), hidden: true, width: '16%' },
        ]}
      >
        {moves.map(({ from, to, paths }) => (
          <tr key={`${from} ${to}`}>
            <td>
              <Typography style={{ overflowWrap: 'anywhere' }}>
                {text('analytics.moves.found', { paths, from: nameOf(from) })}
              </Typography>
            </td>
            <td>
              <Typography style={{ overflowWrap: 'anywhere' }}>{nameOf(to)}</Typography>
            </td>
            <td>
              <Button
                size="S"
                variant="tertiary"
                aria-label={text('analytics.moves.use.of', { from: nameOf(from), to: nameOf(to) })}
                disabled={add.isPending}
                onClick={() => add.mutate({ from, to }, { onError: notifyFailure })}
              >
                {text('analytics.moves.use')}
              </Button>
            </td>
          </tr>
        ))}
      </SettingsTable>
    </Card>
  );
};
