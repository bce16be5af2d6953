import type { Core } from '@strapi/strapi';
import {
  createAuditsStore,
  DIED,
  failAudit,
  forgetAudits,
  readAuditsPast,
  runningAudits,
} from '../../stores/audit/audits';
import { renewLease } from '../../stores/audit/lease';
import { forgettable, pruneBatch, sweepBatch } from '../../stores/audit/retention';
import { yieldToHost } from './pace';
import { inTransaction } from '../../stores/transaction';

/** Unnamed audits kept besides those saved by name. */
const KEPT_AUDITS = 30;
const ALL_AUDITS = { limit: 10_000, offset: 0 };

/** Undoes what audits that died half-way have written: their number is below ours and nobody holds their lease. */
export const recover = async (strapi: Core.Strapi, id: number, holder: string): Promise<void> => {
  const died = await inTransaction(strapi, async (trx) => {
    await renewLease(trx, id, holder);
    return runningAudits(trx, id);
  });
  const failed = (await createAuditsStore(strapi).list(ALL_AUDITS)).audits.filter(({ status }) => status === 'failed');
  for (const audit of new Set([...died, ...failed.map((one) => one.id)])) {
    await inBatches(strapi, id, holder, (trx) => sweepBatch(trx, audit));
  }
  for (const audit of died) {
    await inTransaction(strapi, (trx) => failAudit(trx, audit, DIED));
  }
};

/** Forgets audits that are not kept, and the rows that only they could see. */
export const cleanUp = async (
  strapi: Core.Strapi,
  id: number,
  holder: string,
  isEnough: () => boolean
): Promise<void> => {
  const { audits } = await createAuditsStore(strapi).list(ALL_AUDITS);
  const { now } = await inTransaction(strapi, readAuditsPast);
  const forgotten = forgettable(audits, KEPT_AUDITS, now);
  await inTransaction(strapi, async (trx) => {
    await renewLease(trx, id, holder);
    await forgetAudits(trx, forgotten);
  });
  const kept = audits.map((audit) => audit.id).filter((audit) => !forgotten.includes(audit));
  kept.sort((a, b) => a - b);
  await inBatches(strapi, id, holder, async (trx) => !isEnough() && pruneBatch(trx, kept));
};

type Transaction = Parameters<typeof sweepBatch>[0];

const inBatches = async (
  strapi: Core.Strapi,
  id: number,
  holder: string,
  batch: (trx: Transaction) => Promise<boolean>
): Promise<void> => {
  for (let more = true; more;) {
    more = await inTransaction(strapi, async (trx) => {
      await renewLease(trx, id, holder);
      return batch(trx);
    });
    await yieldToHost();
  }
};
