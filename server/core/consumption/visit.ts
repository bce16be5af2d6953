import type { DropReason } from '../consumption-api';

/** What a request tells of who is behind it, by lower-case header names. Judged and forgotten. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Why a visit does not count: no person, not looking yet, or not wanting to be counted; `null` where it counts. */
export const dropOf = (
  headers: Headers,
  isBot: (userAgent: string) => boolean
): Extract<DropReason, 'bot' | 'prefetch' | 'do-not-track'> | null => {
  const agent = text(headers['user-agent']);
  // Every browser names itself.
  if (agent === '' || isBot(agent)) return 'bot';
  if (AHEAD.some((name) => /prefetch|prerender|preview/i.test(text(headers[name])))) return 'prefetch';
  return text(headers['dnt']) === '1' || text(headers['sec-gpc']) === '1' ? 'do-not-track' : null;
};

/** Where browsers, old and new, say that they load ahead of the reader. */
const AHEAD = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'];

const text = (value: Headers[string]): string => (typeof value === 'string' ? value : (value ?? []).join(' ')).trim();
