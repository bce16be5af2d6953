import type { Core } from '@strapi/strapi';
import { assess, type AssessContext } from '../../core/audit/assess';
import type { AssessedEntry, OwnerFacts } from '../../core/audit/facts';
import { findingScopes, tagScopes } from '../../core/audit/scopes';
import type { Axes } from '../../core/axes';
import type { Snapshot } from '../../core/coverage/snapshot';
import { createTally, type Tally } from '../../core/coverage/tally';
import type { Policy } from '../../core/policy';
import { readOwners } from '../../library/owners';
import { createLibraryReader, type LibraryReader } from '../../library/reader';
import type { AuditedType } from '../../library/type-columns';
import { saveProgress } from '../../stores/audit/audits';
import { createDimensions, readDimension, type Dimensions } from '../../stores/audit/dimensions';
import { toRow, type NewRow } from '../../stores/audit/inventory-rows';
import {
  closeRows,
  nextRowId,
  readOpenRows,
  readOpenRowsOfTypes,
  writeRows,
} from '../../stores/audit/inventory-writer';
import { renewLease } from '../../stores/audit/lease';
import { readPlacements } from '../../stores/audit/tag-reader';
import { inTransaction } from '../../stores/transaction';
import { join } from './join';
import { createPace } from './pace';

/** What one audit reads and judges by. */
export interface AuditInputs {
  readonly axes: Axes;
  readonly policy: Policy;
  readonly types: readonly AuditedType[];
  /** The host's locales, default first. */
  readonly locales: readonly string[];
}

/** One audit under way: its number, who holds the lease, and when to stop. */
export interface AuditRun {
  readonly id: number;
  readonly holder: string;
  readonly context: AssessContext;
  readonly signal: AbortSignal;
}

/**
 * One streaming pass over the library: read, join, assess, write, tally. Memory does not grow with the library.
 * Every chunk is one transaction that first renews the lease.
 */
export const runPass = async (strapi: Core.Strapi, run: AuditRun, inputs: AuditInputs): Promise<Snapshot> => {
  const owners = await readOwners(strapi);
  const tally = createTally(run.context.axes);
  const dimensions = createDimensions();
  const readers = await readersOf(strapi, inputs, owners);
  const total = readers.reduce((sum, { rows }) => sum + rows, 0);
  const pass: Pass = { strapi, run, owners, tally, dimensions, total, done: 0, rowId: 0 };
  await inTransaction(strapi, async (trx) => {
    await renewLease(trx, run.id, run.holder);
    await saveProgress(trx, run.id, 0, total);
    pass.rowId = await nextRowId(trx);
  });
  const audited = inputs.types.map(({ uid }) => uid);
  await dimensions.learn(strapi, 'type', audited);
  // In the host's order: where a user reads several locales but not all, the first of them stands for the entry.
  await dimensions.learn(strapi, 'locale', inputs.locales);
  for (const { reader, uid } of readers) await auditType(pass, uid, dimensions.number('type', uid), reader);
  await closeOtherTypes(pass, audited);
  return {
    axes: inputs.axes,
    policy: inputs.policy,
    contentTypes: inputs.types.map(({ uid, displayName, kind, localized, draftAndPublish }) => ({
      uid,
      displayName,
      kind,
      localized,
      draftAndPublish,
    })),
    ...tally.counts(),
  };
};

interface Pass {
  readonly strapi: Core.Strapi;
  readonly run: AuditRun;
  readonly owners: ReadonlyMap<number, OwnerFacts>;
  readonly tally: Tally;
  readonly dimensions: Dimensions;
  readonly total: number;
  done: number;
  rowId: number;
}

const readersOf = async (strapi: Core.Strapi, { types, locales }: AuditInputs, owners: Pass['owners']) => {
  const readers: { readonly uid: string; readonly reader: LibraryReader; readonly rows: number }[] = [];
  for (const type of types) {
    const reader = await createLibraryReader(strapi, type, { locales, owners });
    readers.push({ uid: type.uid, reader, rows: await reader.countRows() });
  }
  return readers;
};

const auditType = async (pass: Pass, uid: string, typeNo: number, reader: LibraryReader): Promise<void> => {
  const { strapi, run } = pass;
  const pace = createPace();
  let after: string | null = '';
  while (after !== null) {
    run.signal.throwIfAborted();
    pace.begin();
    const chunk = await reader.read(after, pace.rows());
    const range = { after, upTo: chunk.upTo };
    const placements = await readPlacements(strapi, uid, range);
    const open = await inTransaction(strapi, (trx) => readOpenRows(trx, typeNo, range));
    const locales = new Set(chunk.entries.flatMap(({ variants }) => variants.map(({ locale }) => locale)));
    await pass.dimensions.learn(strapi, 'locale', [...locales].filter(Boolean));
    const localeNo = (locale: string): number => (locale === '' ? 0 : pass.dimensions.number('locale', locale));
    const entries = join(chunk.entries, placements, { open, owners: pass.owners, localeNo }).map((facts) =>
      assess(facts, run.context)
    );
    const rows = await toRows(pass, typeNo, entries);
    const done = pass.done + chunk.rows;
    const added = await inTransaction(strapi, async (trx) => {
      await renewLease(trx, run.id, run.holder);
      await saveProgress(trx, run.id, done, Math.max(pass.total, done));
      return writeRows(trx, { id: run.id, typeNo, firstRowId: pass.rowId }, open, rows);
    });
    for (const entry of entries) pass.tally.add(uid, entry);
    pass.rowId += added;
    pass.done = done;
    after = chunk.upTo;
    await pace.end();
  }
};

const toRows = async (
  { strapi, dimensions, run }: Pass,
  typeNo: number,
  entries: readonly AssessedEntry[]
): Promise<readonly NewRow[]> => {
  const described = entries.flatMap((entry) => {
    const shared = tagScopes(entry, run.context.axes);
    // Types without locales have one row: the entry is its only version.
    return [entry.entry, ...entry.variants]
      .filter(({ locale }) => locale !== '')
      .map((judged) => ({ entry, judged, scopes: [...shared, ...findingScopes(judged)] }));
  });
  await dimensions.learn(strapi, 'scope', new Set(described.flatMap(({ scopes }) => scopes)));
  return described.map(({ entry, judged, scopes }) => {
    const localeNo = judged.locale === null ? 0 : dimensions.number('locale', judged.locale);
    return toRow(
      typeNo,
      localeNo,
      entry,
      judged,
      scopes.map((scope) => dimensions.number('scope', scope))
    );
  });
};

/** Entries of types that are no longer under audit leave the inventory. */
const closeOtherTypes = async ({ strapi, run }: Pass, audited: readonly string[]): Promise<void> => {
  const pace = createPace();
  for (let more = true; more;) {
    run.signal.throwIfAborted();
    pace.begin();
    more = await inTransaction(strapi, async (trx) => {
      await renewLease(trx, run.id, run.holder);
      const numbers = await readDimension(trx, 'type');
      const others = [...numbers].flatMap(([uid, no]) => (audited.includes(uid) ? [] : [no]));
      const ids = await readOpenRowsOfTypes(trx, others, pace.rows());
      await closeRows(trx, run.id, ids);
      return ids.length > 0;
    });
    await pace.end();
  }
};
