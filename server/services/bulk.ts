import type { Core } from '@strapi/strapi';
import type { InventoryQuery } from '../core/api';
import { patchOf } from '../core/bulk-change';
import {
  MAX_AT_ONCE,
  type BulkChange,
  type BulkInput,
  type OperationBody,
  type PlacingBody,
} from '../core/placing-api';
import { invalid, Refusal } from '../core/refusal';
import { assertSettable, planPatch, type KnownKeys, type TagSet } from '../core/tag-set';
import { entryKey, type EntryRef } from '../core/vocabulary';
import type { SessionUser } from '../http/session';
import type { UserAbility } from '../library/access';
import { anyRow } from '../library/entries';
import { readableDocuments } from '../library/entry-access';
import { readVocabulary } from '../stores/vocabulary';
import { service } from '.';
import { yieldToHost } from './audit/pace';
import { chunksOf, idsOf, inKeyOrder } from './placing/chunks';
import type { PlacingPlan } from './placing/plan';
import { UndoRefusal } from './placing/undo-refusal';
import { withTitles } from './reading/titles';

/** Placing a selection, or all that a list shows, in one go. */
export const createBulkService = ({ strapi }: { strapi: Core.Strapi }) => {
  const placing = () => service(strapi, 'placing');

  /** Refuses keys that nobody may set, before any entry is looked at. */
  const requireKnown = async (change: BulkChange): Promise<void> => {
    const known = await readVocabulary(strapi);
    if (change.mode === 'add' || change.mode === 'replace') assertSettable(change, known);
    // What has retired may still be taken away.
    if (change.mode === 'remove') assertSettable(change, withRetired(known));
    if (change.mode === 'pairs') planPatch(NOTHING, { add: change.add ?? [] }, known, 'person');
  };

  /** All that a list shows, as of the newest audit. */
  const listed = async (filter: InventoryQuery, ability: UserAbility): Promise<readonly EntryRef[]> => {
    const entries: EntryRef[] = [];
    for await (const { uid, documentId } of await service(strapi, 'inventory').stream(filter, ability)) {
      entries.push({ uid, documentId });
      if (entries.length > MAX_AT_ONCE) throw tooMany();
    }
    return entries;
  };

  /** Of entries named one by one, each must be there; of a list as of an audit, some may have gone since. */
  const placeable = async (entries: readonly EntryRef[], ability: UserAbility, named: boolean) => {
    const found: EntryRef[] = [];
    for (const chunk of chunksOf(inKeyOrder(entries))) {
      const { uid } = chunk[0];
      await service(strapi, 'contentTypes').requireAudited(uid);
      const readable = await readableDocuments(strapi, ability, uid, idsOf(chunk));
      const missing = chunk.find(({ documentId }) => !readable.has(documentId));
      if (missing && named) throw notThere(missing);
      found.push(...chunk.filter(({ documentId }) => readable.has(documentId)));
      await yieldToHost();
    }
    return found;
  };

  return {
    place: async (
      { entries, filter, change, dryRun }: BulkInput,
      user: SessionUser<UserAbility>
    ): Promise<PlacingBody> => {
      await requireKnown(change);
      const asked = unique(entries ?? (await listed(filter ?? {}, user.ability)));
      const there = await placeable(asked, user.ability, entries !== undefined);
      const plan = planOf(change);
      const body = dryRun
        ? await placing().preview({ entries: there, plan })
        : await placing().apply({ kind: 'bulk', name: null, userId: user.userId, entries: there, plan });
      return { ...body, examples: await withTitles(strapi, body.examples, user.ability) };
    },

    /** For those who may read every entry that would be put back. */
    undo: async (id: number, ability: UserAbility): Promise<OperationBody> => {
      for await (const entries of placing().entriesOf(id)) {
        for (const chunk of chunksOf(entries)) {
          const readable = await readableDocuments(strapi, ability, chunk[0].uid, idsOf(chunk));
          for (const entry of chunk.filter(({ documentId }) => !readable.has(documentId))) {
            if ((await anyRow(strapi, entry)) !== null) throw hidden();
          }
        }
      }
      try {
        return await placing().undo(id);
      } catch (error) {
        if (!(error instanceof UndoRefusal)) throw error;
        throw new UndoRefusal(await withTitles(strapi, error.conflict.entries, ability), error.conflict.total);
      }
    },
  };
};

const NOTHING: TagSet = { tags: [], excluded: null };

const withRetired = ({ personas, stages }: KnownKeys): KnownKeys => ({
  personas: personas.map(({ key }) => ({ key, retired: false })),
  stages: stages.map(({ key }) => ({ key, retired: false })),
});

const planOf =
  (change: BulkChange): PlacingPlan =>
  (_entry, current, known) => {
    try {
      return { changes: planPatch(current, patchOf(current, change), known, 'person'), origin: 'person' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { skip: error.details['field'] === 'tags' ? 'too-many-tags' : 'retired' };
    }
  };

const unique = (entries: readonly EntryRef[]): readonly EntryRef[] => [
  ...new Map(entries.map((entry) => [entryKey(entry), entry])).values(),
];

const tooMany = (): Refusal =>
  invalid('filter', `\`filter\`: more than ${MAX_AT_ONCE} entries match; narrow it, by content type for one.`);

const hidden = (): Refusal =>
  new Refusal('forbidden', 'You may not read some of the entries that would be put back; nothing was undone.');

const notThere = ({ uid, documentId }: EntryRef): Refusal =>
  new Refusal('not-found', `\`entries\`: there is no entry "${documentId}" of "${uid}", or you may not read it.`, {
    field: 'entries',
    uid,
    documentId,
  });
