import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ContentTypeName } from '../../content-types';
import { PLUGIN_ID } from '../core/actions';

/** The uid of one of our own content types. */
export const ownUid = (name: ContentTypeName): string => `plugin::${PLUGIN_ID}.${name}`;

/** The table of one of our own content types, as Strapi named it. */
export const ownTable = (strapi: Core.Strapi, name: ContentTypeName): string =>
  strapi.db.metadata.get(ownUid(name)).tableName;

/** A raw query on one of our tables. Always inside a transaction: on SQLite a bare one waits for its own host. */
export const rows = (strapi: Core.Strapi, trx: Knex.Transaction, name: ContentTypeName): Knex.QueryBuilder =>
  strapi.db.getConnection(ownTable(strapi, name)).transacting(trx);

/** The columns that Strapi fills itself when it writes; raw inserts have to, or its export would skip the row. */
export const strapiColumns = (strapi: Core.Strapi, name: ContentTypeName, userId: number | null, now: Date) => ({
  document_id: newDocumentId(strapi, name),
  created_at: now,
  updated_at: now,
  published_at: now,
  created_by_id: userId,
  updated_by_id: userId,
});

const newDocumentId = (strapi: Core.Strapi, name: ContentTypeName): string => {
  const attribute = strapi.db.metadata.get(ownUid(name)).attributes['documentId'];
  const make: unknown = attribute && 'default' in attribute ? attribute.default : undefined;
  if (typeof make !== 'function') throw new Error('Strapi no longer makes document IDs by its metadata');
  return (make as () => string)();
};
