import { HIDDEN, KEY_LENGTH, varchar } from '../hidden';

/** For whom content is made. */
export const persona = {
  kind: 'collectionType',
  collectionName: 'cs_personas',
  info: { singularName: 'persona', pluralName: 'personas', displayName: 'Persona' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'cs_personas_key_unique', columns: ['key'], type: 'unique' }],
  attributes: {
    key: varchar(KEY_LENGTH),
    name: { type: 'string', required: true },
    description: { type: 'text' },
    group: { type: 'string' },
    priority: { type: 'string' },
    buys: { type: 'boolean' },
    uses: { type: 'boolean' },
    position: { type: 'integer' },
    retired: { type: 'boolean' },
  },
};
