import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { FILE_CONTENT_COLUMNS, TABLES } from '../audit/tables';
import { insertRows } from '../columns';

/** What a file contained when it was changed last. */
export interface FileContent {
  readonly fileId: number;
  readonly size: number;
  readonly changedAt: number;
  readonly digest: string;
}

/** What is known of files with ids in a range; `upTo` `null` is to the end. */
export const readContents = async (
  strapi: Core.Strapi,
  { after, upTo }: { readonly after: number; readonly upTo: number | null }
): Promise<ReadonlyMap<number, FileContent>> => {
  const rows: readonly Row[] = await strapi.db
    .connection(TABLES.fileContents)
    .where('file_id', '>', after)
    .modify((query) => {
      if (upTo !== null) void query.where('file_id', '<=', upTo);
    });
  return new Map(
    rows.map((row) => [
      row.file_id,
      { fileId: row.file_id, size: Number(row.size), changedAt: Number(row.changed_at), digest: row.digest },
    ])
  );
};

/** Replaces what is known of some files. */
export const saveContents = async (
  trx: Knex.Transaction,
  forgotten: readonly number[],
  contents: readonly FileContent[]
): Promise<void> => {
  const replaced = [...forgotten, ...contents.map(({ fileId }) => fileId)];
  if (replaced.length > 0) await trx(TABLES.fileContents).whereIn('file_id', replaced).delete();
  await insertRows(
    trx,
    TABLES.fileContents,
    FILE_CONTENT_COLUMNS,
    contents.map(({ fileId, size, changedAt, digest }) => [fileId, size, changedAt, digest])
  );
};

/** How many files of some sizes have the same content: by size, then by digest. */
export const countDigests = async (
  strapi: Core.Strapi,
  sizes: readonly number[]
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> => {
  const rows: readonly { readonly size: number | string; readonly digest: string; readonly files: number | string }[] =
    await strapi.db
      .connection(TABLES.fileContents)
      .whereIn('size', [...sizes])
      .groupBy('size', 'digest')
      .select('size', 'digest')
      .count({ files: '*' });
  const counted = new Map<number, Map<string, number>>();
  for (const { size, digest, files } of rows) {
    const digests = counted.get(Number(size)) ?? new Map<string, number>();
    counted.set(Number(size), digests.set(digest, Number(files)));
  }
  return counted;
};

interface Row {
  readonly file_id: number;
  readonly size: number | string;
  readonly changed_at: number | string;
  readonly digest: string;
}
