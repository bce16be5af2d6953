import { Checkbox, IconButton, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { InventoryRow, InventorySort } from '../../../server/core/api';
import { useText, type TextKey } from '../../components/text';
import { EntryRow } from './EntryRow';
import type { useSelection } from './use-selection';

interface Props {
  readonly rows: readonly InventoryRow[];
  readonly sort: InventorySort;
  readonly onSort: (sort: InventorySort) => void;
  /** `null`: nothing can be done with a selection. */
  readonly selection: Pick<ReturnType<typeof useSelection>, 'isSelected' | 'page' | 'toggle' | 'togglePage'> | null;
}

interface Column {
  readonly title: TextKey;
  readonly sort?: 'title' | 'updatedAt';
}

const COLUMNS: readonly Column[] = [
  { title: 'inventory.column.title', sort: 'title' },
  { title: 'inventory.column.contentType' },
  { title: 'inventory.column.status' },
  { title: 'inventory.column.placement' },
  { title: 'inventory.column.findings' },
  { title: 'inventory.column.decision' },
  { title: 'inventory.column.owner' },
  { title: 'inventory.column.updatedAt', sort: 'updatedAt' },
];

/** Entries one a row. */
export const InventoryTable = ({ rows, sort, onSort, selection }: Props) => {
  const text = useText();
  const [sortedBy, direction] = sort.split(':');
  return (
    <Table colCount={COLUMNS.length + (selection ? 1 : 0)} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {selection && (
            <Th>
              <Checkbox
                aria-label={text('selection.page')}
                checked={selection.page}
                onCheckedChange={selection.togglePage}
              />
            </Th>
          )}
          {COLUMNS.map((column) => {
            const sorted = column.sort !== undefined && column.sort === sortedBy;
            const next = sorted && direction === 'asc' ? 'desc' : 'asc';
            return (
              <Th
                key={column.title}
                role="columnheader"
                {...(sorted && { 'aria-sort': direction === 'asc' ? 'ascending' : 'descending' })}
              >
                <Typography variant="sigma" textColor="neutral600">
                  {text(column.title)}
                </Typography>
                {column.sort && (
                  <IconButton
                    variant="ghost"
                    label={text('inventory.column.sortBy', { column: text(column.title) })}
                    onClick={() => onSort(`${column.sort ?? 'updatedAt'}:${next}`)}
                  >
                    {sorted && direction === 'asc' ? <CaretUp /> : <CaretDown opacity={sorted ? 1 : 0.4} />}
                  </IconButton>
                )}
              </Th>
            );
          })}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <EntryRow
            key={`${row.uid} ${row.documentId} ${row.locale ?? ''}`}
            row={row}
            isSelected={selection?.isSelected(row) ?? false}
            onToggle={selection ? () => selection.toggle(row) : undefined}
          />
        ))}
      </Tbody>
    </Table>
  );
};
