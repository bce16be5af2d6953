import { dayAt } from '../evidence/day';
import { hostOf, pathOf } from '../import/url';
import type { AnalyticsRow, AnalyticsTable, IsRobot } from './format';

/** A request as the log of a server tells of it. */
export interface LoggedRequest {
  readonly method: string;
  /** The path, or a whole address. */
  readonly target: string;
  readonly status: number;
  /** In milliseconds since the epoch. */
  readonly at: number;
  /** `''`: it is not told. */
  readonly host: string;
  /** The user agent; `null`: the log has none. */
  readonly agent: string | null;
}

/** A log: its first line is a request like the others. */
export const logTable = (
  first: string,
  read: (line: string) => LoggedRequest | null,
  isRobot: IsRobot
): AnalyticsTable | null => {
  const request = read(first);
  if (request === null) return null;
  return {
    site: '',
    period: null,
    segment: null,
    isByHit: true,
    isHeaderless: true,
    tellsRobots: request.agent !== null,
    incomplete: ['server-log'],
    header: [],
    read: ([line = '']) => {
      const one = read(line);
      return one === null ? { kind: 'unread' } : rowOf(one, isRobot);
    },
  };
};

const rowOf = ({ method, target, status, at, host, agent }: LoggedRequest, isRobot: IsRobot): AnalyticsRow => {
  if (method !== 'GET' || !VIEWED.has(status)) return { kind: 'nothing' };
  const path = pathOf(target);
  if (path === '' || ASSET.test(path)) return { kind: 'nothing' };
  // Every browser names itself.
  if (agent !== null && (agent === '' || agent === '-' || isRobot(agent))) return { kind: 'robot' };
  const day = dayAt(at);
  const of = hostOf(target) || host.toLowerCase();
  return { kind: 'views', path, host: of, views: 1, days: { from: day, to: day }, segment: null };
};

/** Answered with the page, or with the word that the reader has it already. */
const VIEWED: ReadonlySet<number> = new Set([200, 304]);

/** What pages load, and what programs ask for. */
const ASSET =
  /\.(?:css|m?js|map|json|xml|rss|atom|txt|ico|png|jpe?g|gif|svg|webp|avif|bmp|woff2?|ttf|otf|eot|mp3|mp4|webm|ogg|m3u8|ts|wasm|webmanifest)$/i;
