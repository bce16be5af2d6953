import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { inBackground, reasonOf } from '../../background';
import type { AuditBody } from '../../core/api';
import { indexAxes } from '../../core/axes';
import type { Snapshot } from '../../core/coverage/snapshot';
import { DEFAULT_POLICY } from '../../core/policy';
import { notYet, Refusal } from '../../core/refusal';
import { EVERYONE } from '../../core/vocabulary';
import { addAudit, createAuditsStore, failAudit, finishAudit } from '../../stores/audit/audits';
import {
  askForLease,
  assignLease,
  endLease,
  isLeaseFree,
  LEASE_TERM,
  LeaseLost,
  renewLease,
  takeLease,
} from '../../stores/audit/lease';
import { service } from '..';
import { readInputs } from './inputs';
import { cleanUp, recover } from './cleaning';
import { runPass } from './pass';
import { inTransaction } from '../../stores/transaction';

/** Starts audits, follows them and keeps their snapshots. */
export const createAuditService = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = createAuditsStore(strapi);
  const holder = randomUUID();
  let work: Promise<void> = Promise.resolve();
  let isAtWork = false;
  let stop = new AbortController();
  /** Who waits for the lease: tidying up can go on after the next audit, and files wait for a person's. */
  let awaitedFor: AuditBody['trigger'] | null = null;
  /** The audit for which requests wait, all for the same. */
  // eslint-disable-next-line no-restricted-syntax -- forgotten as soon as it ends, however it ends
  let next: Promise<AuditBody> | undefined;
  /** A finished audit's snapshot never changes, and every page asks for the same one. */
  let cached: { readonly id: number; readonly snapshot: Snapshot } | undefined;

  /** A free lease and a new number, or `null` while an audit runs anywhere. */
  const begin = async (trigger: AuditBody['trigger']): Promise<number | null> => {
    const begun = performance.now();
    const id = await inTransaction(strapi, async (trx) => {
      if (!(await takeLease(trx, holder))) return null;
      const added = await addAudit(trx, trigger);
      await assignLease(trx, added, holder);
      return added;
    });
    if (id !== null) launch(id, trigger, begun);
    return id;
  };

  const perform = async (
    id: number,
    trigger: AuditBody['trigger'],
    begun: number,
    signal: AbortSignal
  ): Promise<void> => {
    try {
      await recover(strapi, id, holder);
      const inputs = await readInputs(strapi);
      const context = { axes: indexAxes(inputs.axes, EVERYONE), policy: DEFAULT_POLICY, now: Date.now() };
      const snapshot = await runPass(strapi, { id, holder, context, signal }, inputs);
      await inTransaction(strapi, async (trx) => {
        // A run that slept past its term has been swept: finished, it would be an audit without rows.
        await renewLease(trx, id, holder);
        await finishAudit(trx, id, performance.now() - begun, snapshot);
      });
      await cleanUp(strapi, id, holder, () => signal.aborted || awaitedFor !== null);
      const isAwaited = (): boolean => awaitedFor === 'manual';
      await service(strapi, 'files').lookAfter(trigger, { auditId: id, holder, signal, isAwaited });
    } catch (error) {
      if (error instanceof LeaseLost) return;
      const reason = signal.aborted
        ? 'The server stopped while the audit ran.'
        : `The audit failed: ${reasonOf(error)}`;
      if (!signal.aborted) strapi.log.error(`Content Strategy: audit ${id}: ${reason}`);
      await inTransaction(strapi, (trx) => failAudit(trx, id, reason));
    } finally {
      await inTransaction(strapi, (trx) => endLease(trx, id, holder));
    }
  };

  const launch = (id: number, trigger: AuditBody['trigger'], begun: number): void => {
    awaitedFor = null;
    isAtWork = true;
    work = inBackground(strapi, `audit ${id} could not be ended`, () => perform(id, trigger, begun, stop.signal)).then(
      () => {
        isAtWork = false;
      }
    );
  };

  /** Starts an audit once the last one has tidied up and looked through the files: what changed since needs its own. */
  const startNext = async (trigger: AuditBody['trigger']): Promise<AuditBody> => {
    const { signal } = stop;
    const begun = performance.now();
    for (let rest = POLL.first; ; rest = Math.min(POLL.most, 2 * rest)) {
      // Of an audit in this process the end is known at once.
      await Promise.race([pause(rest), ...(isAtWork ? [work] : [])]);
      if (signal.aborted || performance.now() - begun > PATIENCE) {
        throw new Refusal('conflict', 'The last audit is still tidying up: try again.');
      }
      const running = await store.running();
      if (running !== null) return running;
      const id = (await inTransaction(strapi, isLeaseFree)) ? await begin(trigger) : null;
      if (id !== null) return (await store.find(id)) ?? missing(id);
    }
  };

  /** All who wait in this process wait for the same audit, and only one of them asks for it. */
  const joinNext = async (trigger: AuditBody['trigger']): Promise<AuditBody> => {
    const isFirst = trigger === 'manual' && awaitedFor !== trigger;
    if (awaitedFor !== 'manual') awaitedFor = trigger;
    if (isFirst) await inTransaction(strapi, askForLease);
    next ??= startNext(trigger).finally(() => {
      next = undefined;
      awaitedFor = null;
    });
    return next;
  };

  return {
    /** Starts an audit in the background, or joins the one that runs. */
    async start(trigger: AuditBody['trigger']): Promise<AuditBody> {
      if (next !== undefined) return joinNext(trigger);
      const id = await begin(trigger);
      if (id !== null) return (await store.find(id)) ?? missing(id);
      return (await store.running()) ?? joinNext(trigger);
    },

    /** Starts an audit in the background, unless one runs, tidies up or looks through the files in whatever process: `false`. */
    startUnlessBusy: async (trigger: AuditBody['trigger']): Promise<boolean> => (await begin(trigger)) !== null,

    /** Runs an audit to its end; for scripts and tests. */
    async run(trigger: AuditBody['trigger'] = 'manual'): Promise<AuditBody> {
      const { id } = await this.start(trigger);
      await work;
      return (await store.find(id)) ?? missing(id);
    },

    find: async (id: number): Promise<AuditBody> => (await store.find(id)) ?? missing(id),

    list: store.list,

    /** The newest audit that finished, the one shown unless another is asked for. */
    latest: (): Promise<AuditBody | null> => store.finished(),

    /** The newest audit whatever became of it. */
    newest: async (): Promise<AuditBody> => (await store.list({ limit: 1, offset: 0 })).audits[0] ?? none(),

    /** Keeps an audit for good under a name; `null` lets it go the way of the others. */
    async rename(id: number, name: string | null): Promise<AuditBody> {
      const audit = await this.find(id);
      if (audit.status !== 'finished') {
        throw new Refusal('conflict', `Audit ${id} has not finished: only finished audits can be saved.`, { id });
      }
      await store.rename(id, name);
      return this.find(id);
    },

    /** A finished audit and what it counted; the newest when `id` is left out. */
    async snapshot(id: number | undefined): Promise<{ readonly audit: AuditBody; readonly snapshot: Snapshot }> {
      const audit = id === undefined ? await this.latest() : await this.find(id);
      if (audit === null) return none();
      if (audit.status !== 'finished') {
        throw new Refusal('not-found', `Audit ${audit.id} has not finished: it has no numbers.`, { id: audit.id });
      }
      if (cached?.id !== audit.id) cached = { id: audit.id, snapshot: (await store.snapshot(audit.id)) ?? none() };
      return { audit, snapshot: cached.snapshot };
    },

    /** Marks every audit as describing another library than the present one. */
    outdateAll: store.markAllOutdated,

    /** Lets a running audit end between two chunks; for the host's shutdown. */
    async stop(): Promise<void> {
      stop.abort();
      await work;
      stop = new AbortController();
    },
  };
};

const missing = (id: number | string): never => {
  throw new Refusal('not-found', `There is no audit ${id}.`, { id });
};

const none = (): never => {
  throw notYet('no-audit', 'There is no finished audit yet: start one with POST /content-strategy/audits.');
};

/** How often it is looked whether another process has given its lease back, in milliseconds: ever more rarely. */
const POLL = { first: 20, most: 1_000 };
const PATIENCE = 2 * LEASE_TERM;
