import { Button, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ImportBody } from '../../../server/core/import-api';
import { useRejectedRows, type Sheet } from '../../api/imports';
import type { ImportRequest } from '../../api/routes';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { SettingsTable } from '../../settings/SettingsTable';
import { CheckFailure } from './ImportFailure';

interface Props {
  readonly body: ImportBody;
  readonly sheet: Sheet;
  readonly request: ImportRequest;
}

/** Rows that cannot be imported, each with line, column, value and why. */
export const Problems = ({ body: { problems, counts }, sheet, request }: Props) => {
  const text = useText();
  const download = useRejectedRows(sheet);
  if (counts.rejected === 0) return null;
  const more = counts.rejected - new Set(problems.map(({ line }) => line)).size;
  return (
    <Card
      title={text('import.problems', { count: counts.rejected })}
      action={
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Download />}
          loading={download.isPending}
          onClick={() => download.mutate(request)}
        >
          {text('import.problems.download')}
        </Button>
      }
    >
      {download.error && <CheckFailure error={download.error} onRetry={() => download.mutate(request)} />}
      <SettingsTable
        label={text('import.problems', { count: counts.rejected })}
        columns={[
          { label: text('import.problems.line'), numeric: true, width: '8%' },
          { label: text('import.columns.column'), width: '18%' },
          { label: text('import.problems.value'), width: '22%' },
          { label: text('import.problems.reason') },
        ]}
      >
        {problems.map(({ line, column, value, reason }, at) => (
          <tr key={at}>
            <td data-numeric>
              <Typography>{line}</Typography>
            </td>
            <td>
              <Typography style={{ overflowWrap: 'anywhere' }}>{column ?? text('import.problems.row')}</Typography>
            </td>
            <td>
              <Typography style={{ overflowWrap: 'anywhere' }}>{value}</Typography>
            </td>
            <td data-content>
              <Typography style={{ overflowWrap: 'anywhere' }}>{reason}</Typography>
            </td>
          </tr>
        ))}
      </SettingsTable>
      {more > 0 && (
        <Typography tag="p" textColor="neutral600" paddingTop={3}>
          {text('import.problems.more', { count: more })}
        </Typography>
      )}
    </Card>
  );
};
