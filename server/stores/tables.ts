import { randomBytes } from 'node:crypto';
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
export const strapiColumns = (userId: number | null, now: Date) => ({
  document_id: newDocumentId(),
  created_at: now,
  updated_at: now,
  published_at: now,
  created_by_id: userId,
  updated_by_id: userId,
});

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** As long as Strapi's own and of the same characters, at a tenth of their price: thousands of rows may need one each. */
const newDocumentId = (): string => {
  let id = '';
  for (const byte of randomBytes(24)) id += ALPHABET.charAt(byte % ALPHABET.length);
  return id;
};
