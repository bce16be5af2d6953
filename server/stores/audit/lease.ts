import type { Knex } from 'knex';
import { isLeaseHeld, leaseEnd } from '../lease-term';
import { TABLES } from './tables';

/** How long a holder that died keeps others out, in milliseconds. */
export const LEASE_TERM = 30_000;

/** Takes the audit's lease when nobody holds it; `false` when somebody does. `assignLease` follows in the same transaction. */
export const takeLease = async (trx: Knex.Transaction, holder: string): Promise<boolean> => {
  const taken = await trx(TABLES.lease)
    .where({ name: 'audit' })
    .whereNot(isLeaseHeld(trx, LEASE_TERM))
    .update({ audit_id: 0, holder, is_wanted: 0, expires_at: leaseEnd(trx, LEASE_TERM) });
  return taken === 1;
};

/** Names the audit for which the lease was taken. */
export const assignLease = async (trx: Knex.Transaction, auditId: number, holder: string): Promise<void> => {
  await trx(TABLES.lease).where({ name: 'audit', holder }).update({ audit_id: auditId });
};

/**
 * Prolongs the lease inside the transaction that is about to write. A run that slept past its term finds another
 * holder's number here and must not write: its rows would mix with the other's.
 */
export const renewLease = async (trx: Knex.Transaction, auditId: number, holder: string): Promise<void> => {
  const renewed = await trx(TABLES.lease)
    .where({ name: 'audit', audit_id: auditId, holder })
    .update({ expires_at: leaseEnd(trx, LEASE_TERM) });
  if (renewed !== 1) throw new LeaseLost(auditId);
};

/** Whether the audit's lease is free; only reads, so that asking again and again keeps no writer waiting. */
export const isLeaseFree = async (trx: Knex.Transaction): Promise<boolean> =>
  (await trx(TABLES.lease).where({ name: 'audit' }).where(isLeaseHeld(trx, LEASE_TERM)).first('name')) === undefined;

/** For a query on audits: whether the lease is held for that audit, so that it really runs. */
export const holdsLease = (trx: Knex.Transaction): Knex.QueryBuilder =>
  trx(TABLES.lease)
    .where({ name: 'audit', audit_id: trx.ref(`${TABLES.audits}.id`) })
    .where(isLeaseHeld(trx, LEASE_TERM));

/** Tells whoever holds the lease that a person waits for it. */
export const askForLease = async (trx: Knex.Transaction): Promise<void> => {
  await trx(TABLES.lease).where({ name: 'audit' }).update({ is_wanted: 1 });
};

/** Whether a person waits for the lease, in whatever process. */
export const isLeaseWanted = async (trx: Knex.Transaction): Promise<boolean> => {
  const row: { readonly is_wanted: number } | undefined = await trx(TABLES.lease)
    .where({ name: 'audit' })
    .first('is_wanted');
  return row?.is_wanted === 1;
};

/** Gives the lease back. */
export const endLease = async (trx: Knex.Transaction, auditId: number, holder: string): Promise<void> => {
  await trx(TABLES.lease).where({ name: 'audit', audit_id: auditId, holder }).update({ expires_at: 0 });
};

/** Another process took over: the run ends without a trace. */
export class LeaseLost extends Error {
  constructor(auditId: number) {
    super(`Audit ${auditId} lost its lease: another process took over`);
    this.name = 'LeaseLost';
  }
}
