import type { ComponentType } from 'react';
import { Checkbox, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText, type TextKey } from '../text';

/** One column of a list. */
export interface Column<Row> {
  readonly title: TextKey;
  /** The field by which the server sorts it. */
  readonly sort?: string;
  readonly Cell: ComponentType<{ readonly row: Row }>;
}

/** What is selected in a list, and how to change that. */
export interface ListSelection<Row> {
  readonly isSelected: (row: Row) => boolean;
  /** The page's rows. */
  readonly page: boolean | 'indeterminate';
  readonly toggle: (row: Row) => void;
  readonly togglePage: () => void;
}

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** `field:asc` or `field:desc`; `null`: the server's own order. */
  readonly sort: string | null;
  readonly onSort: (sort: string) => void;
  /** `null`: nothing can be done with a selection. */
  readonly selection: ListSelection<Row> | null;
}

/** The one table of all lists: Inventory, Never consumed, Files. */
export const ListTable = <Row,>({ columns, rows, keyOf, nameOf, sort, onSort, selection }: Props<Row>) => {
  const text = useText();
  return (
    <Table colCount={columns.length + (selection ? 1 : 0)} rowCount={rows.length + 1}>
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
          {columns.map((column, at) => (
            <HeadCell key={column.title} column={column} sort={sort} onSort={onSort} isFirst={at === 0} />
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)}>
            {selection && (
              <Td>
                <Checkbox
                  aria-label={text('selection.entry', { title: nameOf(row) })}
                  checked={selection.isSelected(row)}
                  onCheckedChange={() => selection.toggle(row)}
                />
              </Td>
            )}
            {columns.map(({ title, Cell }, at) => {
              const Box = at === 0 ? FirstCell : Td;
              return (
                <Box key={title} style={WRAPPING}>
                  <Cell row={row} />
                </Box>
              );
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** Strapi's table cells keep their text on one line; titles and reasons are sentences. */
const WRAPPING = { whiteSpace: 'normal', overflowWrap: 'break-word' } as const;

/** What a row is of stays in sight while the rest is scrolled. */
const FirstCell = styled(Td)`
  position: sticky;
  /* Strapi pads its tables: at 0, cells would show beside it. */
  inset-inline-start: -2.4rem;
  z-index: 1;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const FirstHead = styled(Th)`
  position: sticky;
  /* Strapi pads its tables: at 0, cells would show beside it. */
  inset-inline-start: -2.4rem;
  z-index: 1;
  background: ${({ theme }) => theme.colors.neutral0};
`;

interface HeadProps {
  readonly column: Pick<Column<never>, 'title' | 'sort'>;
  readonly sort: string | null;
  readonly onSort: (sort: string) => void;
  readonly isFirst: boolean;
}

const HeadCell = ({ column: { title, sort: field }, sort, onSort, isFirst }: HeadProps) => {
  const Box = isFirst ? FirstHead : Th;
  const text = useText();
  const [sortedBy, direction] = sort?.split(':') ?? [];
  const isSorted = field !== undefined && field === sortedBy;
  const isAscending = isSorted && direction === 'asc';
  return (
    <Box role="columnheader" {...(isSorted && { 'aria-sort': isAscending ? 'ascending' : 'descending' })}>
      <Typography variant="sigma" textColor="neutral600">
        {text(title)}
      </Typography>
      {field !== undefined && (
        <IconButton
          variant="ghost"
          label={text('inventory.column.sortBy', { column: text(title) })}
          onClick={() => onSort(`${field}:${isAscending ? 'desc' : 'asc'}`)}
        >
          {isAscending ? <CaretUp /> : <CaretDown opacity={isSorted ? 1 : 0.4} />}
        </IconButton>
      )}
    </Box>
  );
};
