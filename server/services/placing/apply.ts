import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { OperationKind, PlacingCounts } from '../../core/placing-api';
import type { KnownKeys } from '../../core/tag-set';
import type { EntryRef } from '../../core/vocabulary';
import { readStatesOf, writeStates } from '../../stores/entry-states';
import { writeJournal } from '../../stores/operations/journal';
import { addOperation, updateOperation } from '../../stores/operations/operations';
import { enterGate } from '../../stores/operations/tables';
import { yieldToHost } from '../audit/pace';
import { chunksOf, idsOf } from './chunks';
import { addTo, NOTHING_YET } from './counts';
import { planChunk, type PlacingPlan, type PlannedEntry } from './plan';

/** Many entries to be placed in one operation. */
export interface PlacingRequest {
  readonly kind: OperationKind;
  /** What the list of operations calls it: a file's name. */
  readonly name: string | null;
  readonly userId: number | null;
  /** Each once; of types under audit. Who may change them is for the caller to have checked. */
  readonly entries: readonly EntryRef[];
  readonly plan: PlacingPlan;
}

/** How far an operation has come; `id` is `null` while nothing had to change. */
export interface Progress {
  readonly id: number | null;
  readonly changed: number;
  readonly counts: PlacingCounts;
  readonly examples: readonly PlannedEntry[];
}

export const AT_START: Progress = { id: null, changed: 0, counts: NOTHING_YET, examples: [] };

/** Examples shown of what changes. */
export const EXAMPLES = 10;

/** Places some entries in the transaction and notes what they were before. */
export const placeBatch = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { kind, name, userId, plan }: PlacingRequest,
  known: KnownKeys,
  batch: { readonly entries: readonly EntryRef[]; readonly isLast: boolean; readonly from: Progress }
): Promise<Progress> => {
  await enterGate(trx, 'many');
  const at = Date.now();
  let { id, changed, counts, examples } = batch.from;
  for (const chunk of chunksOf(batch.entries)) {
    // SQLite answers without letting anything else run: unasked, the host would stand still to the last entry.
    await yieldToHost();
    const { uid } = chunk[0];
    const current = await readStatesOf(strapi, trx, uid, idsOf(chunk));
    const planned = planChunk(chunk, current, plan, known, { userId, at });
    counts = addTo(counts, planned);
    if (planned.changed.length === 0) continue;
    examples = [...examples, ...planned.changed].slice(0, EXAMPLES);
    id ??= await addOperation(trx, { kind, name, status: 'running', userId, at, counts });
    await writeStates(strapi, trx, uid, planned.changed, { userId, at });
    await writeJournal(trx, id, changed, planned.changed);
    changed += planned.changed.length;
  }
  if (id !== null) await updateOperation(trx, id, { counts, ...(batch.isLast ? { status: 'applied' } : {}) });
  return { id, changed, counts, examples };
};
