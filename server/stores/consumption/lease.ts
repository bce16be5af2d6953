import type { Knex } from 'knex';
import { isLeaseHeld, leaseEnd } from '../lease-term';
import { CONSUMPTION_TABLES as T } from './tables';

/** How long a holder that died keeps others out, in milliseconds. */
const LEASE_TERM = 60_000;

/** Takes the lease of some work when nobody holds it; `false` when somebody does. */
export const takeLease = async (trx: Knex.Transaction, name: string, holder: string): Promise<boolean> => {
  await trx(T.lease).insert({ name, holder: '', expires_at: 0 }).onConflict('name').ignore();
  const taken = await trx(T.lease)
    .where({ name })
    .whereNot(isLeaseHeld(trx, LEASE_TERM))
    .update({ holder, expires_at: leaseEnd(trx, LEASE_TERM) });
  return taken === 1;
};

/** Prolongs it inside the transaction that is about to write: whoever slept past its term must not write with another. */
export const renewLease = async (trx: Knex.Transaction, name: string, holder: string): Promise<void> => {
  const renewed = await trx(T.lease)
    .where({ name, holder })
    .update({ expires_at: leaseEnd(trx, LEASE_TERM) });
  if (renewed !== 1) throw new Error(`The lease of ${name} was lost: another process took over`);
};

/** Gives it back. */
export const endLease = async (trx: Knex.Transaction, name: string, holder: string): Promise<void> => {
  await trx(T.lease).where({ name, holder }).update({ holder: '', expires_at: 0 });
};
