import type { Core } from '@strapi/strapi';
import type { CellSetting } from '../core/vocabulary';
import { ownUid } from './tables';

/** Cells with a wish of their own; the others follow their stage. */
export const createCellStore = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(ownUid('cell'));
  return {
    list: async (): Promise<readonly CellSetting[]> => {
      const found: readonly CellSetting[] = await query().findMany({ orderBy: [{ persona: 'asc' }, { stage: 'asc' }] });
      return found.map(({ persona, stage, target, notNeeded }) => ({ persona, stage, target, notNeeded }));
    },
    /** A cell without any wish is no row. */
    put: async ({ persona, stage, target, notNeeded }: CellSetting): Promise<void> => {
      const where = { persona, stage };
      if (target === null && notNeeded === null) await query().deleteMany({ where });
      else if ((await query().count({ where })) > 0) await query().updateMany({ where, data: { target, notNeeded } });
      else await query().create({ data: { persona, stage, target, notNeeded } });
    },
    /** Forgets the cells of a deleted persona or stage. */
    removeOf: async (where: { readonly persona: string } | { readonly stage: string }): Promise<void> => {
      await query().deleteMany({ where });
    },
  };
};
