import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { EntryRef } from '../core/vocabulary';
import { isOnHost } from './content-types';

/** The id of one row of the document, in whatever locale, draft or published; `null`: the document does not exist. */
export const anyRow = async (strapi: Core.Strapi, { uid, documentId }: EntryRef): Promise<number | null> => {
  if (!isOnHost(strapi, uid)) return null;
  const row = (await strapi.db
    .query(uid)
    .findOne({ where: { documentId }, select: ['id'], orderBy: { id: 'asc' } })) as { readonly id: number } | null;
  return row && row.id;
};

/** Those of some documents of a type that there are, in whatever locale, draft or published. */
export const existingDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  if (!isOnHost(strapi, uid)) return new Set();
  const { tableName } = strapi.db.metadata.get(uid);
  const found: readonly { readonly document_id: string }[] = await strapi.db
    .getConnection(tableName)
    .transacting(trx)
    .whereIn('document_id', [...documentIds])
    .distinct('document_id');
  return new Set(found.map(({ document_id }) => document_id));
};

/** The versions of some documents that there are, draft or published, as `uid documentId locale`. */
export const existingVersions = async (
  strapi: Core.Strapi,
  entries: readonly EntryRef[]
): Promise<ReadonlySet<string>> => {
  const versions = new Set<string>();
  for (const uid of new Set(entries.map((entry) => entry.uid))) {
    if (!isOnHost(strapi, uid)) continue;
    const ids = [...new Set(entries.flatMap((entry) => (entry.uid === uid ? entry.documentId : [])))];
    const rows: readonly { readonly documentId: string; readonly locale: string | null }[] = await strapi.db
      .query(uid)
      .findMany({ where: { documentId: { $in: ids } }, select: ['documentId', 'locale'] });
    for (const { documentId, locale } of rows) versions.add(versionName({ uid, documentId, locale: locale ?? '' }));
  }
  return versions;
};

/** A version as `existingVersions` names it; `locale` is `''` for a type without. */
export const versionName = ({ uid, documentId, locale }: EntryRef & { readonly locale: string }): string =>
  `${uid} ${documentId} ${locale}`;

/**
 * Makes other writers about the same entry wait until the transaction ends; `false`: the row has gone meanwhile.
 * One row by its id, as the transaction's first statement: a wider lock could deadlock with the host's own publishing,
 * and MySQL reads all that follows as of the first read.
 */
export const lockRow = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { uid }: EntryRef,
  id: number
): Promise<boolean> => {
  const { tableName } = strapi.db.metadata.get(uid);
  const locked: readonly unknown[] = await strapi.db
    .getConnection(tableName)
    .transacting(trx)
    .where({ id })
    .forUpdate()
    .select('id');
  return locked.length > 0;
};

/** The locales in which a document is published; `''` for a type without. */
export const publishedLocales = async (
  strapi: Core.Strapi,
  { uid, documentId }: EntryRef
): Promise<readonly string[]> => {
  const rows = (await strapi.db
    .query(uid)
    .findMany({ where: { documentId, publishedAt: { $notNull: true } }, select: ['locale'] })) as readonly {
    readonly locale: string | null;
  }[];
  return rows.map(({ locale }) => locale ?? '');
};
