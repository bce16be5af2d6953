import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isSameDecision } from '../../core/decision';
import { MAX_AT_ONCE, type OperationBody } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { EntryRef } from '../../core/vocabulary';
import { anyRow } from '../../library/entries';
import { readStatesOf, UNTOUCHED, writeStates, type EntryState, type StateChange } from '../../stores/entry-states';
import { readJournal, type JournalEntry } from '../../stores/operations/journal';
import { findOperation, updateOperation } from '../../stores/operations/operations';
import { enterGate } from '../../stores/operations/tables';
import { isSamePlacement } from '../../stores/placements';
import { inTransaction } from '../../stores/transaction';
import { circlesThrough } from '../merge-circles';
import { chunksOf, idsOf } from './chunks';
import { UndoRefusal } from './undo-refusal';

/**
 * Puts back what an operation changed, all or nothing up to MAX_AT_ONCE entries. Entries that somebody changed since refuse it, with their names;
 * entries deleted since are passed over. What takes several transactions is gone on with after a crash.
 */
export const undoOperation = async (
  strapi: Core.Strapi,
  { id, status, counts }: OperationBody,
  userId: number | null
): Promise<void> => {
  if (status === 'undone') throw new Refusal('conflict', 'This has been undone already.');
  if (status === 'running') throw new Refusal('conflict', 'This is still under way; undo it when it has finished.');
  const isWhole = counts.changed <= MAX_AT_ONCE;
  if (!isWhole) {
    // Looked through before the first is put back, so that a large operation is not left half undone.
    const conflicts: EntryRef[] = [];
    for await (const entries of journalOf(strapi, id)) {
      conflicts.push(...(await inTransaction(strapi, (trx) => divide(strapi, trx, entries))).changedSince);
    }
    refuseAny(conflicts);
  }
  await inTransaction(strapi, async (trx) => {
    await enterGate(trx, 'many');
    const now = (await findOperation(trx, id))?.status;
    if (now !== status) throw new Refusal('conflict', 'Somebody else has just undone this.');
    await updateOperation(trx, id, { status: 'undoing', appliedNo: -1, undoneAt: Date.now() });
    if (isWhole) await putBackNextPart(strapi, trx, id, userId, { refuses: true });
  });
  await undoRest(strapi, id, userId);
};

/** Goes on with undoing to its end. An entry that somebody changes meanwhile stays. */
export const undoRest = async (strapi: Core.Strapi, id: number, userId: number | null): Promise<void> => {
  for (let more = true; more;) {
    more = await inTransaction(strapi, async (trx) => {
      await enterGate(trx, 'many');
      return putBackNextPart(strapi, trx, id, userId, { refuses: false });
    });
  }
};

/** `false` when nothing is left to put back. */
const putBackNextPart = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number,
  userId: number | null,
  { refuses }: { readonly refuses: boolean }
): Promise<boolean> => {
  const operation = await findOperation(trx, id);
  if (operation?.status !== 'undoing') return false;
  const entries = await readJournal(trx, id, operation.appliedNo ?? -1, MAX_AT_ONCE);
  const last = entries.at(-1);
  if (last === undefined) {
    await updateOperation(trx, id, { status: 'undone' });
    return false;
  }
  const { unchanged, changedSince } = await divide(strapi, trx, entries);
  if (refuses) refuseAny(changedSince);
  const by = { userId, at: operation.undoneAt ?? operation.at };
  for (const chunk of chunksOf(unchanged)) await writeStates(strapi, trx, chunk[0].uid, chunk, by);
  await updateOperation(trx, id, { appliedNo: last.no });
  return true;
};

/** What an operation did, in parts of one transaction each. */
export async function* journalOf(strapi: Core.Strapi, id: number): AsyncGenerator<readonly JournalEntry[]> {
  for (let after = -1; ;) {
    const entries = await inTransaction(strapi, (trx) => readJournal(trx, id, after, MAX_AT_ONCE));
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = last.no;
  }
}

/** Entries that are still as the operation left them, and those that somebody changed since. */
const divide = async (strapi: Core.Strapi, trx: Knex.Transaction, entries: readonly JournalEntry[]) => {
  const unchanged: (EntryRef & StateChange)[] = [];
  const changedSince: EntryRef[] = [];
  for (const chunk of chunksOf(entries)) {
    const { uid } = chunk[0];
    const current = await readStatesOf(strapi, trx, uid, idsOf(chunk));
    for (const entry of chunk) {
      const { documentId } = entry;
      const now = current.get(documentId) ?? UNTOUCHED;
      const after = putBack(now, entry);
      const fits = isAsLeft(now, entry) && !(await wouldCircle(strapi, trx, entry, now, after));
      if (fits) unchanged.push({ uid, documentId, before: now, after });
      else if ((await anyRow(strapi, entry)) !== null) changedSince.push({ uid, documentId });
    }
  }
  return { unchanged, changedSince };
};

/** Whether a merge that is put back would lead to the entry itself: another may have been merged into it since. */
const wouldCircle = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entry: EntryRef,
  now: EntryState,
  after: EntryState
): Promise<boolean> => {
  const target = after.decision?.mergeInto;
  if (!target || isSameDecision(now.decision, after.decision)) return false;
  return (await circlesThrough(strapi, trx, target))(entry);
};

/** What an operation left alone, others may have changed since. */
const isAsLeft = (now: EntryState, { before, after }: StateChange): boolean =>
  (isSamePlacement(before, after) || isSamePlacement(now, after)) &&
  (isSameDecision(before.decision, after.decision) || isSameDecision(now.decision, after.decision));

const putBack = (now: EntryState, { before, after }: StateChange): EntryState => {
  const { tags, excluded } = isSamePlacement(before, after) ? now : before;
  const { decision } = isSameDecision(before.decision, after.decision) ? now : before;
  return { tags, excluded, decision };
};

const refuseAny = (conflicts: readonly EntryRef[]): void => {
  if (conflicts.length > 0) throw new UndoRefusal(conflicts, conflicts.length);
};
