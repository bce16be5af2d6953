import { Box, Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination } from '@strapi/strapi/admin';
import type { InventoryBody } from '../../../server/core/api';
import { withQuery, type Query } from '../../api/query-string';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { AuditNotices } from '../audit/AuditNotices';
import { InventoryTable } from './InventoryTable';
import { FILTERS, type useInventoryUrl } from './inventory-url';
import { SelectionBar } from './SelectionBar';
import { useSelection } from './use-selection';

interface Props {
  readonly list: InventoryBody;
  readonly url: ReturnType<typeof useInventoryUrl>;
  /** The rows shown are of the filter before; the new ones are on their way. */
  readonly renewing: boolean;
  readonly pathname: string;
}

/** The list, or why it is empty and what to do then. */
export const InventoryContent = ({ list, url, renewing, pathname }: Props) => {
  const text = useText();
  const { filters, sort, pageSize, change } = url;
  const filtered = FILTERS.some((name) => filters[name]);
  const { audit: asked, ...present } = filters;
  const { pageCount, total } = list.meta.pagination;
  const selection = useSelection(JSON.stringify(filters), list.data);
  // A saved audit shows how things were: nothing can be done there.
  const canPlace = useNaming().can.tag && asked === undefined;

  return (
    <>
      <AuditNotices
        shown={list.meta.audit}
        presentLink={asked === undefined ? null : withQuery(pathname, { ...(present as Query), sort })}
      />
      {list.data.length === 0 ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={text(filtered ? 'inventory.noMatch' : 'inventory.empty')}
          action={
            filtered && (
              <Button
                variant="secondary"
                onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
              >
                {text('filter.clearAll')}
              </Button>
            )
          }
        />
      ) : (
        <Box aria-busy={renewing} style={{ opacity: renewing ? 0.6 : 1 }}>
          {canPlace && <SelectionBar list={selection} filters={filters} pagination={list.meta.pagination} />}
          <InventoryTable
            rows={list.data}
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
