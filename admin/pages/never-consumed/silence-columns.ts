import { ENTRY_COLUMNS, type EntryColumn } from '../inventory/entry-columns';
import { DecidedOrKeepCell } from './DecidedOrKeepCell';

/** What helps to judge an entry without views: how we know, since when it could be read, what is decided. */
export const SILENCE_COLUMNS: readonly EntryColumn[] = [
  ENTRY_COLUMNS.title,
  ENTRY_COLUMNS.contentType,
  ENTRY_COLUMNS.evidence,
  ENTRY_COLUMNS.firstPublished,
  { ...ENTRY_COLUMNS.decision, Cell: DecidedOrKeepCell },
  ENTRY_COLUMNS.placement,
  ENTRY_COLUMNS.owner,
];
