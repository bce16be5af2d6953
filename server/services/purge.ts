import type { Core } from '@strapi/strapi';
import { contentTypes, type ContentTypeName } from '../../content-types';
import { service } from '.';
import { unpersistTables } from '../stores/persisted-tables';
import { dropTables, PLAIN_TABLES } from '../stores/schema';
import { ownTable, rows } from '../stores/tables';
import { inTransaction } from '../stores/transaction';

/** Removes everything of ours on purpose, before the plugin is taken out of an app. */
export const createPurgeService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Answers the tables that are empty or gone; Strapi drops the emptied ones at the first start without the plugin. */
  async run(): Promise<{ readonly tables: readonly string[] }> {
    service(strapi, 'schedule').stop();
    await service(strapi, 'audit').stop();
    const names = Object.keys(contentTypes) as ContentTypeName[];
    await inTransaction(strapi, async (trx) => {
      for (const name of names) await rows(strapi, trx, name).delete();
    });
    await dropTables(strapi);
    await unpersistTables(strapi);
    return {
      tables: [...names.map((name) => ownTable(strapi, name)), ...PLAIN_TABLES],
    };
  },
});
