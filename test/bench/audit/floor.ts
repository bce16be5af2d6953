/** The least that an audit has to do, by the driver alone: what it reads, and the rows that it writes. */
import type BetterSqlite3 from 'better-sqlite3';
import Database from 'better-sqlite3';
import { INVENTORY_COLUMNS, OPEN, SCOPE_COLUMNS, TABLES } from '../../../server/stores/audit/tables';
import { createStopwatch, type Duration } from '../meter';
import { LIBRARY, TAGS, UID } from './library';

const CHUNK = 2_000;
const COLUMNS = 'id, document_id, locale, published_at, created_at, updated_at, created_by_id, title, slug';

/**
 * First: the library read in order, and the rows that the audit wrote (found in `audited`) written into the same
 * tables with the same indexes, by prepared statements, in commits of 2,000 entries.
 */
export const firstFloor = ({ fresh, audited }: { readonly fresh: string; readonly audited: string }): Duration => {
  const db = open(fresh);
  const source = new Database(audited, { readonly: true });
  const watch = createStopwatch();
  watch.time(() => readInOrder(db, LIBRARY, 'document_id', COLUMNS));
  const inventory = db.prepare(insertInto(TABLES.inventory, INVENTORY_COLUMNS));
  const scopes = db.prepare(insertInto(TABLES.scopes, SCOPE_COLUMNS));
  const write = db.transaction((rows: readonly Rows[], lists: readonly Rows[]) => {
    for (const row of rows) inventory.run(row);
    for (const row of lists) scopes.run(row);
  });
  const range = 'between ? and ?';
  const names = (columns: typeof INVENTORY_COLUMNS) => columns.map(({ name }) => name).join(', ');
  const rowsOf = source.prepare(`select ${names(INVENTORY_COLUMNS)} from ${TABLES.inventory} where id ${range}`).raw();
  const listsOf = source
    .prepare(`select ${names(SCOPE_COLUMNS)} from ${TABLES.scopes} where inventory_id ${range} order by rowid`)
    .raw();
  const last = Number(source.prepare(`select max(id) from ${TABLES.inventory}`).pluck().get());
  for (let from = 1; from <= last; from += CHUNK) {
    const rows = rowsOf.all(from, from + CHUNK - 1) as Rows[];
    const lists = listsOf.all(from, from + CHUNK - 1) as Rows[];
    watch.time(() => write(rows, lists));
  }
  db.close();
  return watch.total();
};

/** Again: library, tags and fingerprints read in order. */
export const againFloor = ({ audited }: { readonly audited: string }): Duration => {
  const db = open(audited);
  const named = db.prepare(`select no from ${TABLES.dimensions} where kind = 'type' and name = ?`).pluck();
  const typeNo = Number(named.get(UID));
  const watch = createStopwatch();
  watch.time(() => {
    readInOrder(db, LIBRARY, 'document_id', COLUMNS);
    const placed = 'entry_document_id, persona, stage, origin';
    readInOrder(db, TAGS, 'entry_document_id', placed, `entry_uid = '${UID}'`);
    const written = 'id, document_id, locale_no, fingerprint';
    readInOrder(db, TABLES.inventory, 'document_id', written, `type_no = ${typeNo} and valid_to > ${OPEN - 1}`);
  });
  db.close();
  return watch.total();
};

type Rows = readonly unknown[];

/** As Strapi opens it. */
const open = (file: string): BetterSqlite3.Database => {
  const db = new Database(file);
  db.pragma('foreign_keys = on');
  return db;
};

const readInOrder = (
  db: BetterSqlite3.Database,
  table: string,
  key: string,
  columns: string,
  where = '1 = 1'
): number => {
  const chunk = db.prepare(
    `select ${columns} from ${table} where ${where} and ${key} > ? order by ${key} limit ${CHUNK}`
  );
  let read = 0;
  for (let after: unknown = ''; after !== undefined;) {
    const rows = chunk.all(after) as Readonly<Record<string, unknown>>[];
    read += rows.length;
    after = rows.length < CHUNK ? undefined : rows.at(-1)?.[key];
  }
  return read;
};

const insertInto = (table: string, columns: typeof INVENTORY_COLUMNS): string =>
  `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${columns.map(() => '?').join(', ')})`;
