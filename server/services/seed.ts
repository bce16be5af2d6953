import type { Core } from '@strapi/strapi';
import { DEFAULT_STAGES } from '../core/default-stages';
import { createSettingStore } from '../stores/settings';
import { createStageStore } from '../stores/stages';
import { inTransaction } from '../stores/transaction';

const MARK = 'seeded';

/** Lays out the default stages at the very first start. The mark is what keeps a deleted default from coming back. */
export const seedOnce = async (strapi: Core.Strapi): Promise<void> => {
  const settings = createSettingStore(strapi);
  await inTransaction(strapi, async () => {
    if ((await settings.get(MARK)) !== undefined) return;
    // First, so that of two instances starting together one fails here and then finds it done.
    await settings.set(MARK, { stages: true });
    const stages = createStageStore(strapi);
    if ((await stages.list()).length > 0) return;
    const next = { buyer: 0, customer: 0 };
    for (const stage of DEFAULT_STAGES) {
      await stages.insert({ ...stage, position: next[stage.journey], retired: false });
      next[stage.journey] += 1;
    }
  });
};
