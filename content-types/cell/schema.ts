import { HIDDEN, KEY_LENGTH, varchar } from '../hidden';

/** A persona's own wish for one stage: another target, or nothing at all. */
export const cell = {
  kind: 'collectionType',
  collectionName: 'cs_cells',
  info: { singularName: 'cell', pluralName: 'cells', displayName: 'Cell' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'cs_cells_cell_unique', columns: ['persona', 'stage'], type: 'unique' }],
  attributes: {
    persona: varchar(KEY_LENGTH),
    stage: varchar(KEY_LENGTH),
    target: { type: 'integer' },
    notNeeded: { type: 'text' },
  },
};
