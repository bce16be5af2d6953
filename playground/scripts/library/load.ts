import type { Core } from '@strapi/strapi';
import { messageOf, type Note } from '../progress';
import { readLines, type LibraryItem } from './items';

export const LIBRARY_UID = 'api::library-item.library-item';

/** Whether a library has been loaded into this database. */
export const hasLibrary = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.documents(LIBRARY_UID).count({})) > 0;

export interface LoadReport {
  readonly loaded: number;
  readonly skipped: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** Called for every item that stands in the library, new or not. */
export type OnItem = (documentId: string, item: LibraryItem) => Promise<void>;

/** Loads what is not there yet through the Document Service, published; a second run goes on where the first ended. */
export const loadItems = async (strapi: Core.Strapi, file: string, onItem: OnItem, note: Note): Promise<LoadReport> => {
  const present = await presentItems(strapi);
  const refused: { line: number; reason: string }[] = [];
  let loaded = 0;
  let skipped = 0;
  for await (const line of readLines(file)) {
    if ('reason' in line) {
      refused.push({ line: line.number, reason: line.reason });
      continue;
    }
    try {
      const known = present.get(line.key);
      const documentId = known ?? (await create(strapi, line.key, line.item));
      await onItem(documentId, line.item);
      if (known === undefined) loaded += 1;
      else skipped += 1;
    } catch (error) {
      refused.push({ line: line.number, reason: messageOf(error) });
    }
    if ((loaded + skipped) % 250 === 0) note(`${loaded + skipped} items`);
  }
  return { loaded, skipped, refused };
};

const presentItems = async (strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> => {
  const rows = (await strapi.db
    .query(LIBRARY_UID)
    .findMany({ select: ['documentId', 'sourceKey'], where: { publishedAt: { $notNull: true } } })) as readonly {
    documentId: string;
    sourceKey: string;
  }[];
  return new Map(rows.map(({ documentId, sourceKey }) => [sourceKey, documentId]));
};

const create = async (strapi: Core.Strapi, sourceKey: string, item: LibraryItem): Promise<string> => {
  const data: Readonly<Record<string, unknown>> = { ...item, sourceKey, leadAuthor: item.authors[0] ?? null };
  const { documentId } = await strapi.documents(LIBRARY_UID).create({ data, status: 'published' });
  return documentId;
};
