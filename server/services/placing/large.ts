import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { MAX_AT_ONCE } from '../../core/placing-api';
import type { KnownKeys } from '../../core/tag-set';
import type { EntryRef } from '../../core/vocabulary';
import { existingDocuments } from '../../library/entries';
import { isSameState, readStatesOf, UNTOUCHED, writeStates } from '../../stores/entry-states';
import { dropFromJournal, readJournal, type NumberedEntry } from '../../stores/operations/journal';
import { dropOperation, findOperation, updateOperation } from '../../stores/operations/operations';
import { enterGate } from '../../stores/operations/tables';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';
import { AT_START, planBatch, type PlacingRequest, type Progress } from './apply';
import { chunksOf, idsOf } from './chunks';
import { without } from './counts';

/** Entries written down in one transaction: short, because nothing has to be done at once yet. */
const PLANNED_AT_ONCE = 1_000;

/**
 * Writes down what becomes of more entries than fit one transaction, so that a crash only pauses placing them. Nothing
 * is placed before all of it stands; what breaks off is forgotten.
 */
export const planLarge = async (
  strapi: Core.Strapi,
  request: PlacingRequest,
  known: KnownKeys,
  sorted: readonly EntryRef[],
  atOnce = PLANNED_AT_ONCE
): Promise<Progress> => {
  let state = AT_START;
  try {
    for (let from = 0; from < sorted.length; from += atOnce) {
      const entries = sorted.slice(from, from + atOnce);
      const before = state;
      state = await inTransaction(strapi, (trx) => planBatch(strapi, trx, request, known, entries, before));
      await yieldToHost();
    }
  } catch (error) {
    const { id } = state;
    if (id !== null) await inTransaction(strapi, (trx) => dropOperation(trx, id));
    throw error;
  }
  const { id } = state;
  if (id !== null) await inTransaction(strapi, (trx) => updateOperation(trx, id, { status: 'running' }));
  return state;
};

/**
 * Places the next part of what was written down, in one transaction; `false` when there is nothing left to do. Entries
 * that have become others since stay as they are. Two that go on with the same operation do each part once.
 */
export const placeNextPart = (strapi: Core.Strapi, id: number, most = MAX_AT_ONCE): Promise<boolean> =>
  inTransaction(strapi, async (trx) => {
    await enterGate(trx, 'many');
    const operation = await findOperation(trx, id);
    if (operation?.status !== 'running' || operation.appliedNo === null) return false;
    const entries = await readJournal(trx, id, operation.appliedNo, most);
    const last = entries.at(-1);
    if (last === undefined) {
      await updateOperation(trx, id, { status: 'applied' });
      return false;
    }
    const changed = await placeUnchanged(strapi, trx, entries, operation);
    const { counts } = operation;
    await dropFromJournal(trx, id, changed);
    const meanwhile = (counts.skipped['changed-meanwhile'] ?? 0) + changed.length;
    await updateOperation(trx, id, {
      appliedNo: last.no,
      ...(changed.length === 0
        ? {}
        : { counts: { ...without(counts, changed), skipped: { ...counts.skipped, 'changed-meanwhile': meanwhile } } }),
    });
    return true;
  });

/** Gives up what is not placed yet: what is, can be undone. */
export const interrupt = (strapi: Core.Strapi, id: number): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await enterGate(trx, 'many');
    const operation = await findOperation(trx, id);
    if (operation?.status !== 'running') return;
    let { counts } = operation;
    for (let after = operation.appliedNo ?? Infinity; Number.isFinite(after);) {
      await yieldToHost();
      const left = await readJournal(trx, id, after, PLANNED_AT_ONCE);
      counts = without(counts, left);
      await dropFromJournal(trx, id, left);
      after = left.at(-1)?.no ?? Infinity;
    }
    await updateOperation(trx, id, { status: 'interrupted', counts });
  });

/** Places entries that are still as they were when that was planned; answers the others. */
const placeUnchanged = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entries: readonly NumberedEntry[],
  by: { readonly userId: number | null; readonly at: number }
): Promise<readonly NumberedEntry[]> => {
  const changed: NumberedEntry[] = [];
  for (const chunk of chunksOf(entries)) {
    await yieldToHost();
    const { uid } = chunk[0];
    const there = await existingDocuments(strapi, trx, uid, idsOf(chunk));
    const current = await readStatesOf(strapi, trx, uid, idsOf(chunk));
    const isAsBefore = ({ documentId, before }: NumberedEntry): boolean =>
      there.has(documentId) && isSameState(current.get(documentId) ?? UNTOUCHED, before);
    await writeStates(strapi, trx, uid, chunk.filter(isAsBefore), by);
    changed.push(...chunk.filter((entry) => !isAsBefore(entry)));
  }
  return changed;
};
