import type { Core } from '@strapi/strapi';
import knex from 'knex';
import { createDocumentFilters } from '../../../server/library/document-filter';

/** A MySQL whose connection breaks at the first question. */
const aBrokenHost = (): Core.Strapi => {
  let isBroken = true;
  const question = {
    whereRaw: () => question,
    where: () => question,
    first: async () => {
      if (!isBroken) return { charset: 'utf8mb4', name: 'utf8mb4_bin' };
      isBroken = false;
      throw new Error('Connection lost');
    },
  };
  const db = {
    dialect: { client: 'mysql' },
    connection: { from: () => question },
    metadata: { get: () => ({ tableName: 'articles' }) },
  };
  return { db } as unknown as Core.Strapi;
};

test('a look-up that failed is made again by the next filter', async () => {
  const filter = createDocumentFilters(aBrokenHost(), { uid: 'plugin::content-strategy.tag', column: 'document_id' });
  const entries = () => knex({ client: 'mysql2' })('cs_tags');
  await expect(filter('api::article.article', '$in', entries())).rejects.toThrow('Connection lost');
  await expect(filter('api::article.article', '$in', entries())).resolves.toHaveProperty('documentId');
});
