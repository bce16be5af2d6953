import { strings } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { PersonaBody, PersonaInput, PersonaPatch } from '../core/api';
import { chooseKey } from '../core/keys';
import { chooseSuccessor, requireKey, requireNewName, requireOrder } from '../core/keyed-list';
import { EVERYONE, type Persona } from '../core/vocabulary';
import { createCellStore } from '../stores/cells';
import { createPersonaStore } from '../stores/personas';
import { createTagUsageStore } from '../stores/tag-usage';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

/** For whom content is made, as the settings page edits it. */
export const createPersonasService = ({ strapi }: { strapi: Core.Strapi }) => {
  const personas = createPersonaStore(strapi);
  const usage = createTagUsageStore(strapi);
  const changed = (): void => service(strapi, 'changes').mark(ownUid('persona'));

  const list = async (): Promise<readonly PersonaBody[]> => {
    const entries = await usage.entries('persona');
    return (await personas.list()).map((persona) => ({ ...persona, entries: entries.get(persona.key) ?? 0 }));
  };

  /** Counts for the one alone: the whole table's counts take ten times as long. */
  const find = (key: string): Promise<PersonaBody> =>
    inTransaction(strapi, async (trx) => ({
      ...requireKey(await personas.list(), 'persona', key),
      entries: await usage.entriesOf(trx, 'persona', key),
    }));

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

    update: async (key: string, change: PersonaPatch): Promise<PersonaBody> => {
      await inTransaction(strapi, async () => {
        const present = await personas.list();
        requireKey(present, 'persona', key);
        const others = present.filter((persona) => persona.key !== key);
        if (change.name !== undefined) requireNewName(others, 'persona', change.name);
        await personas.update(key, change);
      });
      changed();
      return find(key);
    },

    order: async (keys: readonly string[]): Promise<readonly PersonaBody[]> => {
      await inTransaction(strapi, async () => {
        requireOrder(
          keys,
          (await personas.list()).map((persona) => persona.key)
        );
        await personas.order(keys);
      });
      changed();
      return list();
    },

    /** Deletes a persona; one in use only when its tags may go to another, `everyone` included. */
    remove: async (key: string, reassignTo: string | undefined): Promise<void> => {
      await inTransaction(strapi, async (trx) => {
        await personas.lock(trx, [key], true);
        const present = await personas.list();
        const persona = requireKey(present, 'persona', key);
        const entries = await usage.entriesOf(trx, 'persona', key);
        const successor = chooseSuccessor(persona, entries, reassignTo, [
          ...present,
          { key: EVERYONE, retired: false },
        ]);
        if (successor !== null) await usage.reassign(trx, 'persona', key, successor);
        await createCellStore(strapi).removeOf({ persona: key });
        await personas.remove(key);
      });
      changed();
    },
  };
};
