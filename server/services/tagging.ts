import type { Core } from '@strapi/strapi';
import type { TagPatch, TagReplacement, TagSetBody } from '../core/api';
import { invalid } from '../core/refusal';
import { isMatch, matchPlacing } from '../core/tag-match';
import { planPatch, planReplacement, type Actor, type KnownKeys, type TagChanges, type TagSet } from '../core/tag-set';
import { EVERYONE, type EntryRef, type Exclusion, type Journey } from '../core/vocabulary';
import type { UserAbility } from '../library/access';
import { anyRow } from '../library/entries';
import { readableDocuments } from '../library/entry-access';
import { forgetFormerPaths } from '../stores/consumption/former-paths';
import { forgetDecisions } from '../stores/decisions';
import { createExclusionStore } from '../stores/exclusions';
import { createPersonaStore } from '../stores/personas';
import { createStageStore } from '../stores/stages';
import { ownUid } from '../stores/tables';
import { createTagStore, type StoredTag } from '../stores/tags';
import { inTransaction } from '../stores/transaction';
import { readVocabulary } from '../stores/vocabulary';
import { service } from '.';
import { noSuchEntry, withEntryLocked } from './locked-entry';

/** Placing entries: what the panel, scripts, and the host's own writes do to tags. */
export const createTaggingService = ({ strapi }: { strapi: Core.Strapi }) => {
  const tags = createTagStore(strapi);
  const exclusions = createExclusionStore(strapi);
  const personas = createPersonaStore(strapi);
  const stages = createStageStore(strapi);
  const changed = (): void => service(strapi, 'changes').mark(ownUid('tag'));

  const getMany = async (uid: string, documentIds: readonly string[]): Promise<readonly TagSetBody[]> => {
    const journeys = new Map((await stages.list()).map(({ key, journey }) => [key, journey]));
    const found = await tags.of(uid, documentIds);
    const excluded = await exclusions.of(uid, documentIds);
    return documentIds.map((documentId) => {
      const own = found.filter((tag) => tag.documentId === documentId);
      return bodyOf({ uid, documentId }, own, excluded.get(documentId) ?? null, journeys);
    });
  };

  const get = async (entry: EntryRef): Promise<TagSetBody> => {
    const [body] = await getMany(entry.uid, [entry.documentId]);
    if (!body) throw noSuchEntry(entry);
    return body;
  };

  const write = async (
    entry: EntryRef,
    actor: Actor,
    plan: (current: TagSet, known: KnownKeys) => TagChanges
  ): Promise<TagSetBody> => {
    await withEntryLocked(strapi, entry, async (trx) => {
      const known = await readVocabulary(strapi);
      const excluded = await exclusions.of(entry.uid, [entry.documentId]);
      const changes = plan(
        { tags: await tags.of(entry.uid, [entry.documentId]), excluded: excluded.get(entry.documentId) ?? null },
        known
      );
      const newPersonas = keysOf(changes, 'persona');
      const newStages = keysOf(changes, 'stage');
      requireAll('persona', newPersonas, await personas.lock(trx, newPersonas));
      requireAll('stage', newStages, await stages.lock(trx, newStages));
      const now = new Date();
      await tags.write(trx, entry, changes, actor, now);
      if (changes.excluded === null) await exclusions.clear(trx, entry);
      if (changes.excluded) await exclusions.set(trx, entry, changes.excluded.reason, actor.userId, now);
    });
    changed();
    return get(entry);
  };

  return {
    get,
    getMany,

    /** Adds and removes; what is not named stays. */
    patch: (entry: EntryRef, patch: TagPatch, actor: Actor): Promise<TagSetBody> =>
      write(entry, actor, (current, known) => planPatch(current, patch, known, actor.origin)),

    /** Makes the set what is said. */
    replace: (entry: EntryRef, replacement: TagReplacement, actor: Actor): Promise<TagSetBody> =>
      write(entry, actor, (current, known) => planReplacement(current, replacement, known, actor.origin)),

    /** Those of some documents that the user may read; of a type not under audit, a refusal. */
    readable: async (uid: string, documentIds: readonly string[], ability: UserAbility): Promise<readonly string[]> => {
      await service(strapi, 'contentTypes').requireAudited(uid);
      const readable = await readableDocuments(strapi, ability, uid, documentIds);
      return documentIds.filter((documentId) => readable.has(documentId));
    },

    /** Those of some entries that are in no cell, not for everyone at a stage, and not taken out of the journeys. */
    toPlaceAmong: async (uid: string, documentIds: readonly string[]): Promise<readonly string[]> => {
      const excluded = await exclusions.of(uid, documentIds);
      const placing = matchPlacing(await readVocabulary(strapi));
      const placed = (await tags.of(uid, documentIds)).filter((tag) => isMatch(tag, placing));
      const done = new Set([...excluded.keys(), ...placed.map(({ documentId }) => documentId)]);
      return documentIds.filter((documentId) => !done.has(documentId));
    },

    /** A copy of an entry is for the same people at the same moment. Joins the host's transaction. */
    copy: async (from: EntryRef, to: EntryRef): Promise<void> => {
      const excluded = (await exclusions.of(from.uid, [from.documentId])).get(from.documentId);
      await inTransaction(strapi, async (trx) => {
        const now = new Date();
        await tags.copy(trx, from, to, now);
        if (excluded) await exclusions.set(trx, to, excluded.reason, null, now);
      });
      changed();
    },

    /** Forgets all about a document once no row of it is left: deleting one locale of several keeps the rest's tags. */
    forgetIfGone: async (entry: EntryRef): Promise<void> => {
      if ((await anyRow(strapi, entry)) !== null) return;
      await inTransaction(strapi, async (trx) => {
        await tags.forget(trx, entry);
        await exclusions.clear(trx, entry);
        await forgetDecisions(strapi, trx, entry);
        await forgetFormerPaths(trx, entry);
      });
      changed();
    },
  };
};

const bodyOf = (
  entry: EntryRef,
  tags: readonly StoredTag[],
  excluded: Exclusion | null,
  journeys: ReadonlyMap<string, Journey>
): TagSetBody => ({
  ...entry,
  tags: tags.map(({ persona, stage, origin, by, rule, at }) => ({
    persona,
    stage,
    journey: stage === null ? null : (journeys.get(stage) ?? null),
    origin,
    by: origin === 'person' ? by : null,
    rule,
    at: at.toISOString(),
  })),
  excluded,
});

const keysOf = ({ insert }: TagChanges, side: 'persona' | 'stage'): readonly string[] =>
  [...new Set(insert.map((pair) => pair[side]))].filter((key) => key !== null && key !== EVERYONE).sort() as string[];

/** Somebody may delete a persona or stage in the very moment in which another sets it. */
const requireAll = (what: 'persona' | 'stage', keys: readonly string[], present: readonly string[]): void => {
  const gone = keys.find((key) => !present.includes(key));
  if (gone !== undefined) throw invalid(what, `\`${what}\`: "${gone}" has just been deleted.`);
};
