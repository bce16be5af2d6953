import { parsePathPattern, renderPath, type PathToken } from '../../../server/core/path-pattern';

/** What a URL pattern would make of an entry, or why it cannot. */
export type PatternCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'example'; readonly path: string };

/** Checks a pattern while it is typed; `fields` are those that the type offers, `{relation.field}` among them. */
export const checkPattern = (pattern: string, fields: readonly string[], locale: string): PatternCheck => {
  if (pattern.trim() === '') return { kind: 'none' };
  const parsed = parsePathPattern(pattern.trim());
  if ('error' in parsed) return { kind: 'wrong', message: parsed.error };
  const unknown = parsed.tokens.map(fieldOf).find((field) => field !== null && !fields.includes(field));
  if (unknown != null) return { kind: 'unknown-field', field: unknown };
  return { kind: 'example', path: renderPath(parsed.tokens, (token) => exampleOf(token, locale)) ?? '' };
};

const fieldOf = (token: PathToken): string | null => {
  if (token.kind === 'field') return token.field;
  return token.kind === 'hop' ? `${token.relation}.${token.field}` : null;
};

const exampleOf = (token: Exclude<PathToken, { kind: 'text' }>, locale: string): string => {
  switch (token.kind) {
    case 'locale':
      return locale;
    case 'field':
      return `my-${kebab(token.field)}`;
    case 'hop':
      return `my-${kebab(token.relation)}`;
  }
};

const kebab = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
