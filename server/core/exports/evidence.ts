import type { InventoryRow } from '../api';
import { evidenceSentence } from '../evidence/sentence';
import { viewsShown } from '../consumption-api';
import { list, type Column } from './column';
import { GRADE_WORD } from './words';

/** How we know whether an entry is consumed; blank, never 0, where nothing measured it. */
export const evidenceColumns: readonly Column<InventoryRow>[] = [
  { header: 'First published', cell: ({ firstPublishedAt }) => firstPublishedAt ?? '' },
  { header: 'Evidence', cell: ({ evidence }) => GRADE_WORD[evidence.grade] },
  { header: 'Reason', cell: ({ evidence }) => evidenceSentence(evidence) },
  { header: 'Views', cell: ({ evidence }) => viewsShown(evidence).views ?? '' },
  { header: 'Views from', cell: ({ evidence }) => viewsShown(evidence).from ?? '' },
  { header: 'Views to', cell: ({ evidence }) => viewsShown(evidence).to ?? '' },
  { header: 'Measured days', cell: ({ evidence }) => evidence.measuredDays || '' },
  { header: 'Last viewed', cell: ({ evidence }) => evidence.lastViewed ?? '' },
  { header: 'Source', cell: ({ evidence }) => list(evidence.sources) },
];

/** Stands last in a list's columns; blank without a period. */
export const missingDaysColumn: Column<InventoryRow> = {
  header: 'Days not measured',
  cell: ({ evidence }) => evidence.period?.missingDays ?? '',
};
