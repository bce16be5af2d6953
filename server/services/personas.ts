import { strings } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { PersonaBody, PersonaInput, PersonaPatch } from '../core/api';
import { chooseKey } from '../core/keys';
import { chooseSuccessor, requireKey, requireNewName, requireOrder, type Usage } from '../core/keyed-list';
import { EVERYONE, type Persona } from '../core/vocabulary';
import type { UserAbility } from '../library/access';
import { entriesInSight, type EntriesInSight } from '../library/entries-in-sight';
import { createCellStore } from '../stores/cells';
import { createPersonaStore } from '../stores/personas';
import { createRuleStore } from '../stores/rules';
import { createTagUsageStore } from '../stores/tag-usage';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** For whom content is made, as the settings page edits it. */
export const createPersonasService = ({ strapi }: { strapi: Core.Strapi }) => {
  const personas = createPersonaStore(strapi);
  const usage = createTagUsageStore(strapi);
  const changed = (): void => service(strapi, 'changes').mark(ownUid('persona'));

  const list = async (ability: UserAbility): Promise<readonly PersonaBody[]> => {
    const entries = await usage.entries('persona', await entriesInSight(strapi, ability));
    return (await personas.list()).map((persona) => ({ ...persona, entries: entries.get(persona.key) ?? 0 }));
  };

  /** Counts for the one alone: the whole table's counts take ten times as long. */
  const find = async (key: string, ability: UserAbility): Promise<PersonaBody> => {
    const sight = await entriesInSight(strapi, ability);
    return inTransaction(strapi, async (trx) => ({
      ...requireKey(await personas.list(), 'persona', key),
      entries: await usage.entriesOf(trx, 'persona', key, sight),
    }));
  };

  const usageOf = async (trx: Knex.Transaction, key: string, sight: EntriesInSight): Promise<Usage> => ({
    isUsed: await usage.isUsed(trx, 'persona', key),
    entries: await usage.entriesOf(trx, 'persona', key, sight),
  });

  return {
    list,

    create: async ({ key, ...input }: PersonaInput): Promise<PersonaBody> => {
      const made = await inTransaction(strapi, async () => {
        const present = await personas.list();
        requireNewName(present, 'persona', input.name);
        const persona: Persona = {
          description: '',
          group: '',
          priority: 'primary',
          buys: true,
          uses: true,
          ...input,
          key: chooseKey(key, strings.nameToSlug(input.name), present, 'persona'),
          position: present.length,
          retired: false,
        };
        await personas.insert(persona);
        return persona;
      });
      changed();
      return { ...made, entries: 0 };
    },

    update: async (key: string, change: PersonaPatch, ability: UserAbility): Promise<PersonaBody> => {
      await inTransaction(strapi, async () => {
        const present = await personas.list();
        requireKey(present, 'persona', key);
        const others = present.filter((persona) => persona.key !== key);
        if (change.name !== undefined) requireNewName(others, 'persona', change.name);
        await personas.update(key, change);
      });
      changed();
      return find(key, ability);
    },

    order: async (keys: readonly string[], ability: UserAbility): Promise<readonly PersonaBody[]> => {
      await inTransaction(strapi, async () => {
        requireOrder(
          keys,
          (await personas.list()).map((persona) => persona.key)
        );
        await personas.order(keys);
      });
      changed();
      return list(ability);
    },

    /** Deletes a persona; one in use only when its tags may go to another, `everyone` included. */
    remove: async (key: string, reassignTo: string | undefined, ability: UserAbility): Promise<void> => {
      const sight = await entriesInSight(strapi, ability);
      await inTransaction(strapi, async (trx) => {
        await personas.lock(trx, [key], true);
        const present = await personas.list();
        const persona = requireKey(present, 'persona', key);
        const used = await usageOf(trx, key, sight);
        const successor = chooseSuccessor(persona, used, reassignTo, [...present, { key: EVERYONE, retired: false }]);
        if (successor !== null) await usage.reassign(trx, 'persona', key, successor);
        await createCellStore(strapi).removeOf({ persona: key });
        await createRuleStore(strapi).succeed('personas', key, successor);
        await personas.remove(key);
      });
      changed();
    },
  };
};
