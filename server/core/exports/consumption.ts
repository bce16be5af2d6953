import type { InventoryRow } from '../api';
import type { Column } from './column';
import type { Names } from './names';

/** What one source counted of a version over a run of days, `YYYY-MM-DD`. */
export interface CountedRow {
  readonly entry: InventoryRow;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly views: number;
  /** Another source's larger count holds them too: the entry's views are those of the other lines. */
  readonly isRepeated: boolean;
}

/** The columns of `consumption.csv`; new ones are only ever appended. */
export const consumptionColumns = (names: Names): readonly Column<CountedRow>[] => [
  { header: 'Title', cell: ({ entry }) => entry.title },
  { header: 'URL', cell: ({ entry }) => entry.path ?? '' },
  { header: 'Content type', cell: ({ entry }) => entry.contentType },
  { header: 'Locale', cell: ({ entry }) => entry.locale ?? '' },
  { header: 'Source', cell: ({ source }) => source },
  { header: 'From', cell: ({ from }) => from },
  { header: 'To', cell: ({ to }) => to },
  { header: 'Views', cell: ({ views }) => views },
  { header: 'Edit URL', cell: ({ entry }) => names.editUrl(entry) },
  { header: 'Document ID', cell: ({ entry }) => entry.documentId, isForScripts: true },
  { header: 'UID', cell: ({ entry }) => entry.uid, isForScripts: true },
  { header: 'Audited at', cell: () => names.auditedAt },
  { header: 'In views', cell: ({ isRepeated }) => (isRepeated ? 'no' : 'yes') },
];
