import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AnalyticsImportBody } from '../../../../server/core/consumption-api';
import { useAnalyticsImports } from '../../../api/analytics';
import { FailureState } from '../../../components/FailureState';
import { RelativeDate } from '../../../components/RelativeDate';
import { useText, type TextKey } from '../../../components/text';
import { SettingsTable } from '../../../settings/SettingsTable';
import { ImportSection } from '../ImportSection';
import { NewerOlder } from './NewerOlder';
import { useAnalyticsText } from './use-analytics-text';
import { useImportSwitch } from './use-import-switch';

/** Files of analytics imported so far, newest first; nothing while there is none. */
export const AnalyticsImports = () => {
  const text = useText();
  const [page, setPage] = useState(1);
  const { data: list, error, refetch } = useAnalyticsImports(page);
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!list || list.data.length === 0) return null;
  return (
    <ImportSection title={text('analytics.history')}>
      <SettingsTable
        label={text('analytics.history')}
        columns={[
          { label: text('changes.when') },
          { label: text('changes.who') },
          { label: text('analytics.history.file') },
          { label: text('analytics.history.period') },
          { label: text('analytics.history.views') },
          { label: text('analytics.history.state') },
        ]}
      >
        {list.data.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </SettingsTable>
      <NewerOlder page={page} pageCount={list.meta.pagination.pageCount} onChange={setPage} />
    </ImportSection>
  );
};

const STATE_TEXT = {
  counted: 'analytics.state.counted',
  replaced: 'analytics.state.replaced',
  undone: 'analytics.state.undone',
} as const satisfies Record<AnalyticsImportBody['state'], TextKey>;

const Row = ({ one }: { readonly one: AnalyticsImportBody }) => {
  const text = useText();
  const { period, share } = useAnalyticsText();
  const { change, isPending } = useImportSwitch();
  const { name, by, at, state, views, mappedViews, mappedEntries } = one;
  return (
    <tr>
      <td>
        <Typography>
          <RelativeDate date={at} />
        </Typography>
      </td>
      <td>
        <Typography>{by ?? text('changes.nobody')}</Typography>
      </td>
      <td>
        <Typography style={{ overflowWrap: 'anywhere' }}>{name ?? text('analytics.noName')}</Typography>
      </td>
      <td>
        <Typography>{period(one)}</Typography>
      </td>
      <td>
        <Typography>
          {text('analytics.history.mapped', { views, share: share(mappedViews, views), entries: mappedEntries })}
        </Typography>
      </td>
      <td data-content>
        <Flex gap={3} wrap="wrap">
          <Typography textColor="neutral600">{text(STATE_TEXT[state])}</Typography>
          <Button size="S" variant="tertiary" loading={isPending} onClick={() => change(one)}>
            {text(state === 'undone' ? 'analytics.redo' : 'analytics.undo')}
          </Button>
        </Flex>
      </td>
    </tr>
  );
};
