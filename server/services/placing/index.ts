import type { Core } from '@strapi/strapi';
import { isSameDecision, type Decision } from '../../core/decision';
import {
  MAX_AT_ONCE,
  type OperationBody,
  type OperationKind,
  type PlacingBody,
  type PlacingExample,
} from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { EntryRef } from '../../core/vocabulary';
import { readUserNames } from '../../library/owners';
import { readStatesOf } from '../../stores/entry-states';
import {
  findOperation,
  listOperations,
  markInterrupted,
  type StoredOperation,
} from '../../stores/operations/operations';
import { ownUid } from '../../stores/tables';
import { inTransaction } from '../../stores/transaction';
import { readVocabulary } from '../../stores/vocabulary';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import { AT_START, EXAMPLES, placeBatch, type PlacingRequest, type Progress } from './apply';
import { chunksOf, idsOf, inKeyOrder } from './chunks';
import { addTo } from './counts';
import { planChunk, type PlannedEntry } from './plan';
import { journalOf, undoOperation } from './undo';

/**
 * Places many entries as one operation that can be undone as one. Up to MAX_AT_ONCE in one transaction, all or nothing;
 * more in several, in the order of their keys.
 */
export const createPlacingService = ({ strapi }: { strapi: Core.Strapi }) => {
  const bodiesOf = async (found: readonly StoredOperation[]): Promise<readonly OperationBody[]> => {
    const names = await readUserNames(
      strapi,
      found.flatMap(({ userId }) => userId ?? [])
    );
    return found.map(({ userId, at, undoneAt, ...rest }) => ({
      ...rest,
      by: userId === null ? null : (names.get(userId) ?? null),
      at: new Date(at).toISOString(),
      undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
    }));
  };

  const get = async (id: number): Promise<OperationBody> => {
    const found = await inTransaction(strapi, (trx) => findOperation(trx, id));
    const [body] = found ? await bodiesOf([found]) : [];
    if (!body) throw new Refusal('not-found', `\`id\`: there is no operation ${id}.`, { field: 'id' });
    return body;
  };

  return {
    get,

    list: async (page: { readonly kind: OperationKind | null; readonly limit: number; readonly offset: number }) => {
      const { operations: found, total } = await inTransaction(strapi, (trx) => listOperations(trx, page));
      return { operations: await bodiesOf(found), total };
    },

    /** What `apply` would do now; nothing is written. */
    async preview({ entries, plan }: Pick<PlacingRequest, 'entries' | 'plan'>): Promise<PlacingBody> {
      const keys = await readVocabulary(strapi);
      let { counts, examples }: Pick<Progress, 'counts' | 'examples'> = AT_START;
      for (const chunk of chunksOf(inKeyOrder(entries))) {
        const current = await inTransaction(strapi, (trx) => readStatesOf(strapi, trx, chunk[0].uid, idsOf(chunk)));
        const planned = planChunk(chunk, current, plan, keys, { userId: null, at: 0 });
        counts = addTo(counts, planned);
        examples = [...examples, ...planned.changed].slice(0, EXAMPLES);
        await yieldToHost();
      }
      return { counts, examples: examples.map(exampleOf), operation: null };
    },

    /** Does it. */
    async apply(request: PlacingRequest): Promise<PlacingBody> {
      const keys = await readVocabulary(strapi);
      const sorted = inKeyOrder(request.entries);
      let state = AT_START;
      for (let from = 0; from < sorted.length; from += MAX_AT_ONCE) {
        const entries = sorted.slice(from, from + MAX_AT_ONCE);
        const batch = { entries, isLast: from + MAX_AT_ONCE >= sorted.length, from: state };
        state = await inTransaction(strapi, (trx) => placeBatch(strapi, trx, request, keys, batch));
        service(strapi, 'changes').mark(ownUid('tag'));
      }
      const { id, counts, examples } = state;
      return { counts, examples: examples.map(exampleOf), operation: id === null ? null : await get(id) };
    },

    /** What an operation changed, in parts. */
    entriesOf: (id: number): AsyncIterable<readonly EntryRef[]> => journalOf(strapi, id),

    /** Puts every entry back; refuses, with their names, when somebody changed some since. */
    async undo(id: number, userId: number | null): Promise<OperationBody> {
      await undoOperation(strapi, await get(id), userId);
      service(strapi, 'changes').mark(ownUid('tag'));
      return get(id);
    },

    /** At start: what was under way when the server ended, no longer is. */
    recover: (): Promise<void> => inTransaction(strapi, markInterrupted),
  };
};

const exampleOf = ({ uid, documentId, before, after }: PlannedEntry): PlacingExample => ({
  uid,
  documentId,
  before: shown(before),
  after: shown(after),
  ...(isSameDecision(before.decision, after.decision)
    ? {}
    : {
        decision: { before: before.decision && said(before.decision), after: after.decision && said(after.decision) },
      }),
});

const said = ({ kind, mergeInto, note, owner, due }: Decision): Decision => ({ kind, mergeInto, note, owner, due });

const shown = ({ tags, excluded }: PlannedEntry['before']): PlacingExample['before'] => ({
  tags: tags.map(({ persona, stage }) => ({ persona, stage })),
  excluded: excluded?.reason ?? null,
});
