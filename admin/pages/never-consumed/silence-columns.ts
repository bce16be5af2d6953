import { ENTRY_COLUMNS, type EntryColumn } from '../inventory/entry-columns';
import { KeepCell } from './KeepCell';

/** What helps to judge an entry without views: how we know, since when it could be read, what is decided. */
export const SILENCE_COLUMNS: readonly EntryColumn[] = [
  ENTRY_COLUMNS.title,
  ENTRY_COLUMNS.contentType,
  ENTRY_COLUMNS.evidence,
  ENTRY_COLUMNS.firstPublished,
  ENTRY_COLUMNS.placement,
  ENTRY_COLUMNS.decision,
  ENTRY_COLUMNS.owner,
  { title: 'keep.open', isTitleHidden: true, Cell: KeepCell },
];
