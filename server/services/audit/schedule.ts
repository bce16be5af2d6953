import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { byCron, every } from '../../background';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../core/actions';
import { isOver } from '../../core/elapsed';
import { newestAudit, readAuditsPast, type AuditsPast } from '../../stores/audit/audits';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { REST, restAfter } from './pace';

/** How often the marks of changed types are looked at, in milliseconds. */
const TICK = 2_000;
/** How often it is looked whether an audit came to nothing, of whatever process, in milliseconds. */
const LOOK = 30_000;
const DAILY_JOB = 'content-strategy-daily-audit';
const ROLL_UP_JOB = 'content-strategy-roll-up';
/** Where somebody waits for it, at least as long a time is left to the host as the last audit took. */
const REST_AWAITED = 1;
/** When views of old days become views of months: a cron rule of six fields. */
const ROLL_UP_RULE = '0 10 2 * * *';

type Reason = 'changed' | 'awaited';

/** Audits by themselves: daily, and after changes. Started in bootstrap, outside of any transaction of the host. */
export const createSchedule = ({ strapi }: { strapi: Core.Strapi }) => {
  let ends: readonly (() => void)[] = [];
  /** Why an audit is due: something changed, or somebody waits for what it says. */
  let due: Reason | null = null;
  /**
   * The newest audit when this process started. What changed before is marked nowhere, and an audit that ran then may
   * have passed it by: the next one is due, whichever instance of a cluster runs it.
   */
  let newestAtStart = 0;
  /** Whether an audit is or may be due for what the tables say of the others. */
  let isOwed = true;
  let lookedAt = 0;

  /** Who waits goes before what changed. */
  const ask = (reason: Reason): void => {
    if (due !== 'awaited') due = reason;
  };

  const auditWhenRested = async (): Promise<void> => {
    const past = await inTransaction(strapi, readAuditsPast);
    lookedAt = performance.now();
    isOwed = isOneOwed(past, newestAtStart);
    if (due === null && !isOwed) return;
    if (past.isRunning || !hasRested(past, due)) return;
    const was = due;
    // Before it starts: what changes from then on it may not see.
    due = null;
    let hasStarted = false;
    try {
      hasStarted = await service(strapi, 'audit').startUnlessBusy('change');
    } finally {
      if (!hasStarted && was !== null) ask(was);
    }
  };

  const tick = async (): Promise<void> => {
    if (service(strapi, 'changes').takeAll().size > 0) ask('changed');
    if (due !== null || isOwed || performance.now() - lookedAt >= LOOK) await auditWhenRested();
  };

  return {
    async start(): Promise<void> {
      newestAtStart = await inTransaction(strapi, newestAudit);
      const { daily, afterChanges } = strapi.config.get<PluginConfig['audit']>(`plugin::${PLUGIN_ID}.audit`);
      ends = [
        byCron(strapi, ROLL_UP_JOB, ROLL_UP_RULE, 'old days of views stay days until tomorrow', () =>
          service(strapi, 'consumption').rollUp()
        ),
        // Every instance of a cluster fires; the lease lets one through.
        ...(daily === false
          ? []
          : [byCron(strapi, DAILY_JOB, daily, 'no daily audit', () => service(strapi, 'audit').start('daily'))]),
        ...(afterChanges ? [every(strapi, TICK, 'no audit after the change', tick)] : []),
      ];
    },

    /** Audits after a short rest, where audits follow changes at all. */
    soon(): void {
      ask('awaited');
    },

    stop(): void {
      for (const end of ends) end();
      ends = [];
    },
  };
};

/** The first audit is a person's: opening the page starts it. One that came to nothing has to be made up for. */
const isOneOwed = ({ last, lost }: AuditsPast, newestAtStart: number): boolean =>
  last === null ? lost.length > 0 : lost.length > 0 || last.id <= newestAtStart;

/** From how many lost audits on the next one waits, how long at first and at most, in milliseconds. */
const WAIT = { from: 3, first: 10_000, most: 3_600_000 };

const hasRested = ({ last, lost, now }: AuditsPast, due: Reason | null): boolean => {
  const [newest] = lost;
  if (newest === undefined && last === null) return false;
  // One that fails each time, or ends the host each time, is tried ever more rarely.
  const wait = lost.length < WAIT.from ? 0 : Math.min(WAIT.most, WAIT.first * 2 ** (lost.length - WAIT.from));
  if (newest !== undefined && !isOver(newest.startedAt, wait, now)) return false;
  const times = due === 'awaited' ? REST_AWAITED : REST;
  return last === null || isOver(last.finishedAt, restAfter(last, times), now);
};
