import type { Core } from '@strapi/strapi';
import type { Asset } from '../../core/consumption/event';
import { inTransaction } from '../transaction';
import { CONSUMPTION_TABLES } from './tables';

/** What people mapped some paths to by hand. */
export const overriddenPaths = async (
  strapi: Core.Strapi,
  paths: readonly string[]
): Promise<ReadonlyMap<string, Asset>> => {
  if (paths.length === 0) return new Map();
  const rows: readonly Row[] = await inTransaction(strapi, (trx) =>
    trx(CONSUMPTION_TABLES.overrides).whereIn('path', paths).select('path', 'uid', 'document_id', 'locale')
  );
  return new Map(rows.map(({ path, document_id: documentId, ...rest }) => [path, { ...rest, documentId }]));
};

interface Row {
  readonly path: string;
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
}
