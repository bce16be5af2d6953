import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { rolledUpTo } from '../../core/consumption/month';
import { dayAt } from '../../core/evidence/day';
import { DEFAULT_POLICY } from '../../core/policy';
import { endLease, renewLease, takeLease } from '../../stores/consumption/lease';
import { daysToRollUp, rollUpBatch } from '../../stores/consumption/rolling-up';
import { settleDay, unsettledDays } from '../../stores/consumption/settling';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';

const NAME = 'roll-up';
/** Between two transactions, in milliseconds: on SQLite a writer that never rests keeps the host's out. */
const REST = 20;

/** Counts the distinct entries of every day of which something new was counted. */
export const settle = async (strapi: Core.Strapi): Promise<void> => {
  for (const day of await inTransaction(strapi, unsettledDays)) {
    await inTransaction(strapi, (trx) => settleDay(trx, day));
    await yieldToHost();
  }
};

/**
 * Turns days older than the policy keeps into months, a few rows at a time. It can end after any of them, and goes on
 * there the next time; nothing is ever in both places or in none. Answers `false` where another process is at it.
 */
export const rollUp = async (strapi: Core.Strapi, now: number, signal: AbortSignal): Promise<boolean> => {
  const holder = randomUUID();
  if (!(await inTransaction(strapi, (trx) => takeLease(trx, NAME, holder)))) return false;
  try {
    // Afterwards there is nothing left to count them by.
    await settle(strapi);
    const upTo = rolledUpTo(dayAt(now), DEFAULT_POLICY.keepDays);
    for (const day of await inTransaction(strapi, (trx) => daysToRollUp(trx, upTo))) {
      for (let isMore = true; isMore && !signal.aborted;) {
        isMore = await inTransaction(strapi, async (trx) => {
          await renewLease(trx, NAME, holder);
          return rollUpBatch(trx, day);
        });
        await pause(REST);
      }
    }
    return true;
  } finally {
    await inTransaction(strapi, (trx) => endLease(trx, NAME, holder));
  }
};
