import type { Core } from '@strapi/strapi';
import type { CellInput } from '../core/api';
import { requireKey } from '../core/keyed-list';
import type { CellSetting } from '../core/vocabulary';
import { createCellStore } from '../stores/cells';
import { createPersonaStore } from '../stores/personas';
import { createStageStore } from '../stores/stages';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** What single cells of the heatmap want: another target than their stage's, or nothing. */
export const createCellsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const cells = createCellStore(strapi);
  return {
    list: cells.list,

    /** What is not named stays. */
    update: async (persona: string, stage: string, change: CellInput): Promise<CellSetting> => {
      const setting = await inTransaction(strapi, async () => {
        requireKey(await createPersonaStore(strapi).list(), 'persona', persona);
        requireKey(await createStageStore(strapi).list(), 'stage', stage);
        const before = (await cells.list()).find((cell) => cell.persona === persona && cell.stage === stage);
        const after: CellSetting = { target: null, notNeeded: null, ...before, persona, stage, ...change };
        await cells.put(after);
        return after;
      });
      service(strapi, 'changes').mark(ownUid('cell'));
      return setting;
    },
  };
};
