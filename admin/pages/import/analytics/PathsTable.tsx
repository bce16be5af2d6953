import { Button, Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import type { PathCount, PathList } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';
import { SettingsTable } from '../../../settings/SettingsTable';

interface Props<Path extends PathCount> {
  readonly title: string;
  readonly intro: string;
  readonly list: PathList<Path>;
  /** What more there is to say of a path. */
  readonly note?: (path: Path) => string;
  readonly onMap: (path: string) => void;
  /** Says that it is the address of no entry. */
  readonly onOther?: (path: string) => void;
}

/** Paths with their views, each with the way to an entry. */
export const PathsTable = <Path extends PathCount>({ title, intro, list, note, onMap, onOther }: Props<Path>) => {
  const text = useText();
  const more = list.paths - list.top.length;
  return (
    <Card title={title}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {intro}
      </Typography>
      <SettingsTable
        label={title}
        columns={[
          { label: text('analytics.path') },
          { label: text('analytics.views'), numeric: true, width: '12%' },
          { label: text('analytics.map'), hidden: true, width: onOther ? '34%' : '22%' },
        ]}
      >
        {list.top.map((one) => (
          <tr key={one.path}>
            <td>
              <Typography style={{ overflowWrap: 'anywhere' }}>{one.path}</Typography>
              {note && (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {note(one)}
                </Typography>
              )}
            </td>
            <td data-numeric>
              <Typography>
                <FormattedNumber value={one.views} />
              </Typography>
            </td>
            <td>
              <Flex gap={2} wrap="wrap">
                <Button
                  size="S"
                  variant="tertiary"
                  aria-label={text('analytics.map.of', { path: one.path })}
                  onClick={() => onMap(one.path)}
                >
                  {text('analytics.map')}
                </Button>
                {onOther && (
                  <Button
                    size="S"
                    variant="tertiary"
                    aria-label={text('analytics.other.of', { path: one.path })}
                    onClick={() => onOther(one.path)}
                  >
                    {text('analytics.other')}
                  </Button>
                )}
              </Flex>
            </td>
          </tr>
        ))}
      </SettingsTable>
      {more > 0 && (
        <Typography tag="p" textColor="neutral600" paddingTop={3}>
          {text('analytics.more', { count: more })}
        </Typography>
      )}
    </Card>
  );
};
