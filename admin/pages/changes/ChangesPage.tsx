import { useState } from 'react';
import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import type { OperationBody } from '../../../server/core/placing-api';
import { useOperations } from '../../api/placing';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { positive, useUrlState } from '../../components/url-state';
import { ChangesTable } from './ChangesTable';
import { UndoDialog } from './UndoDialog';

const PAGE_SIZE = 20;

/** What placed many entries at once: who, when, how many, and back again. */
export const ChangesPage = () => {
  const text = useText();
  const { params } = useUrlState();
  const [undoing, setUndoing] = useState<OperationBody | null>(null);
  const page = positive(params.get('page')) ?? 1;
  const { data: list, error, refetch } = useOperations({ page, pageSize: PAGE_SIZE });

  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!list) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{text('nav.changes')}</Page.Title>
      <Layouts.Header title={text('nav.changes')} subtitle={text('changes.subtitle')} />
      <Layouts.Content>
        {list.data.length === 0 ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={text('changes.none')} />
        ) : (
          <Box>
            <ChangesTable operations={list.data} onUndo={setUndoing} />
            <Pagination.Root
              pageCount={list.meta.pagination.pageCount}
              total={list.meta.pagination.total}
              defaultPageSize={PAGE_SIZE}
            >
              <Pagination.Links />
            </Pagination.Root>
          </Box>
        )}
        {undoing && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
      </Layouts.Content>
    </Page.Main>
  );
};
