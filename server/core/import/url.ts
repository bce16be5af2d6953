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

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
