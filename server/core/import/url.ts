/**
 * The path of a URL or path as somebody pasted it, comparable with the path of an entry: without host, query, fragment,
 * the slash at its end, and percent signs. `''` for no text.
 */
export const pathOf = (url: string): string => {
  const text = url.trim();
  if (text === '') return '';
  const path = text
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '')
    .replace(/^www\.[^/?#]*/i, '')
    .replace(/[?#].*$/s, '');
  return decoded(`/${path}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''));
};

/** The path of an address that may lack its scheme, as in a column of addresses: `example.com/pricing`. */
export const pathOfAddress = (address: string): string => {
  const text = address.trim();
  const path = text.replace(BARE_HOST, '');
  return pathOf(path === '' && text !== '' ? '/' : path);
};

/** The host of an address, with its scheme or without, in lower case; `''`: it begins with none. */
export const hostOf = (address: string): string =>
  (
    /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]+)/i.exec(address.trim())?.[1] ??
    BARE_HOST.exec(address.trim())?.[0] ??
    ''
  ).toLowerCase();

const BARE_HOST = /^(?:[a-z0-9-]+\.)+(?!html?\b|php\b|aspx?\b)[a-z]{2,}(?::\d+)?(?=[/?#]|$)/i;

/**
 * What paths that lead to the same page mostly share: case, `.html` and `index.html` left out. Looked at only where no
 * path is exactly the same: some sites tell them apart.
 */
export const loosePathOf = (path: string): string =>
  path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '')
    .replace(/\.html?$/, '') || '/';

/** Each run of escapes by itself: a stray percent sign leaves those around it readable. */
const decoded = (path: string): string =>
  path.includes('%') ? path.replaceAll(/(?:%[0-9a-f]{2})+/gi, decodedRun) : path;

const decodedRun = (run: string): string => {
  try {
    return decodeURI(run);
  } catch {
    return run;
  }
};
