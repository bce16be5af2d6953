import { hash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { USAGES, type JudgedFile, type Usage } from '../../core/files/uses';
import { BATCH } from '../audit/retention';
import { FILE_COLUMNS, OPEN, TABLES } from '../audit/tables';
import { insertRows, type Cell } from '../columns';

/** A file as it is written. */
export interface FileFacts {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly ext: string;
  readonly size: number;
  readonly createdAt: number;
}

/** A row without its id and validity, in the order of FILE_COLUMNS from `file_id` to `fingerprint`. */
export interface NewFileRow {
  readonly fileId: number;
  readonly cells: readonly Cell[];
  readonly fingerprint: string;
}

/** The number of a usage: unreferenced files are first where numbers fall, as sizes do. */
export const usageNo = (usage: Usage): number => USAGES.indexOf(usage);

/** The row of a file. */
export const toFileRow = (file: FileFacts, judged: JudgedFile, duplicates: number | null): NewFileRow => {
  const cells: readonly Cell[] = [
    file.id,
    file.documentId,
    file.name,
    file.url,
    file.mime,
    file.ext,
    file.size,
    file.createdAt,
    usageNo(judged.usage),
    judged.usedBy,
    JSON.stringify(judged.uses.map(({ uid, documentId, isPublished }) => [uid, documentId, isPublished ? 1 : 0])),
    duplicates,
    judged.evidence.grade,
    JSON.stringify(judged.evidence),
  ];
  return { fileId: file.id, cells, fingerprint: hash('sha1', JSON.stringify(cells), 'base64') };
};

/** A row that is valid still. */
export interface OpenFileRow {
  readonly id: number;
  readonly fileId: number;
  readonly fingerprint: string;
}

/** The rows valid for files with ids in a range; `upTo` `null` is to the end. */
export const readOpenFileRows = async (
  strapi: Core.Strapi,
  { after, upTo }: { readonly after: number; readonly upTo: number | null }
): Promise<readonly OpenFileRow[]> => {
  const rows: readonly { readonly id: number | string; readonly file_id: number; readonly fingerprint: string }[] =
    await strapi.db
      .connection(TABLES.files)
      .where('file_id', '>', after)
      // To the end too: with one bound SQLite would go by the other column, through all rows.
      .where('file_id', '<=', upTo ?? OPEN)
      .where('valid_to', '>', OPEN - 1)
      .select('id', 'file_id', 'fingerprint');
  return rows.map(({ id, file_id, fingerprint }) => ({ id: Number(id), fileId: file_id, fingerprint }));
};

/** What has changed of some files: rows no longer valid, and rows as they are now. */
export interface FileChanges {
  readonly closed: readonly number[];
  readonly added: readonly NewFileRow[];
}

/** Compares files with what was written of them. */
export const compareFiles = (open: readonly OpenFileRow[], rows: readonly NewFileRow[]): FileChanges => {
  const before = new Map(open.map((row) => [row.fileId, row.fingerprint]));
  const now = new Map(rows.map((row) => [row.fileId, row.fingerprint]));
  return {
    closed: open.filter((row) => now.get(row.fileId) !== row.fingerprint).map(({ id }) => id),
    added: rows.filter((row) => before.get(row.fileId) !== row.fingerprint),
  };
};

/** The next free row id. */
export const nextFileRowId = async (trx: Knex.Transaction): Promise<number> => {
  const row = await trx(TABLES.files).max({ id: 'id' }).first();
  return Number(row?.['id'] ?? 0) + 1;
};

/** Writes changes as of an audit. */
export const writeFiles = async (
  trx: Knex.Transaction,
  { auditId, firstRowId }: { readonly auditId: number; readonly firstRowId: number },
  { closed, added }: FileChanges
): Promise<void> => {
  await closeFiles(trx, auditId, closed);
  await insertRows(
    trx,
    TABLES.files,
    FILE_COLUMNS,
    added.map(({ cells, fingerprint }, at) => [firstRowId + at, ...cells, fingerprint, auditId, OPEN])
  );
};

const closeFiles = async (trx: Knex.Transaction, auditId: number, ids: readonly number[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += BATCH) {
    await trx(TABLES.files)
      .whereIn('id', ids.slice(from, from + BATCH))
      .update({ valid_to: auditId });
  }
};

/**
 * Undoes some of what a look that never ended has written, and removes some of what nobody sees any more; `false` when
 * nothing is left. `shown`: the audit of the look that lists show, 0 before the first.
 */
export const settleFiles = async (trx: Knex.Transaction, shown: number): Promise<boolean> => {
  const gone = [...(await ids(trx, 'valid_from', '>', shown)), ...(await ids(trx, 'valid_to', '<=', shown))];
  if (gone.length > 0) await trx(TABLES.files).whereIn('id', gone).delete();
  const closed = gone.length > 0 ? [] : await ids(trx, 'valid_to', '>', shown, OPEN);
  if (closed.length > 0) await trx(TABLES.files).whereIn('id', closed).update({ valid_to: OPEN });
  return gone.length + closed.length > 0;
};

const ids = async (
  trx: Knex.Transaction,
  column: 'valid_from' | 'valid_to',
  operator: '>' | '<=',
  audit: number,
  below?: number
): Promise<readonly number[]> => {
  const rows: readonly { readonly id: number | string }[] = await trx(TABLES.files)
    .where(column, operator, audit)
    .modify((query) => {
      if (below !== undefined) void query.where(column, '<', below);
    })
    .limit(BATCH)
    .select('id');
  return rows.map(({ id }) => Number(id));
};
