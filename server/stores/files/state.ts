import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditBody } from '../../core/api';
import type { FileTotals } from '../../core/consumption-api';
import { LEASE_TERM } from '../audit/lease';
import { TABLES } from '../audit/tables';
import { databaseNow } from '../columns';
import { isLeaseHeld } from '../lease-term';
import { inTransaction } from '../transaction';

/** The look at all files that lists show. */
export interface FileState {
  /** The audit whose look it was: rows are valid as of its number. */
  readonly audit: number;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** When this was read. */
  readonly now: number;
  readonly totals: FileTotals;
}

/** The newest look that ended; `null` before the first. */
export const readFileState = (strapi: Core.Strapi): Promise<FileState | null> =>
  inTransaction(strapi, async (trx) => {
    const rows: readonly Row[] = await trx(TABLES.fileState)
      .select('audit_id', 'started_at', 'finished_at', 'totals', { now: databaseNow(trx) })
      .limit(1);
    const row = rows[0];
    return row === undefined
      ? null
      : {
          audit: row.audit_id,
          startedAt: Number(row.started_at),
          finishedAt: Number(row.finished_at),
          now: Number(row.now),
          totals: JSON.parse(row.totals) as FileTotals,
        };
  });

/** What started the audit, newer than the look that is shown, that has ended and holds its lease still; `null` where none does. */
export const triggerOfLook = async (strapi: Core.Strapi, shown: number): Promise<AuditBody['trigger'] | null> =>
  inTransaction(strapi, async (trx) => {
    // The look happens under the lease of an audit that has ended.
    const found: { readonly trigger_kind: AuditBody['trigger'] } | undefined = await trx(`${TABLES.lease} as lease`)
      .join(`${TABLES.audits} as audit`, 'audit.id', 'lease.audit_id')
      .where({ 'lease.name': 'audit', 'audit.status': 'finished' })
      .where(isLeaseHeld(trx, LEASE_TERM, 'lease.expires_at'))
      .where('audit.id', '>', shown)
      .first('audit.trigger_kind');
    return found?.trigger_kind ?? null;
  });

/** From now on lists show this look: one statement for another, and nothing in between. */
export const saveFileState = async (
  trx: Knex.Transaction,
  audit: number,
  took: number,
  totals: FileTotals
): Promise<void> => {
  await trx(TABLES.fileState).delete();
  await trx(TABLES.fileState).insert({
    audit_id: audit,
    started_at: trx.raw('? - ?', [databaseNow(trx), Math.round(took)]),
    finished_at: databaseNow(trx),
    totals: JSON.stringify(totals),
  });
};

interface Row {
  readonly audit_id: number;
  readonly started_at: number | string;
  readonly finished_at: number | string;
  readonly now: number | string;
  readonly totals: string;
}
