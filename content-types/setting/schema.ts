import { HIDDEN, varchar } from '../hidden';

/** One setting: how a content type is audited, what has been seeded, and the like. */
export const setting = {
  kind: 'collectionType',
  collectionName: 'cs_settings',
  info: { singularName: 'setting', pluralName: 'settings', displayName: 'Setting' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'cs_settings_key_unique', columns: ['key'], type: 'unique' }],
  attributes: {
    key: varchar(255),
    value: { type: 'json' },
  },
};
