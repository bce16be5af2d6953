import type { AnalyticsFormat } from './format';
import { logTable, type LoggedRequest } from './visits';

/** Cloudflare's Logpush of HTTP requests: a line of JSON for each. */
export const cloudflare: AnalyticsFormat = {
  report: 'cloudflare',
  tool: 'cloudflare',
  isLine: (line) => readLine(line) !== null,
  open: ({ header, isRobot }) => (header.length === 1 ? logTable(header[0] ?? '', readLine, isRobot) : null),
};

const readLine = (line: string): LoggedRequest | null => {
  if (!line.includes('"EdgeResponseStatus"')) return null;
  const fields = parsed(line);
  if (fields === null) return null;
  const { ClientRequestURI: uri, ClientRequestPath: path, EdgeResponseStatus: status } = fields;
  const [target, at] = [uri ?? path, instantOf(fields['EdgeStartTimestamp'])];
  if (typeof target !== 'string' || typeof status !== 'number' || at === null) return null;
  const { ClientRequestMethod: method, ClientRequestHost: host, ClientRequestUserAgent: agent } = fields;
  return {
    // Who exports no methods has nothing else than views to tell.
    method: typeof method === 'string' ? method : 'GET',
    target,
    status,
    at,
    host: typeof host === 'string' ? host : '',
    agent: typeof agent === 'string' ? agent : null,
  };
};

const parsed = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
};

/** As RFC 3339, or in seconds, milliseconds or nanoseconds since the epoch: whoever pushes chooses. */
const instantOf = (stamp: unknown): number | null => {
  const at = typeof stamp === 'number' ? stamp * scaleOf(stamp) : typeof stamp === 'string' ? Date.parse(stamp) : NaN;
  return at > 0 && at < LAST ? at : null;
};

const scaleOf = (stamp: number): number => (stamp > 1e17 ? 1e-6 : stamp > 1e11 ? 1 : 1000);

/** The year 2200. */
const LAST = 7_258_118_400_000;
