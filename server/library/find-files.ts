import type { Core } from '@strapi/strapi';
import { storedName } from '../core/consumption/file-name';
import { FILE_UID } from '../core/consumption/event';

/** The document IDs of Media Library files, by those of some URLs that lead to one, in one query. */
export const findFiles = async (strapi: Core.Strapi, urls: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const names = urls.flatMap((url) => storedName(url) ?? []);
  if (names.length === 0) return new Map();
  const sizes = strapi.config.get<Readonly<Record<string, unknown>>>('plugin::upload.breakpoints', {});
  const formats = ['thumbnail', ...Object.keys(sizes)].map((name) => `${name}_`);
  /** Strapi puts the format's name before the hash. */
  const original = (hash: string): string => hash.slice(formats.find((format) => hash.startsWith(format))?.length ?? 0);
  const rows: readonly Row[] = await strapi.db
    .getConnection(strapi.db.metadata.get(FILE_UID).tableName)
    .whereIn(
      'hash',
      names.flatMap(({ hash }) => [hash, original(hash)])
    )
    .select('document_id', 'hash', 'ext');
  const stored = new Map(rows.map(({ document_id, hash, ext }) => [`${hash}${ext ?? ''}`, document_id]));
  return new Map(
    urls.flatMap((url) => {
      const name = storedName(url);
      const id = name && (stored.get(name.hash + name.ext) ?? stored.get(original(name.hash) + name.ext));
      return id == null ? [] : [[url, id] as const];
    })
  );
};

interface Row {
  readonly document_id: string;
  readonly hash: string;
  readonly ext: string | null;
}
