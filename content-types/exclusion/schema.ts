import { HIDDEN, openVarchar, varchar } from '../hidden';

/** An entry that is no part of a journey, and why. */
export const exclusion = {
  kind: 'collectionType',
  collectionName: 'cs_exclusions',
  info: { singularName: 'exclusion', pluralName: 'exclusions', displayName: 'Exclusion' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'cs_exclusions_entry_unique', columns: ['entry_uid', 'entry_document_id'], type: 'unique' }],
  attributes: {
    entryUid: varchar(255),
    entryDocumentId: varchar(255),
    reason: varchar(20),
    /** The rule that says so, by key; '' where a person does. */
    rule: openVarchar(255),
  },
};
