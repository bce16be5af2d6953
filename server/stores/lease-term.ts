import type { Knex } from 'knex';
import { databaseNow, type Connection } from './columns';

/**
 * Whether a lease is held, by the database's clock. One that has longer to go than its term ever was has not: that clock
 * has been set back since, and whoever holds it renews it if he lives.
 */
export const isLeaseHeld = (db: Connection, term: number, column = 'expires_at'): Knex.Raw =>
  db.raw('(?? > ? and ?? <= ? + ?)', [column, databaseNow(db), column, databaseNow(db), term]);

/** When a lease ends that is taken or renewed now. */
export const leaseEnd = (db: Connection, term: number): Knex.Raw => db.raw('? + ?', [databaseNow(db), term]);
