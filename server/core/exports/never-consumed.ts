import type { InventoryRow } from '../api';
import { list, type Column } from './column';
import { decisionColumns } from './decision';
import { evidenceColumns, missingDaysColumn } from './evidence';
import type { Names } from './names';
import { SILENCE_WORD } from './words';

/** The columns of `never-consumed.csv`; new ones are only ever appended. */
export const neverConsumedColumns = (names: Names): readonly Column<InventoryRow>[] => [
  { header: 'Title', cell: ({ title }) => title },
  { header: 'URL', cell: ({ path }) => path ?? '' },
  { header: 'Content type', cell: ({ contentType }) => contentType },
  { header: 'Locales', cell: ({ locale, locales }) => (locale === null ? list(locales) : locale) },
  { header: 'Group', cell: ({ silence }) => (silence === null ? '' : SILENCE_WORD[silence]) },
  ...evidenceColumns,
  { header: 'Judgeable from', cell: ({ evidence }) => evidence.judgeableFrom ?? '' },
  {
    header: 'Personas',
    cell: ({ tags }) => list(tags.flatMap(({ persona }) => (persona === null ? [] : names.persona(persona)))),
  },
  {
    header: 'Stages',
    cell: ({ tags }) => list(tags.flatMap(({ stage }) => (stage === null ? [] : names.stage(stage)))),
  },
  { header: 'Owner', cell: ({ owner }) => owner ?? '' },
  { header: 'Last edited', cell: ({ updatedAt }) => updatedAt },
  ...decisionColumns<InventoryRow>(({ decision }) => decision),
  { header: 'Edit URL', cell: names.editUrl },
  { header: 'Document ID', cell: ({ documentId }) => documentId, isForScripts: true },
  { header: 'UID', cell: ({ uid }) => uid, isForScripts: true },
  { header: 'Audited at', cell: () => names.auditedAt },
  missingDaysColumn,
];
