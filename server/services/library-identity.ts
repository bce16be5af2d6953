import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { service } from '.';
import { readLibraryId, saveLibraryId } from '../stores/audit/library-id';
import { createSettingStore } from '../stores/settings';
import { inTransaction } from '../stores/transaction';

const SETTING = 'library-id';

/**
 * Settings travel with Strapi's export, audits do not: when the two disagree after an import, the audits describe a
 * library that is no longer here.
 */
export const noticeImports = async (strapi: Core.Strapi): Promise<void> => {
  const settings = createSettingStore(strapi);
  const travelled = await settings.get(SETTING);
  const libraryId = typeof travelled === 'string' ? travelled : randomUUID();
  const described: unknown = await inTransaction(strapi, (trx) => readLibraryId(trx));
  if (described === libraryId) return;
  if (travelled !== libraryId) await settings.set(SETTING, libraryId);
  if (described !== '') await service(strapi, 'audit').outdateAll();
  await inTransaction(strapi, (trx) => saveLibraryId(trx, libraryId));
};
