import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { OperationKind, PlacingCounts } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { KnownKeys } from '../../core/tag-set';
import type { EntryRef } from '../../core/vocabulary';
import { readStatesOf, writeStates } from '../../stores/entry-states';
import { writeJournal } from '../../stores/operations/journal';
import { addOperation, touchPlan, updateOperation } from '../../stores/operations/operations';
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

/** Writes down what becomes of some entries, and nothing else: it is placed once all of them are. */
export const planBatch = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: PlacingRequest,
  known: KnownKeys,
  entries: readonly EntryRef[],
  from: Progress
): Promise<Progress> => {
  const progress = await goThrough(strapi, trx, request, known, { entries, from, isPlaced: false });
  if (progress.id !== null && !(await touchPlan(trx, progress.id))) throw new Refusal('conflict', GIVEN_UP);
  return progress;
};

const GIVEN_UP = 'This stood still for so long that it was given up. Nothing was placed: try again.';

/** Places some entries in the transaction, all of an operation, and notes what they were before. */
export const placeBatch = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: PlacingRequest,
  known: KnownKeys,
  entries: readonly EntryRef[]
): Promise<Progress> => goThrough(strapi, trx, request, known, { entries, from: AT_START, isPlaced: true });

const goThrough = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { kind, name, userId, plan }: PlacingRequest,
  known: KnownKeys,
  {
    entries,
    from,
    isPlaced,
  }: { readonly entries: readonly EntryRef[]; readonly from: Progress; readonly isPlaced: boolean }
): Promise<Progress> => {
  await enterGate(trx, 'many');
  const at = Date.now();
  let { id, changed, counts, examples } = from;
  for (const chunk of chunksOf(entries)) {
    // SQLite answers without letting anything else run: unasked, the host would stand still to the last entry.
    await yieldToHost();
    const { uid } = chunk[0];
    const current = await readStatesOf(strapi, trx, uid, idsOf(chunk));
    const planned = planChunk(chunk, current, plan, known, { userId, at });
    counts = addTo(counts, planned);
    if (planned.changed.length === 0) continue;
    examples = [...examples, ...planned.changed].slice(0, EXAMPLES);
    const progress = isPlaced ? APPLIED : PLANNED;
    id ??= await addOperation(trx, { kind, name, userId, at, counts, ...progress });
    if (isPlaced) await writeStates(strapi, trx, uid, planned.changed, { userId, at });
    await writeJournal(trx, id, changed, planned.changed);
    changed += planned.changed.length;
  }
  if (id !== null) await updateOperation(trx, id, { counts });
  return { id, changed, counts, examples };
};

const APPLIED = { status: 'applied', appliedNo: null } as const;
const PLANNED = { status: 'planning', appliedNo: -1 } as const;
