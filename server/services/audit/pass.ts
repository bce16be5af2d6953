import type { Core } from '@strapi/strapi';
import { assess, type AssessContext } from '../../core/audit/assess';
import { formerPath } from '../../core/analytics/former-path';
import type { AssessedEntry, Judged, OwnerFacts } from '../../core/audit/facts';
import { FINDING_KEYS } from '../../core/audit/findings';
import { everyScope } from '../../core/audit/scopes';
import type { Axes } from '../../core/axes';
import type { Snapshot, SnapshotType } from '../../core/coverage/snapshot';
import { createTally, type Tally } from '../../core/coverage/tally';
import { dayAt } from '../../core/evidence/day';
import { PERIODS, spanOf } from '../../core/evidence/period';
import type { Policy } from '../../core/policy';
import { readOwners } from '../../library/owners';
import { createLibraryReader, type LibraryReader } from '../../library/reader';
import type { AuditedType } from '../../library/type-columns';
import { saveProgress } from '../../stores/audit/audits';
import { createDimensions, readDimension, type Dimensions } from '../../stores/audit/dimensions';
import {
  createComparison,
  closeRows,
  nextRowId,
  readOpenRows,
  readOpenRowsOfTypes,
  rowKey,
  type OpenRow,
} from '../../stores/audit/inventory-writer';
import { renewLease } from '../../stores/audit/lease';
import { readPlacements } from '../../stores/audit/tag-reader';
import { createViewComparison, hasViewRows, readViewRows, type ViewChanges } from '../../stores/audit/view-rows';
import type { FormerPath } from '../../stores/consumption/former-paths';
import { hasCounted } from '../../stores/consumption/sources';
import { inTransaction } from '../../stores/transaction';
import { readFirstPublished } from '../evidence/first-published';
import { service } from '..';
import { loadMeasuring, type Measuring } from '../evidence/measuring';
import { NOTHING_COVERED, readCoverage } from '../evidence/stretch';
import { join } from './join';
import { createPace } from './pace';
import { toRows } from './rows';
import { createWriter, type Writer } from './writer';

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
 */
export const runPass = async (strapi: Core.Strapi, run: AuditRun, inputs: AuditInputs): Promise<Snapshot> => {
  const owners = await readOwners(strapi);
  const tally = createTally(run.context.axes);
  const dimensions = createDimensions();
  const readers = await readersOf(strapi, inputs, owners);
  const total = readers.reduce((sum, { rows }) => sum + rows, 0);
  const rowId = await inTransaction(strapi, async (trx) => {
    await renewLease(trx, run.id, run.holder);
    await saveProgress(trx, run.id, 0, total);
    return nextRowId(trx);
  });
  const writer = createWriter(strapi, run, { rowId, total });
  const audited = inputs.types.map(({ uid }) => uid);
  await dimensions.learn(strapi, 'type', audited);
  // In the host's order: where a user reads several locales but not all, the first of them stands for the entry.
  await dimensions.learn(strapi, 'locale', inputs.locales);
  await dimensions.learn(strapi, 'scope', everyScope(run.context.axes, FINDING_KEYS));
  const today = dayAt(run.context.now);
  // What trackers measured is judged by the distinct entries of their days.
  await service(strapi, 'consumption').settle();
  // What a source that no longer counts has left behind has to be taken away once.
  const isMeasured = (await hasCounted(strapi)) || (await hasViewRows(strapi));
  const measuring = isMeasured ? await loadMeasuring(strapi, inputs.types, inputs.policy, today) : null;
  const pass = { strapi, run, owners, tally, dimensions, writer, measuring };
  for (const { reader, type } of readers) {
    await auditType(pass, type.uid, dimensions.number('type', type.uid), reader);
  }
  await writer.finish();
  await closeOtherTypes(strapi, run, audited);
  return {
    axes: inputs.axes,
    policy: inputs.policy,
    contentTypes: readers.map(({ type, reader }) => snapshotType(type, reader)),
    ...tally.counts(),
    periods: PERIODS.map((key) => spanOf(key, today)),
  };
};

const snapshotType = (
  { uid, displayName, kind, localized, draftAndPublish }: AuditedType,
  { fields }: LibraryReader
): SnapshotType => ({ uid, displayName, kind, localized, draftAndPublish, fields });

interface Pass {
  readonly strapi: Core.Strapi;
  readonly run: AuditRun;
  readonly owners: ReadonlyMap<number, OwnerFacts>;
  readonly tally: Tally;
  readonly dimensions: Dimensions;
  readonly writer: Writer;
  /** `null`: nothing was ever counted. */
  readonly measuring: Measuring | null;
}

const readersOf = async (strapi: Core.Strapi, { types, locales }: AuditInputs, owners: Pass['owners']) => {
  const readers: { readonly type: AuditedType; readonly reader: LibraryReader; readonly rows: number }[] = [];
  for (const type of types) {
    const reader = await createLibraryReader(strapi, type, { locales, owners });
    readers.push({ type, reader, rows: await reader.countRows() });
  }
  return readers;
};

const auditType = async (
  { strapi, run, owners, tally, dimensions, writer, measuring }: Pass,
  uid: string,
  typeNo: number,
  reader: LibraryReader
): Promise<void> => {
  const pace = createPace();
  const localeNo = (locale: string): number => (locale === '' ? 0 : dimensions.number('locale', locale));
  const { now } = run.context;
  let after: string | null = '';
  while (after !== null) {
    run.signal.throwIfAborted();
    pace.begin();
    const chunk = await reader.read(after, pace.rows());
    const range = { after, upTo: chunk.upTo };
    const placements = await readPlacements(strapi, uid, range);
    const open = await readOpenRows(strapi, typeNo, range);
    await dimensions.learn(strapi, 'locale', chunk.locales);
    const memory = { open, owners, localeNo };
    const published = await readFirstPublished(strapi, uid, range, chunk, { ...memory, typeNo }, now);
    const coverage = measuring === null ? NOTHING_COVERED : await readCoverage(strapi, measuring, uid, range);
    const evidence = { publication: published.of, coverage };
    const views = measuring === null ? null : createViewComparison(await readViewRows(strapi, typeNo, range));
    const comparison = createComparison(open);
    const formerPaths: FormerPath[] = [];
    // Entry by entry: what lives only for a moment costs the host no memory.
    for (const found of chunk.entries()) {
      const entry = assess(join(found, placements, evidence, memory), run.context);
      tally.add(uid, entry);
      for (const [row, judged] of toRows(dimensions, typeNo, entry)) {
        comparison.add(row);
        views?.add(row, judged.consumption);
        const path = addressBefore(open.get(rowKey(row.documentId, row.localeNo)), entry, judged);
        if (path !== null) formerPaths.push({ uid, documentId: row.documentId, locale: judged.locale ?? '', path });
      }
    }
    await pace.end();
    const changes = comparison.changes();
    await writer.add(
      {
        closed: changes.closed,
        added: changes.added,
        views: views?.changes() ?? NO_VIEWS,
        publications: published.found(),
        formerPaths,
      },
      chunk.rows
    );
    after = chunk.upTo;
  }
};

/** The address that a version had at the last audit and has no longer; of a type with locales the entry over its versions has none. */
const addressBefore = (last: OpenRow | undefined, { locales }: AssessedEntry, judged: Judged): string | null =>
  locales.length > 0 && judged.locale === null ? null : formerPath(last && asPublished(last), asPublished(judged));

const asPublished = ({ path, publishedOn }: Pick<Judged, 'path' | 'publishedOn'>) => ({
  path,
  isPublished: publishedOn !== null,
});

const NO_VIEWS: ViewChanges = { removed: [], added: [] };

/** Entries of types that are no longer under audit leave the inventory. */
const closeOtherTypes = async (strapi: Core.Strapi, run: AuditRun, audited: readonly string[]): Promise<void> => {
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
