import { strings } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { StageBody, StageInput, StagePatch } from '../core/api';
import { DEFAULT_TARGET, EMPTY_PLAYBOOK } from '../core/default-stages';
import { chooseSuccessor, requireKey, requireNewName, requireOrder, type Usage } from '../core/keyed-list';
import { chooseKey } from '../core/keys';
import type { Journey, Stage } from '../core/vocabulary';
import type { UserAbility } from '../library/access';
import { entriesInSight, type EntriesInSight } from '../library/entries-in-sight';
import { createCellStore } from '../stores/cells';
import { createStageStore } from '../stores/stages';
import { createRuleStore } from '../stores/rules';
import { createTagUsageStore } from '../stores/tag-usage';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** The steps of both journeys, as the settings page edits them. */
export const createStagesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const stages = createStageStore(strapi);
  const usage = createTagUsageStore(strapi);
  const changed = (): void => service(strapi, 'changes').mark(ownUid('stage'));

  const list = async (ability: UserAbility): Promise<readonly StageBody[]> => {
    const entries = await usage.entries('stage', await entriesInSight(strapi, ability));
    return (await stages.list()).map((stage) => ({ ...stage, entries: entries.get(stage.key) ?? 0 }));
  };

  /** Counts for the one alone: the whole table's counts take ten times as long. */
  const find = async (key: string, ability: UserAbility): Promise<StageBody> => {
    const sight = await entriesInSight(strapi, ability);
    return inTransaction(strapi, async (trx) => ({
      ...requireKey(await stages.list(), 'stage', key),
      entries: await usage.entriesOf(trx, 'stage', key, sight),
    }));
  };

  const usageOf = async (trx: Knex.Transaction, key: string, sight: EntriesInSight): Promise<Usage> => ({
    isUsed: await usage.isUsed(trx, 'stage', key),
    entries: await usage.entriesOf(trx, 'stage', key, sight),
  });

  return {
    list,

    create: async ({ key, playbook, ...input }: StageInput): Promise<StageBody> => {
      const made = await inTransaction(strapi, async () => {
        const present = await stages.list();
        requireNewName(ofJourney(present, input.journey), 'stage of this journey', input.name);
        const stage: Stage = {
          aliases: [],
          target: DEFAULT_TARGET,
          ...input,
          playbook: { ...EMPTY_PLAYBOOK, ...playbook },
          key: chooseKey(key, strings.nameToSlug(input.name), present, 'stage'),
          position: ofJourney(present, input.journey).length,
          retired: false,
        };
        await stages.insert(stage);
        return stage;
      });
      changed();
      return { ...made, entries: 0 };
    },

    /** Of the playbook, too, only what is named changes. */
    update: async (key: string, { playbook, ...change }: StagePatch, ability: UserAbility): Promise<StageBody> => {
      await inTransaction(strapi, async () => {
        const present = await stages.list();
        const stage = requireKey(present, 'stage', key);
        const others = ofJourney(present, stage.journey).filter((other) => other.key !== key);
        if (change.name !== undefined) requireNewName(others, 'stage of this journey', change.name);
        await stages.update(key, { ...change, ...(playbook && { playbook: { ...stage.playbook, ...playbook } }) });
      });
      changed();
      return find(key, ability);
    },

    /** Orders one journey; which one, its keys tell. */
    order: async (keys: readonly string[], ability: UserAbility): Promise<readonly StageBody[]> => {
      await inTransaction(strapi, async () => {
        const present = await stages.list();
        const { journey } = requireKey(present, 'stage', keys[0] ?? '');
        requireOrder(
          keys,
          ofJourney(present, journey).map((stage) => stage.key)
        );
        await stages.order(keys);
      });
      changed();
      return list(ability);
    },

    /** Deletes a stage; one in use only when its tags may go to another, of either journey. */
    remove: async (key: string, reassignTo: string | undefined, ability: UserAbility): Promise<void> => {
      const sight = await entriesInSight(strapi, ability);
      await inTransaction(strapi, async (trx) => {
        await stages.lock(trx, [key], true);
        const present = await stages.list();
        const stage = requireKey(present, 'stage', key);
        const successor = chooseSuccessor(stage, await usageOf(trx, key, sight), reassignTo, present);
        if (successor !== null) await usage.reassign(trx, 'stage', key, successor);
        await createCellStore(strapi).removeOf({ stage: key });
        await createRuleStore(strapi).succeed('stages', key, successor);
        await stages.remove(key);
      });
      changed();
    },
  };
};

const ofJourney = (stages: readonly Stage[], wanted: Journey): readonly Stage[] =>
  stages.filter(({ journey }) => journey === wanted);
