import type { InventoryRow } from '../api';
import { evidenceSentence } from '../evidence/sentence';
import { list, type Column } from './column';
import { GRADE_WORD } from './words';

/** How we know whether an entry is consumed; blank, never 0, where nothing measured it. */
export const evidenceColumns: readonly Column<InventoryRow>[] = [
  { header: 'First published', cell: ({ firstPublishedAt }) => firstPublishedAt ?? '' },
  { header: 'Evidence', cell: ({ evidence }) => GRADE_WORD[evidence.grade] },
  { header: 'Reason', cell: ({ evidence }) => evidenceSentence(evidence) },
  { header: 'Views', cell: ({ evidence }) => evidence.views ?? '' },
  { header: 'Views from', cell: ({ evidence }) => evidence.viewsFrom ?? '' },
  { header: 'Views to', cell: ({ evidence }) => evidence.viewsTo ?? '' },
  { header: 'Measured days', cell: ({ evidence }) => evidence.measuredDays || '' },
  { header: 'Last viewed', cell: ({ evidence }) => evidence.lastViewed ?? '' },
  { header: 'Source', cell: ({ evidence }) => list(evidence.sources) },
];
