import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { BATCH } from '../audit/retention';
import { FILE_USE_COLUMNS, TABLES } from '../audit/tables';
import { insertRows } from '../columns';

/** An entry that holds a file, by numbers. */
export interface StoredUse {
  readonly fileId: number;
  readonly typeNo: number;
  readonly documentId: string;
  readonly isPublished: boolean;
}

/** Adds uses; their ids count on from `firstId`. */
export const addUses = async (trx: Knex.Transaction, firstId: number, uses: readonly StoredUse[]): Promise<void> => {
  await insertRows(
    trx,
    TABLES.fileUses,
    FILE_USE_COLUMNS,
    uses.map(({ fileId, typeNo, documentId, isPublished }, at) => [
      firstId + at,
      fileId,
      typeNo,
      documentId,
      isPublished ? 1 : 0,
    ])
  );
};

/** The uses of the files with ids in a range, file by file, in pages: one file may have as many as there are entries. */
export async function* usesOf(
  strapi: Core.Strapi,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  limit: number
): AsyncGenerator<readonly StoredUse[]> {
  let last: Row | undefined;
  for (;;) {
    const rows = last === undefined ? [] : await page(strapi, limit, { file_id: last.file_id }, 'id', last.id);
    if (rows.length < limit) {
      const from = last?.file_id ?? after;
      rows.push(...(await page(strapi, limit - rows.length, {}, 'file_id', from, upTo)));
    }
    if (rows.length > 0) yield rows.map(toUse);
    if (rows.length < limit) return;
    last = rows.at(-1);
  }
}

/** Removes some uses; `false` when none is left. */
export const removeUses = async (trx: Knex.Transaction): Promise<boolean> => {
  const rows: readonly { readonly id: number | string }[] = await trx(TABLES.fileUses)
    .orderBy('id')
    .limit(BATCH)
    .select('id');
  const last = rows.at(-1);
  if (last !== undefined) await trx(TABLES.fileUses).where('id', '<=', last.id).delete();
  return last !== undefined;
};

const page = async (
  strapi: Core.Strapi,
  limit: number,
  file: { readonly file_id?: number },
  column: 'id' | 'file_id',
  after: number | string,
  upTo?: number
): Promise<Row[]> =>
  (await strapi.db
    .connection(TABLES.fileUses)
    .where(file)
    .where(column, '>', after)
    .modify((query) => {
      if (upTo !== undefined) void query.where(column, '<=', upTo);
    })
    .orderBy(['file_id', 'id'])
    .limit(limit)) as Row[];

const toUse = (row: Row): StoredUse => ({
  fileId: row.file_id,
  typeNo: row.type_no,
  documentId: row.document_id,
  isPublished: row.is_published === 1,
});

interface Row {
  readonly id: number | string;
  readonly file_id: number;
  readonly type_no: number;
  readonly document_id: string;
  readonly is_published: number;
}
