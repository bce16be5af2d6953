import type { Core } from '@strapi/strapi';
import type { PresetBody, PresetPreview } from '../core/api';
import { planPreset, previewPlan, type PresetPlan } from '../core/preset-plan';
import { PRESETS, type Preset } from '../core/presets';
import { Refusal } from '../core/refusal';
import type { UserAbility } from '../library/access';
import { entriesInSight, type EntriesInSight } from '../library/entries-in-sight';
import { createRuleStore } from '../stores/rules';
import { createStageStore } from '../stores/stages';
import { createTagUsageStore } from '../stores/tag-usage';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** Ready-made stages, applied through a preview. */
export const createPresetsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const stages = createStageStore(strapi);
  const usage = createTagUsageStore(strapi);

  const previewOf = async (plan: PresetPlan, sight: EntriesInSight): Promise<PresetPreview> => {
    const entries = await usage.entries('stage', sight);
    return previewPlan(plan, (key) => entries.get(key) ?? 0);
  };

  return {
    list: (): readonly PresetBody[] =>
      PRESETS.map(({ key, name, stages: own }) => ({
        key,
        name,
        stages: own.map((stage) => ({ key: stage.key, name: stage.name, journey: stage.journey })),
      })),

    preview: async (key: string, ability: UserAbility): Promise<PresetPreview> =>
      previewOf(planPreset(presetOf(key), await stages.list()), await entriesInSight(strapi, ability)),

    /** Tags go to the successors; stages that are left retire, so that nothing anybody wrote is lost. */
    apply: async (key: string, ability: UserAbility): Promise<PresetPreview> => {
      const sight = await entriesInSight(strapi, ability);
      const preview = await inTransaction(strapi, async (trx) => {
        const present = await stages.list();
        await stages.lock(
          trx,
          present.map((stage) => stage.key),
          true
        );
        const plan = planPreset(presetOf(key), present);
        const before = await previewOf(plan, sight);
        for (const { stage, present: state } of plan.stages) {
          const { succeeds: _succeeds, ...fresh } = stage;
          if (state === 'no') await stages.insert({ ...fresh, position: 0, retired: false });
          if (state === 'retired') await stages.update(stage.key, { retired: false });
        }
        for (const { from, to } of plan.moves) {
          if (to?.key === from.key) continue;
          if (to) {
            await usage.reassign(trx, 'stage', from.key, to.key);
            await createRuleStore(strapi).succeed('stages', from.key, to.key);
          }
          await stages.update(from.key, { retired: true });
        }
        const live = plan.stages.map(({ stage }) => stage.key);
        await stages.order([...live, ...present.map((stage) => stage.key).filter((other) => !live.includes(other))]);
        return before;
      });
      service(strapi, 'changes').mark(ownUid('stage'));
      return preview;
    },
  };
};

const presetOf = (key: string): Preset => {
  const preset = PRESETS.find((other) => other.key === key);
  if (preset) return preset;
  const known = PRESETS.map((other) => other.key);
  throw new Refusal('not-found', `There is no preset "${key}"; known: ${known.join(', ')}.`, { field: 'key', known });
};
