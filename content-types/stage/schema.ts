import { HIDDEN, KEY_LENGTH, varchar } from '../hidden';

/** A step of one of the two journeys. */
export const stage = {
  kind: 'collectionType',
  collectionName: 'cs_stages',
  info: { singularName: 'stage', pluralName: 'stages', displayName: 'Stage' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'cs_stages_key_unique', columns: ['key'], type: 'unique' }],
  attributes: {
    key: varchar(KEY_LENGTH),
    name: { type: 'string', required: true },
    journey: { type: 'string', required: true },
    position: { type: 'integer' },
    aliases: { type: 'json' },
    target: { type: 'integer' },
    playbook: { type: 'json' },
    retired: { type: 'boolean' },
  },
};
