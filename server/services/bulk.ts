import type { Core } from '@strapi/strapi';
import { patchOf } from '../core/bulk-change';
import type { BulkChange, BulkInput, OperationBody, PlacingBody } from '../core/placing-api';
import { Refusal } from '../core/refusal';
import { assertSettable, planPatch, type KnownKeys, type TagSet } from '../core/tag-set';
import type { SessionUser } from '../http/session';
import type { UserAbility } from '../library/access';
import { anyRow } from '../library/entries';
import { readableDocuments } from '../library/entry-access';
import { readVocabulary } from '../stores/vocabulary';
import { service } from '.';
import { chunksOf, idsOf } from './placing/chunks';
import type { PlacingPlan } from './placing/plan';
import { UndoRefusal } from './placing/undo-refusal';
import { namedExamples } from './reading/examples';
import { withTitles } from './reading/titles';
import { selectEntries } from './selection';

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

  return {
    place: async (
      { change, dryRun, ...selection }: BulkInput,
      user: SessionUser<UserAbility>
    ): Promise<PlacingBody> => {
      await requireKnown(change);
      const entries = await selectEntries(strapi, selection, user.ability);
      const plan = planOf(change);
      const body = dryRun
        ? await placing().preview({ entries, plan })
        : await placing().apply({ kind: 'bulk', name: null, userId: user.userId, entries, plan });
      return { ...body, examples: await namedExamples(strapi, body.examples, user.ability) };
    },

    /** For those who may read every entry that would be put back. */
    undo: async (id: number, { ability, userId }: SessionUser<UserAbility>): Promise<OperationBody> => {
      // One that changed nothing in sight is as one that is not there.
      await placing().get(id, ability);
      for await (const entries of placing().entriesOf(id)) {
        for (const chunk of chunksOf(entries)) {
          const readable = await readableDocuments(strapi, ability, chunk[0].uid, idsOf(chunk));
          for (const entry of chunk.filter(({ documentId }) => !readable.has(documentId))) {
            if ((await anyRow(strapi, entry)) !== null) throw hidden();
          }
        }
      }
      try {
        await placing().undo(id, userId);
        return await placing().get(id, ability);
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

const hidden = (): Refusal =>
  new Refusal('forbidden', 'You may not read some of the entries that would be put back; nothing was undone.');
