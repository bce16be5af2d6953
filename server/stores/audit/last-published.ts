import type { Core } from '@strapi/strapi';
import type { Instant } from '../../core/audit/facts';
import { rowKey } from './inventory-writer';
import { OPEN, TABLES } from './tables';

/** When an audit first found no longer published what those before it had, by `rowKey`, of some entries of a type. */
export const readUnpublishedSince = async (
  strapi: Core.Strapi,
  typeNo: number,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, Instant>> => {
  const since = new Map<string, Instant>();
  for (let from = 0; from < documentIds.length; from += AT_ONCE) {
    const rows: readonly Row[] = await strapi.db
      .connection({ i: TABLES.inventory })
      .join({ a: TABLES.audits }, 'a.id', 'i.valid_to')
      .where('i.type_no', typeNo)
      .whereIn('i.document_id', documentIds.slice(from, from + AT_ONCE))
      .whereNotNull('i.first_published')
      .where('i.valid_to', '<', OPEN)
      .select('i.document_id', 'i.locale_no', 'a.started_at');
    for (const { document_id, locale_no, started_at } of rows) {
      const key = rowKey(document_id, locale_no);
      since.set(key, Math.max(since.get(key) ?? 0, Number(started_at)));
    }
  }
  return since;
};

/** Documents named by one statement. */
const AT_ONCE = 500;

interface Row {
  readonly document_id: string;
  readonly locale_no: number;
  readonly started_at: number | string;
}
