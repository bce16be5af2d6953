import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
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
  let stop = new AbortController();
  /** Who waits for the lease: tidying up can go on after the next audit, and files wait for a person's. */
  let awaitedFor: AuditBody['trigger'] | null = null;
  /** A finished audit's snapshot never changes, and every page asks for the same one. */
  let cached: { readonly id: number; readonly snapshot: Snapshot } | undefined;

  /** A free lease and a new number, or `null` while an audit runs anywhere. */
  const begin = async (trigger: AuditBody['trigger']): Promise<number | null> => {
    const id = await inTransaction(strapi, async (trx) => {
      if (!(await takeLease(trx, holder))) return null;
      const added = await addAudit(trx, trigger);
      await assignLease(trx, added, holder);
      return added;
    });
    return id;
  };

  const perform = async (id: number, trigger: AuditBody['trigger'], signal: AbortSignal): Promise<void> => {
    try {
      await recover(strapi, id, holder);
      const inputs = await readInputs(strapi);
      const context = { axes: indexAxes(inputs.axes, EVERYONE), policy: DEFAULT_POLICY, now: Date.now() };
      const snapshot = await runPass(strapi, { id, holder, context, signal }, inputs);
      await inTransaction(strapi, async (trx) => {
        // A run that slept past its term has been swept: finished, it would be an audit without rows.
        await renewLease(trx, id, holder);
        await finishAudit(trx, id, snapshot);
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

  const launch = (id: number, trigger: AuditBody['trigger']): void => {
    awaitedFor = null;
    work = perform(id, trigger, stop.signal).catch((error: unknown) => {
      strapi.log.error(`Content Strategy: audit ${id} could not be ended: ${reasonOf(error)}`);
    });
  };

  return {
    /** Starts an audit in the background, or joins the one that runs. */
    async start(trigger: AuditBody['trigger']): Promise<AuditBody> {
      let id = await begin(trigger);
      for (const patience = Date.now() + 2 * LEASE_TERM; id === null; id = await begin(trigger)) {
        const running = await store.latest('running');
        if (running !== null) return running;
        // The last one has finished and still tidies up: what changed since then needs an audit of its own.
        if (Date.now() > patience) throw new Refusal('conflict', 'The last audit is still tidying up: try again.');
        if (trigger === 'manual' && awaitedFor !== trigger) await inTransaction(strapi, askForLease);
        awaitedFor = trigger;
        await delay(20);
      }
      launch(id, trigger);
      return (await store.find(id)) ?? missing(id);
    },

    /** Starts an audit in the background, unless one runs, tidies up or looks through the files in whatever process: `false`. */
    async startUnlessBusy(trigger: AuditBody['trigger']): Promise<boolean> {
      const id = await begin(trigger);
      if (id !== null) launch(id, trigger);
      return id !== null;
    },

    /** Runs an audit to its end; for scripts and tests. */
    async run(trigger: AuditBody['trigger'] = 'manual'): Promise<AuditBody> {
      const { id } = await this.start(trigger);
      await work;
      return (await store.find(id)) ?? missing(id);
    },

    find: async (id: number): Promise<AuditBody> => (await store.find(id)) ?? missing(id),

    list: store.list,

    /** The newest audit that finished, the one shown unless another is asked for. */
    latest: (): Promise<AuditBody | null> => store.latest('finished'),

    /** The newest audit whatever became of it. */
    newest: async (): Promise<AuditBody> => (await store.list({ limit: 1, offset: 0 })).audits[0] ?? none(),

    running: (): Promise<AuditBody | null> => store.latest('running'),

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

const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A database's message comes after the whole statement, with all of its values. */
const reasonOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > REASON_LENGTH ? `…${message.slice(-REASON_LENGTH)}` : message;
};

const REASON_LENGTH = 300;
