import type { FileRow } from '../consumption-api';
import { list, type Column } from './column';

/** The columns of `files.csv`; new ones are only ever appended. `auditedAt`: when the files were looked through, ISO 8601. */
export const filesColumns = (auditedAt: string): readonly Column<FileRow>[] => [
  { header: 'Name', cell: ({ name }) => name },
  { header: 'URL', cell: ({ url }) => url },
  { header: 'Type', cell: ({ mime }) => mime },
  { header: 'Extension', cell: ({ ext }) => ext },
  { header: 'Bytes', cell: ({ size }) => size },
  { header: 'Created', cell: ({ createdAt }) => createdAt },
  { header: 'Usage', cell: ({ usage }) => usage },
  { header: 'Used by', cell: ({ usedBy }) => usedBy },
  { header: 'Used in', cell: ({ uses }) => list(uses.map(({ title }) => title)) },
  { header: 'Duplicates', cell: ({ duplicates }) => duplicates ?? '' },
  { header: 'Measured by', cell: ({ measuredBy }) => measuredBy },
  { header: 'Evidence', cell: ({ evidence }) => evidence.grade },
  { header: 'Reason', cell: ({ evidence }) => evidence.reason ?? '' },
  { header: 'Views', cell: ({ evidence }) => evidence.views ?? '' },
  { header: 'Views from', cell: ({ evidence }) => evidence.viewsFrom ?? '' },
  { header: 'Views to', cell: ({ evidence }) => evidence.viewsTo ?? '' },
  { header: 'Measured days', cell: ({ evidence }) => (evidence.windowDays > 0 ? evidence.measuredDays : '') },
  { header: 'Last viewed', cell: ({ evidence }) => evidence.lastViewed ?? '' },
  { header: 'Source', cell: ({ evidence }) => list(evidence.sources) },
  { header: 'Document ID', cell: ({ documentId }) => documentId },
  { header: 'Audited at', cell: () => auditedAt },
];
