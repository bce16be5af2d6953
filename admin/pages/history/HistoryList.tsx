import { useState } from 'react';
import { Button, EmptyStateLayout, Flex, Loader, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { OperationBody } from '../../../server/core/placing-api';
import { useHistory } from '../../api/history';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { OperationRow } from './OperationRow';
import { UndoDialog } from './UndoDialog';
import { ViewsRow } from './ViewsRow';

const COLUMNS = ['history.when', 'history.who', 'history.what', 'history.counts', 'history.state'] as const;

/** All of it newest first, older ones on demand, with the way back from each. */
export const HistoryList = () => {
  const text = useText();
  const [pages, setPages] = useState(1);
  const [undoing, setUndoing] = useState<OperationBody | null>(null);
  const { items, hasMore, isPending, isLoading, failed } = useHistory(pages);

  if (failed) return <FailureState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (isPending) {
    return (
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{text('history.loading')}</Loader>
      </Flex>
    );
  }
  if (items.length === 0) {
    return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={text('history.none')} />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Table colCount={COLUMNS.length} rowCount={items.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column} role="columnheader">
                <Typography variant="sigma" textColor="neutral600">
                  {text(column)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {items.map((item) =>
            item.kind === 'operation' ? (
              <OperationRow
                key={`operation ${item.operation.id}`}
                operation={item.operation}
                onUndo={() => setUndoing(item.operation)}
              />
            ) : (
              <ViewsRow key={`views ${item.views.id}`} one={item.views} />
            )
          )}
        </Tbody>
      </Table>
      {hasMore && (
        <Flex justifyContent="center">
          <Button variant="tertiary" loading={isLoading} onClick={() => setPages(pages + 1)}>
            {text('history.older')}
          </Button>
        </Flex>
      )}
      {undoing && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
    </Flex>
  );
};
