import type { Knex } from 'knex';
import { settleImports, type ImportedSpan } from '../../core/analytics/settle';
import { enterGate } from '../operations/tables';
import { removeImportedViews, type InTurn } from './imported-views';
import { CONSUMPTION_TABLES } from './tables';

/** An import as stored; `at` in milliseconds since the epoch, days as numbers. */
export interface StoredImport {
  readonly id: number;
  /** Tool and site, which together say whose days overlap. */
  readonly format: string;
  readonly site: string;
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
  readonly isComplete: boolean;
  readonly state: 'counted' | 'replaced' | 'undone';
  readonly replacedBy: number | null;
  readonly rows: number;
  readonly views: number;
  readonly mappedViews: number;
  readonly mappedEntries: number;
  readonly userId: number | null;
  readonly at: number;
}

/** What an import brings besides its numbers: JSON. */
export type NewImport = Omit<StoredImport, 'id' | 'state' | 'replacedBy'> & { readonly detail: string };

/**
 * Begins a change of what counts: two imports at once would not see each other and both count. The gate that placing many
 * entries takes does for it, and neither comes often.
 */
export const lockImports = (trx: Knex.Transaction): Promise<void> => enterGate(trx, 'many');

/** Notes an import that is still being written and that nobody sees; answers its id. Under `lockImports`. */
export const addImport = async (trx: Knex.Transaction, { from, to, ...rest }: NewImport): Promise<number> => {
  await trx(table).insert({
    format: rest.format,
    site: rest.site,
    name: rest.name,
    from_day: from,
    to_day: to,
    is_complete: rest.isComplete ? 1 : 0,
    state: WRITING,
    row_count: rest.rows,
    views: rest.views,
    mapped_views: rest.mappedViews,
    mapped_entries: rest.mappedEntries,
    user_id: rest.userId,
    at: rest.at,
    detail: rest.detail,
  });
  const row: { readonly id: number | string } | undefined = await trx(table).orderBy('id', 'desc').first('id');
  return Number(row?.id);
};

/** Lets an import count, from this moment on, that has been written. Under `lockImports`, before settling. */
export const endWriting = async (trx: Knex.Transaction, id: number, at: number): Promise<void> => {
  const ended = await trx(table).where({ id, state: WRITING }).update({ state: 'counted', at });
  if (ended === 0) throw new Error(`Import ${id} took so long that it was taken for broken off`);
};

/** Removes an import that was not written to its end. */
export const removeUnwritten = async (inTurn: InTurn, id: number): Promise<void> => {
  await removeImportedViews(inTurn, id);
  await inTurn(async (trx) => {
    await trx(table).where({ id, state: WRITING }).delete();
  });
};

/** Imports whose writing began outside of a span of time and never ended: their process is gone. */
export const brokenOff = async (trx: Knex.Transaction, span: readonly [number, number]): Promise<readonly number[]> => {
  const found: readonly { readonly id: number | string }[] = await trx(table)
    .where({ state: WRITING })
    .whereNotBetween('at', span)
    .select('id');
  return found.map(({ id }) => Number(id));
};

/** Takes an import back or lets it count again, and settles which of its tool and site count. Under `lockImports`. */
export const settle = async (
  trx: Knex.Transaction,
  of: Pick<StoredImport, 'format' | 'site'>,
  change?: { readonly id: number; readonly isUndone: boolean }
): Promise<void> => {
  const present = await importsOf(trx, of);
  const states = settleImports(
    present.map((one): ImportedSpan => ({
      ...one,
      isUndone: one.id === change?.id ? change.isUndone : one.state === 'undone',
    }))
  );
  for (const one of present) {
    const next = states.get(one.id);
    if (next === undefined || (next.state === one.state && next.replacedBy === one.replacedBy)) continue;
    await trx(table).where({ id: one.id }).update({ state: next.state, replaced_by: next.replacedBy });
  }
};

/** All imports of a tool and site, oldest first, without those that are still being written. */
const importsOf = async (
  trx: Knex.Transaction,
  { format, site }: Pick<StoredImport, 'format' | 'site'>
): Promise<readonly StoredImport[]> => {
  const found = await importsOfTool(trx, format);
  // Compared here: some databases take two sites that differ in case or accents for one.
  return found.filter((one) => one.site === site);
};

/** All imports of a tool, whatever their site, likewise. */
export const importsOfTool = async (trx: Knex.Transaction, format: string): Promise<readonly StoredImport[]> => {
  const found: readonly ImportRow[] = await written(trx).where({ format }).orderBy('id').select(COLUMNS);
  return found.map(read);
};

/** One import; `null`: there is none of that id. */
export const findImport = async (trx: Knex.Transaction, id: number): Promise<StoredImport | null> => {
  const [found]: readonly ImportRow[] = await written(trx).where({ id }).select(COLUMNS);
  return found === undefined ? null : read(found);
};

/** Imports, newest first. */
export const listImports = async (
  trx: Knex.Transaction,
  { limit, offset }: { readonly limit: number; readonly offset: number }
): Promise<{ readonly imports: readonly StoredImport[]; readonly total: number }> => {
  const found: readonly ImportRow[] = await written(trx)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .select(COLUMNS);
  const [counted]: readonly { total: number | string }[] = await written(trx).count({ total: '*' });
  return { imports: found.map(read), total: Number(counted?.total ?? 0) };
};

const { imports: table } = CONSUMPTION_TABLES;

/** Between its first row and its last. */
const WRITING = 'writing';

const written = (trx: Knex.Transaction): Knex.QueryBuilder => trx(table).whereNot({ state: WRITING });

/** All but the detail, which is long. */
const COLUMNS = [
  'id',
  'format',
  'site',
  'name',
  'from_day',
  'to_day',
  'is_complete',
  'state',
  'replaced_by',
  'row_count',
  'views',
  'mapped_views',
  'mapped_entries',
  'user_id',
  'at',
];

const read = (row: ImportRow): StoredImport => ({
  id: Number(row.id),
  format: row.format,
  site: row.site,
  name: row.name,
  from: row.from_day,
  to: row.to_day,
  isComplete: row.is_complete === 1,
  state: row.state,
  replacedBy: row.replaced_by,
  rows: row.row_count,
  views: Number(row.views),
  mappedViews: Number(row.mapped_views),
  mappedEntries: row.mapped_entries,
  userId: row.user_id,
  at: Number(row.at),
});

interface ImportRow {
  readonly id: number | string;
  readonly format: string;
  readonly site: string;
  readonly name: string | null;
  readonly from_day: number;
  readonly to_day: number;
  readonly is_complete: number;
  readonly state: StoredImport['state'];
  readonly replaced_by: number | null;
  readonly row_count: number;
  readonly views: number | string;
  readonly mapped_views: number | string;
  readonly mapped_entries: number;
  readonly user_id: number | null;
  readonly at: number | string;
}
