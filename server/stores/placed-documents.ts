import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { rows } from './tables';

/** Documents of a type that have tags, after one in the order of their IDs: to go through them in parts. */
export const placedDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  { after, limit }: { readonly after: string; readonly limit: number }
): Promise<readonly string[]> => {
  const found = (await rows(strapi, trx, 'tag')
    .where({ entry_uid: uid })
    .where('entry_document_id', '>', after)
    .distinct('entry_document_id')
    .orderBy('entry_document_id')
    .limit(limit)) as readonly { readonly entry_document_id: string }[];
  return found.map(({ entry_document_id }) => entry_document_id);
};
