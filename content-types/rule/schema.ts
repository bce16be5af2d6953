import { HIDDEN, KEY_LENGTH, openVarchar, varchar } from '../hidden';

/** A rule that places entries; `definition` holds its condition and what it gives. */
export const rule = {
  kind: 'collectionType',
  collectionName: 'cs_rules',
  info: { singularName: 'rule', pluralName: 'rules', displayName: 'Rule' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'cs_rules_key_unique', columns: ['key'], type: 'unique' },
    { name: 'cs_rules_type_index', columns: ['entry_uid'] },
  ],
  attributes: {
    key: varchar(KEY_LENGTH),
    entryUid: openVarchar(255),
    position: { type: 'integer' },
    definition: { type: 'json' },
  },
};
