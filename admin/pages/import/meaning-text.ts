import type { ImportColumn } from '../../../server/core/import-api';
import type { TextKey } from '../../components/text';

/** What a column can mean, in words. */
export const MEANING_TEXT = {
  'document-id': 'import.column.documentId',
  url: 'import.column.url',
  slug: 'import.column.slug',
  title: 'import.column.title',
  uid: 'import.column.uid',
  'content-type': 'import.column.contentType',
  personas: 'import.column.personas',
  stages: 'import.column.stages',
  'persona-and-stage': 'import.column.personaAndStage',
  excluded: 'import.column.excluded',
  decision: 'import.column.decision',
  'merge-into': 'import.column.mergeInto',
  'decision-note': 'import.column.decisionNote',
  'decision-owner': 'import.column.decisionOwner',
  due: 'import.column.due',
} as const satisfies Record<ImportColumn, TextKey>;
