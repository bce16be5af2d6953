import { HIDDEN, KEY_LENGTH, openVarchar, varchar } from '../hidden';

/**
 * An entry placed: whom it is for and when. '' stands for the side that is still open.
 * The unique index also serves reading a chunk of entries by range of (uid, document ID): 710 characters, 2,840 bytes.
 * The others hold all that counting the entries of each key needs: without, SQLite looks up every row (0.9 s for 200,000).
 */
export const tag = {
  kind: 'collectionType',
  collectionName: 'cs_tags',
  info: { singularName: 'tag', pluralName: 'tags', displayName: 'Tag' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    {
      name: 'cs_tags_entry_unique',
      columns: ['entry_uid', 'entry_document_id', 'persona', 'stage'],
      type: 'unique',
    },
    { name: 'cs_tags_persona_index', columns: ['persona', 'entry_uid', 'entry_document_id', 'stage'] },
    { name: 'cs_tags_stage_index', columns: ['stage', 'entry_uid', 'entry_document_id'] },
  ],
  attributes: {
    entryUid: varchar(255),
    entryDocumentId: varchar(255),
    persona: openVarchar(KEY_LENGTH),
    stage: openVarchar(KEY_LENGTH),
    origin: varchar(20),
    /** The rules that gave the persona and the stage, by key; '' where no rule did. */
    rule: openVarchar(255),
  },
};
