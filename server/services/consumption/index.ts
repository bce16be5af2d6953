import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../core/actions';
import type { DropReason } from '../../core/consumption-api';
import { createExpiring } from '../../core/consumption/expiring';
import { eventKey, namedUid, type BeaconEvent, type Target } from '../../core/consumption/event';
import { OTHER_SOURCE } from '../../core/consumption/source';
import { tally, type DoubtRow, type Judged, type Tally } from '../../core/consumption/tally';
import { dayAt, type Day } from '../../core/evidence/day';
import { addTally } from '../../stores/consumption/adding';
import { noteViewed } from '../../stores/consumption/former-paths';
import { inTransaction } from '../../stores/transaction';
import { createGroupCommit } from './group-commit';
import { rollUp, settle } from './nightly';
import { createRate } from './rate';
import { createResolver } from './resolve';

/** Who sent some events. Nothing of it is kept. */
export interface Visit {
  /** Where they count. */
  readonly source: string;
  /** Why none of them does. */
  readonly drop: DropReason | null;
}

/** What waits takes about 10 MB at most; what is written at once keeps SQLite's host waiting for some milliseconds. */
const LIMITS = { mostWaiting: 20_000, mostAtOnce: 1_000 };

/** A path that many entries share writes their rows once a day, not with every visit. */
const NOTED = { most: 20_000, milliseconds: 3_600_000 };

/** Counts what readers consume. */
export const createConsumptionService = ({ strapi }: { strapi: Core.Strapi }) => {
  const resolver = createResolver(strapi);
  /** Days of doubts and former paths that are written. */
  const noted = createExpiring<Day>(NOTED);

  const judge = async (events: readonly Sent[], now: number): Promise<readonly Judged[]> => {
    const looked = events.filter(isLookedUp).map(({ event }) => event);
    const targets = looked.length === 0 ? new Map<string, Target>() : await resolver.resolve(looked, now);
    const judged: Judged[] = [];
    for (const sent of events) {
      const { source, drop, event } = sent;
      const target = targets.get(eventKey(event));
      const isNamed = event.kind !== 'path';
      if (target === undefined) judged.push({ source, target: await dropped(drop, event, now), isNamed });
      else if (drop === null) judged.push({ source, target, isNamed });
      // Only who would have been counted has asked not to be.
      else
        judged.push({
          source,
          target: { reason: 'reason' in target ? target.reason : drop, uid: target.uid },
          isNamed,
        });
    }
    return judged;
  };

  const dropped = async (drop: DropReason | null, event: BeaconEvent, now: number): Promise<Target> => {
    const uid = namedUid(event) ?? '';
    return { reason: drop ?? 'unknown-document', uid: (await resolver.isAudited(uid, now)) ? uid : '' };
  };

  const commit = async (events: readonly Sent[]): Promise<void> => {
    const at = Date.now();
    const now = performance.now();
    const judged = await judge(events, now);
    const today = dayAt(at);
    const { doubts, formerPaths, ...counted } = tally(judged, today);
    const news = {
      doubts: doubts.filter((row) => noted.get(doubtKey(row), now) !== today),
      formerPaths: formerPaths.filter((one) => noted.get(formerKey(one), now) !== today),
    };
    await inTransaction(strapi, async (trx) => {
      await addTally(trx, { ...counted, doubts: news.doubts }, at);
      await noteViewed(trx, news.formerPaths, today);
    });
    for (const key of [...news.doubts.map(doubtKey), ...news.formerPaths.map(formerKey)]) noted.set(key, today, now);
  };

  const group = createGroupCommit(commit, LIMITS);
  const { perMinute } = strapi.config.get<PluginConfig['consumption']>(`plugin::${PLUGIN_ID}.consumption`);
  const rate = createRate(perMinute);
  const stopping = new AbortController();
  let nightly: Promise<void> = Promise.resolve();

  return {
    /** Lets a client send so many events, or refuses. */
    admit: rate.consume,

    /** Counts events, or why they do not count; answers when that is committed. */
    receive: ({ source, drop }: Visit, events: readonly BeaconEvent[]): Promise<void> =>
      group.add(events.map((event) => ({ source, drop, event }))),

    /** Counts that a site sent something that is not among the allowed ones. */
    refuse: async (events: readonly BeaconEvent[]): Promise<void> => {
      await group.add(events.map((event) => ({ source: OTHER_SOURCE, drop: 'other-origin', event })));
    },

    /** Counts the distinct entries of each day, as far as they are not; audits read these. */
    settle: () => settle(strapi),

    /** Turns old days into months; `false` where another process is at it. `now` in milliseconds. */
    rollUp: async (now = Date.now()): Promise<boolean> => {
      const work = rollUp(strapi, now, stopping.signal);
      nightly = work.then(ignored, ignored);
      return work;
    },

    /** Writes what waits, and ends the nightly work between two steps; for the host's shutdown. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all([group.stop(), nightly]);
    },
  };
};

const doubtKey = ({ uid, document_id, locale }: DoubtRow): string => [uid, document_id, locale].join('\n');

const formerKey = ({ uid, documentId, locale, path }: Tally['formerPaths'][number]): string =>
  [uid, documentId, locale, path].join('\n');

const ignored = (): void => undefined;

interface Sent extends Visit {
  readonly event: BeaconEvent;
}

/** Of those who asked not to be counted we say how many there were of a type: that has to be found out, of bots not. */
const isLookedUp = ({ drop }: Sent): boolean => drop === null || drop === 'do-not-track';
