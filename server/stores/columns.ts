import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';

/** A column of a plain table of ours: defined once, for creating the table and for filling it in bulk. */
export interface Column {
  readonly name: string;
  /** `key` is an indexable string of at most 255 characters, `text` is unbounded. */
  readonly type: 'integer' | 'bigint' | 'key' | 'text';
  readonly nullable?: true;
}

export type Cell = string | number | null;

/** A fragment of SQL with its values, to stand inside a larger query. */
export type Connection = Knex | Knex.Transaction;

/** Adds the columns to a table that is being created. */
export const addColumns = (db: Knex, table: Knex.TableBuilder, columns: readonly Column[]): void => {
  for (const { name, type, nullable } of columns) {
    const column =
      type === 'key'
        ? table.string(name, 255)
        : type === 'text'
          ? longText(table, name)
          : number(db, table, name, type);
    if (nullable) column.nullable();
    else column.notNullable();
  }
};

/** Inserts many rows; values stand in the order of the columns. */
export const insertRows = async (
  trx: Knex.Transaction,
  table: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>
): Promise<void> => {
  const client = clientOf(trx);
  if (client === 'sqlite') await insertOneByOne(trx, table, columns, rows);
  else await insertAtOnce(trx, table, columns, rows, SELECTS[client]);
};

/** How long SQLite may work before requests get their turn, in milliseconds. */
const SLICE_MS = 10;

/**
 * SQLite works in this process: a prepared statement for each row is faster than any statement for many, half as much
 * again than JSON, and can stop in between.
 */
const insertOneByOne = async (
  trx: Knex.Transaction,
  table: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>
): Promise<void> => {
  const { acquireConnection } = trx.client as { readonly acquireConnection: () => Promise<SqliteConnection> };
  const connection = await acquireConnection();
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = connection.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  let until = performance.now() + SLICE_MS;
  for (const row of rows) {
    insert.run(row);
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + SLICE_MS;
  }
};

interface SqliteConnection {
  readonly prepare: (sql: string) => { readonly run: (values: readonly Cell[]) => unknown };
}

/** One statement with one JSON parameter: half the way to the server, and its text does not grow with the rows. */
const insertAtOnce = async (
  trx: Knex.Transaction,
  table: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  select: (columns: readonly Column[]) => string
): Promise<void> => {
  const all = [...rows];
  if (all.length === 0) return;
  const names = columns.map(() => '??').join(', ');
  await trx.raw(`insert into ?? (${names}) ${select(columns)}`, [
    table,
    ...columns.map(({ name }) => name),
    JSON.stringify(all),
  ]);
};

/** Milliseconds since the epoch by the database's own clock: hosts' clocks differ, and a lease must not. */
export const databaseNow = (connection: Connection): Knex.Raw => connection.raw(NOW[clientOf(connection)]);

type Client = 'sqlite' | 'postgres' | 'mysql';

/** Which of the three dialects a connection speaks. */
export const clientOf = (connection: Connection): Client => {
  const { config } = connection.client as { readonly config: { readonly client: unknown } };
  const name = String(config.client);
  if (name.includes('sqlite')) return 'sqlite';
  return name.includes('mysql') ? 'mysql' : 'postgres';
};

const NOW = {
  sqlite: `cast((julianday('now') - 2440587.5) * 86400000 as integer)`,
  postgres: `cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  mysql: `cast(unix_timestamp(now(3)) * 1000 as unsigned)`,
} satisfies Record<Client, string>;

const POSTGRES_TYPES = { integer: 'integer', bigint: 'bigint', key: 'text', text: 'text' } satisfies Record<
  Column['type'],
  string
>;
const MYSQL_TYPES = { integer: 'int', bigint: 'bigint', key: 'varchar(255)', text: 'longtext' } satisfies Record<
  Column['type'],
  string
>;

const SELECTS = {
  postgres: (columns) =>
    `select ${columns.map(({ type }, at) => `(value ->> ${at})::${POSTGRES_TYPES[type]}`).join(', ')} from jsonb_array_elements(?::jsonb)`,
  mysql: (columns) =>
    `select * from json_table(?, '$[*]' columns (${columns
      .map(({ type }, at) => `c${at} ${MYSQL_TYPES[type]} path '$[${at}]'`)
      .join(', ')})) as source`,
} satisfies Record<Exclude<Client, 'sqlite'>, (columns: readonly Column[]) => string>;

/** SQLite has one size of integers, and finds a row by its key at once only where the key is called just that. */
const number = (db: Knex, table: Knex.TableBuilder, name: string, type: 'integer' | 'bigint'): Knex.ColumnBuilder =>
  type === 'integer' || clientOf(db) === 'sqlite' ? table.integer(name) : table.bigInteger(name);

const longText = (table: Knex.TableBuilder, name: string): Knex.ColumnBuilder => table.text(name, 'longtext');
