import { useState, type ReactNode } from 'react';
import { Button, Typography } from '@strapi/design-system';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Pagination } from '../../../../server/core/api';
import { FailureState } from '../../../components/FailureState';
import { RelativeDate } from '../../../components/RelativeDate';
import { useText } from '../../../components/text';
import { SettingsTable } from '../../../settings/SettingsTable';
import { ImportSection } from '../ImportSection';
import { NewerOlder } from './NewerOlder';

interface ListProps<One> {
  readonly title: string;
  /** What stands in the column beside the paths. */
  readonly label: string;
  readonly useList: (page: number) => UseQueryResult<{
    readonly data: readonly One[];
    readonly meta: { readonly pagination: Pagination };
  }>;
  readonly row: (one: One) => ReactNode;
}

/** What people said of paths, newest first, and the way back; nothing while nobody said anything. */
export const SaidList = <One,>({ title, label, useList, row }: ListProps<One>) => {
  const text = useText();
  const [page, setPage] = useState(1);
  const { data: list, error, refetch } = useList(page);
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  const last = Math.max(1, list?.meta.pagination.pageCount ?? page);
  // The only one of the last page was taken back.
  if (page > last) setPage(last);
  if (!list || list.meta.pagination.total === 0) return null;
  return (
    <ImportSection title={title}>
      <SettingsTable
        label={title}
        columns={[
          { label: text('analytics.path'), width: '36%' },
          { label },
          { label: text('history.who') },
          { label: text('history.when') },
          { label: text('analytics.mapped.undo'), hidden: true, width: '14%' },
        ]}
      >
        {list.data.map(row)}
      </SettingsTable>
      <NewerOlder page={page} pageCount={list.meta.pagination.pageCount} onChange={setPage} />
    </ImportSection>
  );
};

interface RowProps {
  readonly path: string;
  readonly said: string;
  readonly by: string | null;
  readonly at: string;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}

/** A path with what was said of it, by whom and when. */
export const SaidRow = ({ path, said, by, at, isUndoing, onUndo }: RowProps) => {
  const text = useText();
  return (
    <tr>
      <td>
        <Typography style={{ overflowWrap: 'anywhere' }}>{path}</Typography>
      </td>
      <td>
        <Typography style={{ overflowWrap: 'anywhere' }}>{said}</Typography>
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
          loading={isUndoing}
          onClick={onUndo}
        >
          {text('analytics.mapped.undo')}
        </Button>
      </td>
    </tr>
  );
};
