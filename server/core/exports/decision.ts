import type { NamedDecision } from '../decisions-api';
import type { Column } from './column';
import { DECISION_WORD } from './words';

/** What shall become of an entry, as imports read it back; blank where nothing is decided. */
export const decisionColumns = <Row>(of: (row: Row) => NamedDecision | null): readonly Column<Row>[] => [
  {
    header: 'Decision',
    cell: (row) => {
      const kind = of(row)?.kind;
      return kind === undefined ? '' : DECISION_WORD[kind];
    },
  },
  { header: 'Decision note', cell: (row) => of(row)?.note ?? '' },
  { header: 'Due', cell: (row) => of(row)?.due ?? '' },
  { header: 'Decision owner', cell: (row) => of(row)?.owner ?? '' },
  { header: 'Merge into', cell: (row) => of(row)?.mergeInto?.documentId ?? '', isForScripts: true },
];
