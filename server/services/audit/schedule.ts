import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../core/actions';
import { service } from '..';
import { REST } from './pace';

/** How often the marks of changed types are looked at, in milliseconds. */
const TICK = 2_000;
const DAILY_JOB = 'content-strategy-daily-audit';
const ROLL_UP_JOB = 'content-strategy-roll-up';
/** Where somebody waits for it, at least as long a time is left to the host as the last audit took. */
const REST_AWAITED = 1;
/** When views of old days become views of months: a cron rule of six fields. */
const ROLL_UP_RULE = '0 10 2 * * *';

type Reason = 'changed' | 'awaited';

/** Audits by themselves: daily, and after changes. Started in bootstrap, outside of any transaction of the host. */
export const createSchedule = ({ strapi }: { strapi: Core.Strapi }) => {
  let timer: NodeJS.Timeout | undefined;
  /** Why an audit is due: something changed, or somebody waits for what it says. */
  let due: Reason | null = null;

  /** Who waits goes before what changed. */
  const ask = (reason: Reason): void => {
    if (due !== 'awaited') due = reason;
  };

  const auditWhenRested = async (): Promise<void> => {
    const audit = service(strapi, 'audit');
    const last = await audit.latest();
    // The first audit is a person's: opening the page starts it.
    if (last?.finishedAt == null) return;
    const finished = Date.parse(last.finishedAt);
    const rest = (due === 'awaited' ? REST_AWAITED : REST) * (finished - Date.parse(last.startedAt));
    if (Date.now() - finished < rest) return;
    const was = due;
    // Before it starts: what changes from then on it may not see.
    due = null;
    let hasStarted = false;
    try {
      hasStarted = await audit.startUnlessBusy('change');
    } finally {
      if (!hasStarted && was !== null) ask(was);
    }
  };

  const tick = (): void => {
    if (service(strapi, 'changes').takeAll().size > 0) ask('changed');
    if (due === null) return;
    auditWhenRested().catch((error: unknown) => {
      strapi.log.warn(`Content Strategy: no audit after the change: ${String(error)}`);
    });
  };

  const rollUp = async (): Promise<void> => {
    try {
      await service(strapi, 'consumption').rollUp();
    } catch (error) {
      strapi.log.warn(`Content Strategy: old days of views stay days until tomorrow: ${String(error)}`);
    }
  };

  return {
    start(): void {
      const { daily, afterChanges } = strapi.config.get<PluginConfig['audit']>(`plugin::${PLUGIN_ID}.audit`);
      if (daily !== false) {
        strapi.cron.add({
          // Every instance of a cluster fires; the lease lets one through.
          [DAILY_JOB]: {
            task: () =>
              service(strapi, 'audit')
                .start('daily')
                .then(() => undefined),
            options: { rule: daily },
          },
        });
      }
      strapi.cron.add({ [ROLL_UP_JOB]: { task: rollUp, options: { rule: ROLL_UP_RULE } } });
      if (afterChanges) timer = setInterval(tick, TICK).unref();
    },

    /** Audits after a short rest, where audits follow changes at all. */
    soon(): void {
      ask('awaited');
    },

    stop(): void {
      clearInterval(timer);
      strapi.cron.remove(DAILY_JOB);
      strapi.cron.remove(ROLL_UP_JOB);
    },
  };
};
