/**
 * One piece of a URL pattern: fixed text, the locale, a field of the entry, or a field one to-one hop away. `front`:
 * values that stand in no path, because they are those of the front page.
 */
export type PathToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'locale' }
  | { readonly kind: 'field'; readonly field: string; readonly front?: readonly string[] }
  | { readonly kind: 'hop'; readonly relation: string; readonly field: string };

/**
 * The tokens of a pattern such as `/{locale}/blog/{category.slug}/{slug}`, or why it is none. `/{locale}/{slug|home}` is
 * `/en` for the entry with the slug `home`.
 */
export const parsePathPattern = (
  pattern: string
): { readonly tokens: readonly PathToken[] } | { readonly error: string } => {
  if (!pattern.startsWith('/')) return { error: 'A URL pattern starts with "/"' };
  const tokens: PathToken[] = [];
  for (const part of pattern.split(/(\{[^{}]*\})/)) {
    if (part === '') continue;
    const token = part.startsWith('{') && part.endsWith('}') ? placeholder(part.slice(1, -1)) : textToken(part);
    if (token === null) return { error: `"${part}" is no placeholder: write {locale}, {field} or {relation.field}` };
    tokens.push(token);
  }
  const at = tokens.findIndex((token) => frontOf(token).length > 0);
  return at < 0 || isWholeEnd(tokens, at)
    ? { tokens }
    : { error: 'What leaves out the front page, such as {slug|home}, is all that stands behind the last "/"' };
};

/** The path of one entry, or `null` when a value that the pattern needs is empty: half a path leads nowhere. */
export const renderPath = (
  tokens: readonly PathToken[],
  valueOf: (token: Exclude<PathToken, { kind: 'text' }>) => string | null
): string | null => {
  const parts = tokens.map((token) => (token.kind === 'text' ? token.text : valueOf(token)));
  if (parts.some((part) => part === null || part === '')) return null;
  const front = tokens.findIndex((token, at) => frontOf(token).includes(withoutSlashes(parts[at] ?? '')));
  if (front >= 0) parts.splice(front, 1);
  // A field that holds a whole path begins with a slash itself.
  const path = parts.join('').replaceAll(/\/{2,}/g, '/');
  return front === tokens.length - 1 ? path.replace(/(?<=.)\/$/, '') : path;
};

/** The values of a field that is left out of the front page's path; of all other tokens none. */
export const frontOf = (token: PathToken): readonly string[] => (token.kind === 'field' ? (token.front ?? []) : []);

/** Whether a token stands alone behind the last slash, but for one at the end. */
const isWholeEnd = (tokens: readonly PathToken[], at: number): boolean => {
  const before = tokens[at - 1];
  const after = tokens.slice(at + 1).map((token) => (token.kind === 'text' ? token.text : null));
  return before?.kind === 'text' && before.text.endsWith('/') && (after.length === 0 || after.join() === '/');
};

const withoutSlashes = (text: string): string => text.replaceAll(/^\/+|\/+$/g, '');

const placeholder = (name: string): PathToken | null => {
  if (name === 'locale') return { kind: 'locale' };
  const [, front, values = ''] = /^(\w+)((?:\|[^\s|/{}]+)+)$/.exec(name) ?? [];
  if (front !== undefined) {
    return front === 'locale' ? null : { kind: 'field', field: front, front: values.slice(1).split('|') };
  }
  const [, first, second] = /^(\w+)(?:\.(\w+))?$/.exec(name) ?? [];
  if (first === undefined) return null;
  return second === undefined ? { kind: 'field', field: first } : { kind: 'hop', relation: first, field: second };
};

const textToken = (text: string): PathToken | null => (/[{}]/.test(text) ? null : { kind: 'text', text });
