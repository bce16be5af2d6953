import type { Core } from '@strapi/strapi';
import type { Decision } from '../../core/decision';
import type { ImportColumn, ImportCounts } from '../../core/import-api';
import type { PlacingExample } from '../../core/placing-api';
import { planDecision } from '../../core/import/decide';
import { planImport, planRemoval, type RejectedPlan } from '../../core/import/plan';
import type { KnownKeys, TagChanges } from '../../core/tag-set';
import type { EntryRef } from '../../core/vocabulary';
import type { EntryState } from '../../stores/entry-states';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import { namedExamples } from '../reading/examples';
import type { PlacingPlan } from '../placing/plan';
import type { Creations } from './choices';
import type { ImportRequest, Reading } from './reading';
import { findRemovals } from './removals';

/** What an import would do. */
export interface Preview {
  readonly counts: ImportCounts;
  /** The entries whose placement becomes another. */
  readonly changing: readonly EntryRef[];
  /** The first few of them, before and after. */
  readonly examples: readonly PlacingExample[];
}

/** Plans every entry as it is now; notes, of those that cannot become what their rows say, why. */
export const previewImport = async (
  strapi: Core.Strapi,
  request: ImportRequest,
  reading: Reading
): Promise<Preview> => {
  const { staged, choices } = reading;
  const tally = { created: 0, changed: 0, unchanged: 0, cleared: 0, removed: 0, undecided: 0 };
  const changing: EntryRef[] = [];
  let keys: { readonly from: KnownKeys; readonly known: KnownKeys } | undefined;
  const plan: PlacingPlan = (entry, current, known) => {
    request.signal.throwIfAborted();
    // The same for all of them.
    if (keys?.from !== known) keys = { from: known, known: withCreated(known, choices.creations) };
    const planned = planEntry(reading, entry, current, keys.known);
    if (planned.outcome === 'rejected') {
      reject(reading, entry, planned);
      return { skip: 'retired' };
    }
    tally[planned.outcome] += 1;
    if (planned.isCleared) tally.cleared += 1;
    if (planned.decision === null) tally.undecided += 1;
    if (planned.outcome !== 'unchanged') changing.push(entry);
    return asked(planned);
  };
  const removals = request.mode === 'replace' ? await findRemovals(strapi, request.ability, staged) : [];
  const entries = [...(await entriesOf(reading)), ...removals];
  const { counts, examples } = await service(strapi, 'placing').preview({ entries, plan });
  return {
    changing,
    examples: await namedExamples(strapi, examples, request.ability),
    counts: {
      rows: staged.rows,
      rejected: staged.problems.lines(),
      ...tally,
      tagsAdded: counts.added,
      tagsRemoved: counts.removed,
      decided: counts.decided,
    },
  };
};

/** What becomes of one entry, its decision included (`undefined`: stays); of one that no row is about, its tags go. */
export type ImportPlan =
  | RejectedPlan
  | {
      readonly outcome: 'created' | 'changed' | 'unchanged' | 'removed';
      readonly isCleared: boolean;
      readonly changes: TagChanges;
      readonly decision: Decision | null | undefined;
    };

/** Plans one entry by all of its rows. */
export const planEntry = (
  { staged, columns }: Pick<Reading, 'staged' | 'columns'>,
  entry: EntryRef,
  current: EntryState,
  known: KnownKeys
): ImportPlan => {
  const rows = staged.entries.get(entry.uid)?.get(entry.documentId);
  if (rows === undefined) {
    return { outcome: 'removed', isCleared: false, changes: planRemoval(current), decision: undefined };
  }
  const wanted = rows.flatMap(({ placement }) => placement.parts);
  const planned = planImport(current, wanted, columns.isListing, known);
  if (planned.outcome === 'rejected') return planned;
  const said = rows.flatMap(({ decision }) => decision ?? []);
  if (said.length === 0) return { ...planned, decision: undefined };
  const decided = planDecision(entry, current.decision, said, staged.merges);
  if ('reason' in decided) return { outcome: 'rejected', ...decided };
  const { decision } = decided;
  const outcome = planned.outcome === 'unchanged' && decision !== undefined ? 'changed' : planned.outcome;
  return { ...planned, outcome, decision };
};

/** What an import asks of the placing service. */
export const asked = ({ changes, decision }: Exclude<ImportPlan, RejectedPlan>): ReturnType<PlacingPlan> => ({
  changes,
  origin: 'import',
  ...(decision === undefined ? {} : { decision }),
});

/** Before they are created. */
const withCreated = ({ personas, stages }: KnownKeys, creations: Creations): KnownKeys => ({
  personas: [...personas, ...creations.personas.map(({ key }) => ({ key, retired: false }))],
  stages: [...stages, ...creations.stages.map(({ key }) => ({ key, retired: false }))],
});

const reject = (
  { staged, columns, sheet }: Reading,
  { uid, documentId }: EntryRef,
  { meaning, reason }: RejectedPlan
): void => {
  const placeOf = (one: ImportColumn): number => columns.meanings.indexOf(one);
  const isNamed = meaning === 'personas' || meaning === 'stages';
  const at = isNamed && placeOf(meaning) === -1 ? placeOf('persona-and-stage') : placeOf(meaning);
  const column = sheet.headers[at] ?? null;
  for (const { line } of staged.entries.get(uid)?.get(documentId) ?? []) {
    staged.problems.add({ line, column, value: '', reason });
  }
};

/** Characters of a document ID by which entries are sorted beforehand. */
const PREFIX = 2;
const BUCKETS_AT_A_TIME = 100;

/** In the order of their keys, bucket by bucket: sorting a hundred thousand at once would hold up the host. */
const entriesOf = async ({ staged }: Reading): Promise<readonly EntryRef[]> => {
  const sorted: EntryRef[] = [];
  for (const uid of [...staged.entries.keys()].sort()) {
    const buckets = new Map<string, string[]>();
    for (const documentId of staged.entries.get(uid)?.keys() ?? []) {
      const prefix = documentId.slice(0, PREFIX);
      const bucket = buckets.get(prefix);
      if (bucket === undefined) buckets.set(prefix, [documentId]);
      else bucket.push(documentId);
    }
    for (const [at, prefix] of [...buckets.keys()].sort().entries()) {
      for (const documentId of (buckets.get(prefix) ?? []).sort()) sorted.push({ uid, documentId });
      if (at % BUCKETS_AT_A_TIME === 0) await yieldToHost();
    }
  }
  return sorted;
};
