import type { InventoryRow } from '../api';
import { list, type Column } from './column';
import { decisionColumns } from './decision';
import { evidenceColumns, missingDaysColumn } from './evidence';
import type { Names } from './names';
import { AGE_WORD, EXCLUSION_WORD, findingWord, ORIGIN_WORD, PLACEMENT_WORD, SCOPE_WORD, STATUS_WORD } from './words';

/** The columns of `inventory.csv`; new ones are only ever appended. */
export const inventoryColumns = (names: Names): readonly Column<InventoryRow>[] => [
  { header: 'Title', cell: ({ title }) => title },
  { header: 'URL', cell: ({ path }) => path ?? '' },
  { header: 'Content type', cell: ({ contentType }) => contentType },
  { header: 'Locales', cell: ({ locale, locales }) => (locale === null ? list(locales) : locale) },
  { header: 'Status', cell: ({ status }) => STATUS_WORD[status] },
  {
    header: 'Scope',
    cell: ({ placement, scope }) => (scope === null ? PLACEMENT_WORD[placement] : SCOPE_WORD[scope]),
  },
  {
    header: 'Personas',
    cell: ({ tags }) => list(tags.flatMap(({ persona }) => (persona === null ? [] : names.persona(persona)))),
  },
  {
    header: 'Journeys',
    cell: ({ tags }) => list(tags.flatMap(({ journey }) => (journey === null ? [] : names.journey(journey)))),
  },
  {
    header: 'Stages',
    cell: ({ tags }) => list(tags.flatMap(({ stage }) => (stage === null ? [] : names.stage(stage)))),
  },
  { header: 'Tagged by', cell: ({ tags }) => list(tags.map(({ origin }) => ORIGIN_WORD[origin])) },
  { header: 'Owner', cell: ({ owner }) => owner ?? '' },
  { header: 'Created', cell: ({ createdAt }) => createdAt },
  { header: 'Content date', cell: ({ contentDate }) => contentDate ?? '' },
  { header: 'Last edited', cell: ({ updatedAt }) => updatedAt },
  { header: 'Expires', cell: ({ expiresAt }) => expiresAt ?? '' },
  { header: 'Age', cell: ({ current }) => AGE_WORD[current ? 'current' : 'old'] },
  { header: 'Not part of a journey', cell: ({ excluded }) => (excluded === null ? '' : EXCLUSION_WORD[excluded]) },
  { header: 'Findings', cell: ({ findings, ageBy }) => list(findings.map((finding) => findingWord(finding, ageBy))) },
  ...decisionColumns<InventoryRow>(({ decision }) => decision),
  { header: 'Edit URL', cell: names.editUrl },
  { header: 'Document ID', cell: ({ documentId }) => documentId, isForScripts: true },
  { header: 'UID', cell: ({ uid }) => uid, isForScripts: true },
  { header: 'Audited at', cell: () => names.auditedAt },
  ...evidenceColumns,
  missingDaysColumn,
];
