/** The steps of the files' benchmark, each run in a process of its own. */
import type BetterSqlite3 from 'better-sqlite3';
import Database from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { createFileNames } from '../../../server/core/files/references';
import { service } from '../../../server/services';
import { lookThroughFiles } from '../../../server/services/files/look';
import { FILE_COLUMNS, FILE_USE_COLUMNS, TABLES } from '../../../server/stores/audit/tables';
import { LIBRARY } from '../audit/library';
import { answerStep, withHost } from '../host';
import { createStopwatch, measure, type Duration, type Reading } from '../meter';
import { buildFiles, FILES, PLACES, unreferenced } from './library';

interface On {
  readonly database: string;
}

/** An audit first, whose lease the look is under; only the look is measured. */
const look = ({ database, entries }: On & { readonly entries: number }): Promise<Reading> =>
  withHost(database, async (strapi) => {
    const { id } = await service(strapi, 'audit').run();
    await strapi.db.connection(TABLES.lease).update({ audit_id: id, holder: 'bench', expires_at: Date.now() + 9e8 });
    const run = { auditId: id, holder: 'bench', signal: new AbortController().signal, isAwaited: () => false };
    const reading = await measure(() => lookThroughFiles(strapi, run));
    await assertTrue(strapi, entries);
    return reading;
  });

const assertTrue = async (strapi: Core.Strapi, entries: number): Promise<void> => {
  const state = await strapi.db.connection(TABLES.fileState).first();
  const totals = JSON.parse(state.totals) as { readonly files: number; readonly unreferenced: number };
  if (totals.files === entries && totals.unreferenced === unreferenced(entries)) return;
  throw new Error(`Of ${entries} files ${unreferenced(entries)} are nowhere; found: ${state.totals}`);
};

const CHUNK = 2_000;

/**
 * The least there is to do, by the driver alone: files, covers and texts read in order, texts searched by the same
 * matcher, and the rows that the look wrote (found in `looked`) written into the same tables.
 */
const floor = ({ fresh, looked }: { readonly fresh: string; readonly looked: string }): Duration => {
  const db = new Database(fresh);
  const source = new Database(looked, { readonly: true });
  const watch = createStopwatch();
  const names = createFileNames();
  const uses: number[] = [];
  watch.time(() => {
    each(db, `select id, hash, url from ${FILES} where id > ? order by id`, 'id', 0, ({ id, hash, url }) =>
      names.add({ id: Number(id), hash: String(hash), url: String(url) })
    );
    each(db, `select id, file_id from ${PLACES} where id > ? order by id`, 'id', 0, ({ file_id }) =>
      uses.push(Number(file_id))
    );
    const texts = `select document_id, title, summary, body from ${LIBRARY} where document_id > ? order by document_id`;
    each(db, texts, 'document_id', '', ({ title, summary, body }) => {
      for (const text of [title, summary, body]) for (const id of names.find(String(text))) uses.push(id);
    });
  });
  const write = db.transaction((statement: BetterSqlite3.Statement, rows: readonly unknown[][]) => {
    for (const row of rows) statement.run(row);
  });
  const use = db.prepare(insertInto(TABLES.fileUses, FILE_USE_COLUMNS));
  const rows = source.prepare(`select ${columnsOf(FILE_COLUMNS)} from ${TABLES.files} where id between ? and ?`).raw();
  const file = db.prepare(insertInto(TABLES.files, FILE_COLUMNS));
  watch.time(() => {
    for (let from = 0; from < uses.length; from += CHUNK) {
      write(
        use,
        uses.slice(from, from + CHUNK).map((id, at) => [from + at + 1, id, 1, DOCUMENT_ID, 1])
      );
    }
  });
  const last = Number(source.prepare(`select max(id) from ${TABLES.files}`).pluck().get());
  for (let from = 1; from <= last; from += CHUNK) {
    const some = rows.all(from, from + CHUNK - 1) as unknown[][];
    watch.time(() => write(file, some));
  }
  db.close();
  return watch.total();
};

const DOCUMENT_ID = 'abcdefghijklmnopqrstuvwx';

type Row = Readonly<Record<string, unknown>>;

const each = (
  db: BetterSqlite3.Database,
  sql: string,
  key: string,
  first: unknown,
  visit: (row: Row) => void
): void => {
  const chunk = db.prepare(`${sql} limit ${CHUNK}`);
  for (let after: unknown = first; after !== undefined;) {
    const rows = chunk.all(after) as Row[];
    for (const row of rows) visit(row);
    after = rows.length < CHUNK ? undefined : rows.at(-1)?.[key];
  }
};

const columnsOf = (columns: typeof FILE_COLUMNS): string => columns.map(({ name }) => name).join(', ');

const insertInto = (table: string, columns: typeof FILE_COLUMNS): string =>
  `insert into ${table} (${columnsOf(columns)}) values (${columns.map(() => '?').join(', ')})`;

void answerStep({
  build: ({ database, entries }: On & { readonly entries: number }) => buildFiles(database, entries),
  look,
  floor,
});
