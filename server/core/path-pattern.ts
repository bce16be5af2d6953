/** One piece of a URL pattern: fixed text, the locale, a field of the entry, or a field one to-one hop away. */
export type PathToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'locale' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'hop'; readonly relation: string; readonly field: string };

/** The tokens of a pattern such as `/{locale}/blog/{category.slug}/{slug}`, or why it is none. */
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
  return { tokens };
};

/** The path of one entry, or `null` when a value that the pattern needs is empty: half a path leads nowhere. */
export const renderPath = (
  tokens: readonly PathToken[],
  valueOf: (token: Exclude<PathToken, { kind: 'text' }>) => string | null
): string | null => {
  const parts = tokens.map((token) => (token.kind === 'text' ? token.text : valueOf(token)));
  // A field that holds a whole path begins with a slash itself.
  return parts.some((part) => part === null || part === '') ? null : parts.join('').replaceAll(/\/{2,}/g, '/');
};

const placeholder = (name: string): PathToken | null => {
  if (name === 'locale') return { kind: 'locale' };
  const [, first, second] = /^(\w+)(?:\.(\w+))?$/.exec(name) ?? [];
  if (first === undefined) return null;
  return second === undefined ? { kind: 'field', field: first } : { kind: 'hop', relation: first, field: second };
};

const textToken = (text: string): PathToken | null => (/[{}]/.test(text) ? null : { kind: 'text', text });
