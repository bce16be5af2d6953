import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination } from '@strapi/strapi/admin';
import type { InventoryBody, InventoryRow } from '../../../server/core/api';
import { withQuery, type Query } from '../../api/query-string';
import { ListTable } from '../../components/list/ListTable';
import { ColumnsButton, useColumns } from '../../components/list/use-columns';
import { isPastEnd, ToLastPage } from '../../components/list/ToLastPage';
import { InlineButton } from '../../components/InlineButton';
import { Notice } from '../../components/Notice';
import type { BulkWork } from '../../components/place/BulkDialog';
import { useText, type TextKey } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { AuditNotices } from '../audit/AuditNotices';
import { INVENTORY_COLUMNS, type EntryColumn } from './entry-columns';
import { FILTERS, type FilterName, type useInventoryUrl } from './inventory-url';
import { NothingToPlace } from './NothingToPlace';
import { isAllToPlace, usePlaceable } from './place-for';
import { SelectionBar } from './SelectionBar';
import { UncountedRemark } from './UncountedRemark';
import { useSelection } from './use-selection';

interface Props {
  readonly list: InventoryBody;
  readonly url: ReturnType<typeof useInventoryUrl>;
  /** The rows shown are of the filter before; the new ones are on their way. */
  readonly renewing: boolean;
  readonly pathname: string;
  readonly columns?: readonly EntryColumn[];
  /** Filters that the reader can take away. */
  readonly names?: readonly FilterName[];
  /** What can be done with a selection. */
  readonly works?: readonly BulkWork[];
  /** What stands there while the list has no row and no filter narrows it. */
  readonly none?: TextKey;
}

/** The list, or why it is empty and what to do then. */
export const InventoryContent = ({
  list,
  url,
  renewing,
  pathname,
  columns = INVENTORY_COLUMNS,
  names = FILTERS,
  works = ['place', 'decide'],
  none = 'inventory.empty',
}: Props) => {
  const text = useText();
  const { filters, sort, pageSize, cell, change } = url;
  const filtered = names.some((name) => name !== 'period' && filters[name]);
  const { audit: asked, ...present } = filters;
  const { pageCount, total } = list.meta.pagination;
  const { shown, choice } = useColumns(pathname.split('/').at(-1) ?? '', columns);
  const selection = useSelection(JSON.stringify(filters), list.data);
  // A saved audit shows how things were: nothing can be done there.
  const canPlace = useNaming().can.tag && asked === undefined;
  const wanted = usePlaceable(canPlace ? cell : null);
  const isEmpty = list.data.length === 0;
  if (!renewing && isPastEnd(list)) return <ToLastPage pageCount={pageCount} />;

  return (
    <>
      <AuditNotices
        shown={list.meta.audit}
        presentLink={asked === undefined ? null : withQuery(pathname, { ...(present as Query), sort })}
      />
      {wanted && !isEmpty && (
        <Notice kind="information" title={text('inventory.placeFor', { name: wanted.name })}>
          {text('inventory.placeFor.how')}{' '}
          <InlineButton onClick={() => change({ for: undefined })}>{text('inventory.placeFor.done')}</InlineButton>
        </Notice>
      )}
      {isEmpty && isAllToPlace(filters, names) && <NothingToPlace />}
      {isEmpty && !isAllToPlace(filters, names) && (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={text(filtered ? 'inventory.noMatch' : none)}
          action={
            filtered && (
              <Button
                variant="secondary"
                onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}
              >
                {text('filter.clearAll')}
              </Button>
            )
          }
        />
      )}
      {!isEmpty && (
        <Box aria-busy={renewing} style={{ opacity: renewing ? 0.6 : 1 }}>
          {canPlace && (
            <SelectionBar
              works={works}
              list={selection}
              filters={filters}
              pagination={list.meta.pagination}
              first={wanted?.choice}
            />
          )}
          <Flex justifyContent="space-between" alignItems="end" gap={4} paddingBottom={2}>
            <div>
              {shown.some(({ title }) => title === 'inventory.column.evidence') && <UncountedRemark rows={list.data} />}
            </div>
            <ColumnsButton {...choice} />
          </Flex>
          <ListTable
            columns={shown}
            rows={list.data.map(asNow)}
            keyOf={(row) => `${row.uid} ${row.documentId} ${row.locale ?? ''}`}
            nameOf={(row) => row.title}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            selection={canPlace ? selection : null}
          />
          <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={pageSize}>
            <Pagination.PageSize />
            <Pagination.Links />
          </Pagination.Root>
        </Box>
      )}
    </>
  );
};

/** Shown as it is now, and marked: who has just placed an entry looks for that. */
const asNow = (row: InventoryRow): InventoryRow => (row.now ? { ...row, ...row.now } : row);
