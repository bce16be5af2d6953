import type { FileRow } from '../consumption-api';
import { fileSentence } from '../evidence/sentence';
import { list, type Column } from './column';
import { GRADE_WORD, MEASURED_BY_WORD, USAGE_WORD } from './words';

/** The columns of `files.csv`; new ones are only ever appended. `auditedAt`: when the files were looked through, ISO 8601. */
export const filesColumns = (auditedAt: string): readonly Column<FileRow>[] => [
  { header: 'Name', cell: ({ name }) => name },
  { header: 'URL', cell: ({ url }) => url },
  { header: 'Type', cell: ({ mime }) => mime },
  { header: 'Extension', cell: ({ ext }) => ext },
  { header: 'Bytes', cell: ({ size }) => size },
  { header: 'Created', cell: ({ createdAt }) => createdAt },
  { header: 'Usage', cell: ({ usage }) => USAGE_WORD[usage] },
  { header: 'Used by', cell: ({ usedBy }) => usedBy },
  { header: 'Used in', cell: ({ uses }) => list(uses.map(({ title }) => title)) },
  { header: 'Duplicates', cell: ({ duplicates }) => duplicates ?? '' },
  { header: 'Measured by', cell: ({ measuredBy }) => MEASURED_BY_WORD[measuredBy] },
  { header: 'Evidence', cell: ({ evidence }) => GRADE_WORD[evidence.grade] },
  { header: 'Reason', cell: fileSentence },
  { header: 'Views', cell: ({ evidence }) => evidence.views ?? '' },
  { header: 'Views from', cell: ({ evidence }) => evidence.viewsFrom ?? '' },
  { header: 'Views to', cell: ({ evidence }) => evidence.viewsTo ?? '' },
  { header: 'Measured days', cell: ({ evidence }) => (evidence.windowDays > 0 ? evidence.measuredDays : '') },
  { header: 'Last viewed', cell: ({ evidence }) => evidence.lastViewed ?? '' },
  { header: 'Source', cell: ({ evidence }) => list(evidence.sources) },
  { header: 'Document ID', cell: ({ documentId }) => documentId, isForScripts: true },
  { header: 'Audited at', cell: () => auditedAt },
];
