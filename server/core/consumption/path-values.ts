import { frontOf, type PathToken } from '../path-pattern';

/**
 * Reads a path backwards: the values that the fields of a pattern, and those one hop away (`relation.field`), must have
 * where it makes this path, or `null` where it can make no such path. A field may hold slashes only as the last one, so
 * that no path can be read in many ways.
 */
export const pathValues = (tokens: readonly PathToken[], path: string): ReadonlyMap<string, string> | null => {
  const isOwn = tokens.some(({ kind }) => kind === 'field');
  const last = tokens.findLastIndex(({ kind }) => kind === (isOwn ? 'field' : 'hop'));
  const names: string[] = [];
  const parts = tokens.map((token, at) => {
    if (token.kind === 'text') return escaped(token.text);
    names.push(nameOf(token));
    return at === last ? '(.+)' : '([^/]+)';
  });
  const source = parts
    .join('')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  const match = new RegExp(`^${source}/?$`).exec(path);
  return match && new Map(names.flatMap((name, at) => (name === '' ? [] : [[name, match[at + 1] ?? '']])));
};

/** The same of the front page, once for each value that its pattern leaves out of the path. */
export const frontValues = (tokens: readonly PathToken[], path: string): readonly ReadonlyMap<string, string>[] => {
  const front = tokens.find((token) => frontOf(token).length > 0);
  if (front === undefined) return [];
  const found = pathValues(
    tokens.filter((token) => token !== front),
    path
  );
  return found ? frontOf(front).map((value) => new Map([...found, [nameOf(front), value]])) : [];
};

const nameOf = (token: PathToken): string => {
  if (token.kind === 'hop') return `${token.relation}.${token.field}`;
  return token.kind === 'field' ? token.field : '';
};

/** How a field may hold the value: slashes at its ends are lost where a path is made of it. */
export const spellings = (value: string): readonly string[] => [value, `/${value}`, `${value}/`, `/${value}/`];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
