import type { NamedDecision } from '../decisions-api';
import type { Column } from './column';

/** What shall become of an entry, as imports read it back; blank where nothing is decided. */
export const decisionColumns = <Row>(of: (row: Row) => NamedDecision | null): readonly Column<Row>[] => [
  { header: 'Decision', cell: (row) => of(row)?.kind ?? '' },
  { header: 'Decision note', cell: (row) => of(row)?.note ?? '' },
  { header: 'Due', cell: (row) => of(row)?.due ?? '' },
  { header: 'Decision owner', cell: (row) => of(row)?.owner ?? '' },
  { header: 'Merge into', cell: (row) => of(row)?.mergeInto?.documentId ?? '' },
];
