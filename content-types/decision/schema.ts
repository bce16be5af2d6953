import { HIDDEN, openVarchar, varchar } from '../hidden';

/**
 * What somebody decided about an entry. Rows are ended, never changed: those in force have '' as `endedAt`, of which an
 * entry has at most one; the others are its history.
 */
export const decision = {
  kind: 'collectionType',
  collectionName: 'cs_decisions',
  info: { singularName: 'decision', pluralName: 'decisions', displayName: 'Decision' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'cs_decisions_entry_unique', columns: ['entry_uid', 'entry_document_id', 'ended_at'], type: 'unique' },
  ],
  attributes: {
    entryUid: varchar(255),
    entryDocumentId: varchar(255),
    kind: varchar(20),
    /** The entry into which it is merged; '' for the other kinds. */
    mergeUid: openVarchar(255),
    mergeDocumentId: openVarchar(255),
    note: { type: 'text' },
    owner: openVarchar(255),
    /** `YYYY-MM-DD` */
    due: openVarchar(10),
    /** ISO 8601 */
    endedAt: openVarchar(24),
  },
};
