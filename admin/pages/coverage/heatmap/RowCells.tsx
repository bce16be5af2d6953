import type { ReactNode } from 'react';
import type { Column } from './columns';

interface Props {
  readonly columns: readonly Column[];
  readonly children: (column: Column) => ReactNode;
}

/** A row's cells, one per column; the total's stays in view. */
export const RowCells = ({ columns, children }: Props) =>
  columns.map((column) => (
    <td key={column.key} {...(column.kind === 'total' && { 'data-total': true })}>
      {children(column)}
    </td>
  ));
