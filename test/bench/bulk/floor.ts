/** The least that placing many entries has to write, by the driver alone. */
import type BetterSqlite3 from 'better-sqlite3';
import Database from 'better-sqlite3';
import { OPERATION_TABLES } from '../../../server/stores/operations/tables';
import { TAGS } from '../audit/library';
import { createStopwatch, type Duration } from '../meter';

const KEY = ['entry_uid', 'entry_document_id', 'persona', 'stage'];

/** The tags and the journal that placing left in `placed`, upserted in one transaction by prepared statements; what it took away, deleted. */
export const bulkFloor = ({ fresh, placed }: { readonly fresh: string; readonly placed: string }): Duration => {
  const db = new Database(fresh);
  db.pragma('foreign_keys = on');
  const source = new Database(placed, { readonly: true });
  const lastTag = Number(db.prepare(`select coalesce(max(id), 0) from ${TAGS}`).pluck().get());
  const written = rowsIn(source, TAGS, `where id > ${lastTag}`);
  const journal = rowsIn(source, OPERATION_TABLES.journal, '');
  const gone = gonePairs(db, source);
  const watch = createStopwatch();
  watch.time(() => {
    const upsert = upsertInto(db, TAGS, written.columns);
    const note = insertInto(db, OPERATION_TABLES.journal, journal.columns);
    const take = db.prepare(`delete from ${TAGS} where ${KEY.map((column) => `${column} = ?`).join(' and ')}`);
    db.transaction(() => {
      for (const pair of gone) take.run(pair);
      for (const row of written.rows) upsert.run(row);
      for (const row of journal.rows) note.run(row);
    })();
  });
  source.close();
  db.close();
  return watch.total();
};

type Row = readonly unknown[];

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const rowsIn = (db: BetterSqlite3.Database, table: string, where: string): Rows => {
  const columns = db
    .prepare(`select name from pragma_table_info('${table}') where name <> 'id'`)
    .pluck()
    .all() as string[];
  const rows = db
    .prepare(`select ${quoted(columns)} from ${table} ${where}`)
    .raw()
    .all() as Row[];
  return { columns, rows };
};

const gonePairs = (before: BetterSqlite3.Database, after: BetterSqlite3.Database): readonly Row[] => {
  const pairs = (db: BetterSqlite3.Database) =>
    db
      .prepare(`select ${KEY.join(', ')} from ${TAGS}`)
      .raw()
      .all() as Row[];
  const left = new Set(pairs(after).map((pair) => pair.join(' ')));
  return pairs(before).filter((pair) => !left.has(pair.join(' ')));
};

const insertInto = (db: BetterSqlite3.Database, table: string, columns: readonly string[], more = '') =>
  db.prepare(`insert into ${table} (${quoted(columns)}) values (${columns.map(() => '?').join(', ')}) ${more}`);

const upsertInto = (db: BetterSqlite3.Database, table: string, columns: readonly string[]) => {
  const changes = columns
    .filter((column) => !KEY.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`);
  return insertInto(db, table, columns, `on conflict (${KEY.join(', ')}) do update set ${changes.join(', ')}`);
};

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
