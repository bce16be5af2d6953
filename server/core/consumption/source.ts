/** Every site may send. */
export const ANY_ORIGIN = '*';

/** Events that a server forwarded without saying from which site. */
export const SERVER_SOURCE = 'tracker:server';

/** Under this name what other sites send is dropped: by their own names anybody could add rows. */
export const OTHER_SOURCE = 'tracker:other';

/** The longest host that fits into a source's name. */
export const MAX_HOST = 56;

/** The source under which an origin's events count, or `null` where it may not send. */
export const sourceOf = (origin: string, allowed: readonly string[]): string | null => {
  if (allowed.includes(origin)) return `tracker:${new URL(origin).host}`;
  return allowed.includes(ANY_ORIGIN) ? 'tracker:any' : null;
};

/** Whether a text is an origin as browsers send it: `https://www.example.com`, a port where it is none of the usual. */
export const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { origin, host, protocol } = new URL(text);
  return origin === text && (protocol === 'https:' || protocol === 'http:') && host.length <= MAX_HOST;
};
