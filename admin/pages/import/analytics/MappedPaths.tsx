import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import type { MappedPathBody } from '../../../../server/core/analytics-api';
import { useMappedPaths, useOverridePath } from '../../../api/analytics';
import { FailureState } from '../../../components/FailureState';
import { RelativeDate } from '../../../components/RelativeDate';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { SettingsTable } from '../../../settings/SettingsTable';
import { ImportSection } from '../ImportSection';
import { NewerOlder } from './NewerOlder';

/** Paths that somebody mapped to entries by hand, and the way back; nothing while there is none. */
export const MappedPaths = () => {
  const text = useText();
  const [page, setPage] = useState(1);
  const { data: list, error, refetch } = useMappedPaths(page);
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  const last = Math.max(1, list?.meta.pagination.pageCount ?? page);
  // The only one of the last page was taken back.
  if (page > last) setPage(last);
  if (!list || list.meta.pagination.total === 0) return null;
  return (
    <ImportSection title={text('analytics.byHand')}>
      <SettingsTable
        label={text('analytics.byHand')}
        columns={[
          { label: text('analytics.path'), width: '36%' },
          { label: text('analytics.map.entry') },
          { label: text('history.who') },
          { label: text('history.when') },
          { label: text('analytics.mapped.undo'), hidden: true, width: '14%' },
        ]}
      >
        {list.data.map((one) => (
          <Row key={one.path} one={one} />
        ))}
      </SettingsTable>
      <NewerOlder page={page} pageCount={list.meta.pagination.pageCount} onChange={setPage} />
    </ImportSection>
  );
};

const Row = ({ one: { path, entry, by, at } }: { readonly one: MappedPathBody }) => {
  const text = useText();
  const override = useOverridePath();
  const notifyFailure = useFailureNotification();
  return (
    <tr>
      <td>
        <Typography style={{ overflowWrap: 'anywhere' }}>{path}</Typography>
      </td>
      <td>
        <Typography style={{ overflowWrap: 'anywhere' }}>
          {entry === null
            ? text('analytics.byHand.hidden')
            : text('analytics.byHand.entry', {
                title: entry.title ?? entry.documentId,
                locale: entry.locale || 'none',
              })}
        </Typography>
      </td>
      <td>
        <Typography>{by ?? text('history.nobody')}</Typography>
      </td>
      <td>
        <Typography>
          <RelativeDate date={at} />
        </Typography>
      </td>
      <td>
        <Button
          size="S"
          variant="tertiary"
          aria-label={text('analytics.byHand.undo', { path })}
          loading={override.isPending}
          onClick={() => override.mutate({ path, entry: null }, { onError: notifyFailure })}
        >
          {text('analytics.mapped.undo')}
        </Button>
      </td>
    </tr>
  );
};
