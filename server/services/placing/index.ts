import type { Core } from '@strapi/strapi';
import { every, inBackground } from '../../background';
import { MAX_AT_ONCE, type OperationBody, type OperationKind } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { entriesInSight, type EntriesInSight } from '../../library/entries-in-sight';
import { readStatesOf } from '../../stores/entry-states';
import {
  dropLeftPlans,
  findOperation,
  listOperations,
  PLAN_TERM,
  runningOperations,
} from '../../stores/operations/operations';
import { touchesSeen } from '../../stores/operations/sight';
import { ownUid } from '../../stores/tables';
import { inTransaction } from '../../stores/transaction';
import { readVocabulary } from '../../stores/vocabulary';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import { AT_START, EXAMPLES, placeBatch, type PlacingRequest, type Progress } from './apply';
import { exampleOf, operationBodies, type PlainPlacing } from './bodies';
import { chunksOf, idsOf, inKeyOrder } from './chunks';
import { addTo } from './counts';
import { interrupt, placeNextPart, planLarge } from './large';
import { planChunk } from './plan';
import { asSeen } from './seen';
import { journalOf, undoOperation, undoRest } from './undo';

/**
 * Places many entries as one operation that can be undone as one. Up to MAX_AT_ONCE in one transaction, all or nothing;
 * more in several, in the order of their keys, that are gone on with after a crash.
 */
export const createPlacingService = ({ strapi }: { strapi: Core.Strapi }) => {
  const get = async (id: number, sight?: EntriesInSight): Promise<OperationBody> => {
    const found = await inTransaction(strapi, (trx) => findOperation(trx, id, sight && touchesSeen(trx, sight)));
    const [body] = found ? await operationBodies(strapi, [found]) : [];
    if (!body) throw new Refusal('not-found', `\`id\`: there is no operation ${id}.`, { field: 'id' });
    return body;
  };

  let isStopped = false;
  let resuming: Promise<void> | undefined;
  let endDropping = (): void => undefined;

  /** Places the rest of what was written down. */
  const goOn = async (id: number): Promise<void> => {
    try {
      while (!isStopped && (await placeNextPart(strapi, id))) service(strapi, 'changes').mark(ownUid('tag'));
    } catch (error) {
      if (!isStopped) await interrupt(strapi, id);
      throw error;
    }
  };

  return {
    /** One that changed an entry that the user may read. */
    async get(id: number, ability: UserAbility): Promise<OperationBody> {
      const sight = await entriesInSight(strapi, ability);
      const body = await get(id, sight);
      const [seen = body] = await asSeen(strapi, [body], sight);
      return seen;
    },

    /** Those that changed an entry that the user may read. */
    list: async (
      page: { readonly kind: OperationKind | null; readonly limit: number; readonly offset: number },
      ability: UserAbility
    ) => {
      const sight = await entriesInSight(strapi, ability);
      const { operations: found, total } = await inTransaction(strapi, (trx) =>
        listOperations(trx, page, touchesSeen(trx, sight))
      );
      return { operations: await asSeen(strapi, await operationBodies(strapi, found), sight), total };
    },

    /** What `apply` would do now; nothing is written. */
    async preview({ entries, plan }: Pick<PlacingRequest, 'entries' | 'plan'>): Promise<PlainPlacing> {
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
    async apply(request: PlacingRequest): Promise<PlainPlacing> {
      const keys = await readVocabulary(strapi);
      const sorted = inKeyOrder(request.entries);
      const isSmall = sorted.length <= MAX_AT_ONCE;
      const { id, counts, examples } = isSmall
        ? await inTransaction(strapi, (trx) => placeBatch(strapi, trx, request, keys, sorted))
        : await planLarge(strapi, request, keys, sorted);
      if (isSmall) service(strapi, 'changes').mark(ownUid('tag'));
      else if (id !== null) await goOn(id);
      const operation = id === null ? null : await get(id);
      return { counts: operation?.counts ?? counts, examples: examples.map(exampleOf), operation };
    },

    /** What an operation changed, in parts. */
    entriesOf: (id: number): AsyncIterable<readonly EntryRef[]> => journalOf(strapi, id),

    /** Puts every entry back; refuses, with their names, when somebody changed some since. */
    async undo(id: number, userId: number | null): Promise<OperationBody> {
      await undoOperation(strapi, await get(id), userId);
      service(strapi, 'changes').mark(ownUid('tag'));
      return get(id);
    },

    /** At start: goes on in the background with what was under way when the server ended. */
    async recover(): Promise<void> {
      isStopped = false;
      const dropPlans = (): Promise<void> => inTransaction(strapi, dropLeftPlans);
      endDropping = every(strapi, PLAN_TERM, DROPPED_LATER, dropPlans);
      const running = await inTransaction(strapi, runningOperations);
      const resume = async ({ id, status, appliedNo }: (typeof running)[number]): Promise<void> => {
        if (status === 'undoing') await undoRest(strapi, id, null);
        else if (appliedNo === null) await interrupt(strapi, id);
        else await goOn(id);
      };
      resuming = (async () => {
        await inBackground(strapi, DROPPED_LATER, dropPlans);
        for (const operation of running) {
          await inBackground(strapi, `operation ${operation.id} broke off`, () => resume(operation));
        }
      })();
    },

    /** Ends at the next pause; the next start goes on. */
    async stop(): Promise<void> {
      isStopped = true;
      endDropping();
      await resuming;
    },
  };
};

const DROPPED_LATER = 'plans that a killed process left behind are dropped later';
