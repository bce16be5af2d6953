import type { Core } from '@strapi/strapi';
import { SEEN_KINDS } from '../../core/files/seen-through';
import { toInstant } from '../instant';
import { scalarColumn } from '../type-columns';
import { FILE } from './models';

/** A file of the Media Library as Strapi describes it. */
export interface Upload {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly hash: string;
  readonly url: string;
  readonly mime: string;
  readonly ext: string;
  /** Bytes; Strapi keeps thousands of them, with two decimals. */
  readonly size: number;
  readonly provider: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Some files in the order of their ids, after one of them. */
export const readUploads = async (strapi: Core.Strapi, after: number, limit: number): Promise<readonly Upload[]> => {
  const rows: readonly Row[] = await uploads(strapi)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select({ id: 'id', document_id: 'document_id', created_at: 'created_at', ...columns(strapi) });
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: row.document_id,
    name: row.name ?? '',
    hash: row.hash ?? '',
    url: row.url ?? '',
    mime: row.mime ?? '',
    ext: row.ext ?? '',
    size: bytes(row.size),
    provider: row.provider ?? '',
    createdAt: toInstant(row.created_at) ?? 0,
  }));
};

/** How often each of some sizes occurs among all files: what has a size of its own has no duplicate. In bytes. */
export const countSizes = async (
  strapi: Core.Strapi,
  sizes: readonly number[]
): Promise<ReadonlyMap<number, number>> => {
  const { size = 'size' } = columns(strapi);
  const rows: readonly { readonly size: unknown; readonly files: number | string }[] = await uploads(strapi)
    .whereIn(
      size,
      sizes.map((one) => one / 1000)
    )
    .groupBy(size)
    .select({ size })
    .count({ files: '*' });
  return new Map(rows.map((row) => [bytes(row.size), Number(row.files)]));
};

/** How many files are opened by a link, and not seen where they are placed. */
export const countLinkedFiles = async (strapi: Core.Strapi): Promise<number> => {
  const { mime = 'mime' } = columns(strapi);
  const counting = uploads(strapi)
    .where((each) => {
      for (const kind of SEEN_KINDS) void each.whereNot(mime, 'like', `${kind}/%`);
    })
    .count<{ files: number | string }[]>({ files: '*' });
  const [counted] = await counting;
  return Number(counted?.files ?? 0);
};

const uploads = (strapi: Core.Strapi) => strapi.db.getConnection(strapi.db.metadata.get(FILE).tableName);

const FIELDS = ['name', 'hash', 'url', 'mime', 'ext', 'size', 'provider'] as const;

const columns = (strapi: Core.Strapi): Readonly<Record<string, string>> =>
  Object.fromEntries(FIELDS.map((field) => [field, scalarColumn(strapi, FILE, field) ?? field]));

const bytes = (kilobytes: unknown): number => Math.round(Number(kilobytes ?? 0) * 1000);

type Row = Readonly<Record<Exclude<(typeof FIELDS)[number], 'size'>, string | null>> & {
  readonly id: number | string;
  readonly document_id: string;
  readonly size: unknown;
  readonly created_at: unknown;
};
