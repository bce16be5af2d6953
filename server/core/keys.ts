import { invalid } from './refusal';
import { EVERYONE, NOT_SET } from './vocabulary';

/** Longest key that is made or accepted; the database leaves room for 100 characters. */
export const KEY_LIMIT = 64;

/** Words that mean something of their own in tags, filters, URLs or JavaScript. */
export const RESERVED_KEYS: readonly string[] = [EVERYONE, NOT_SET, 'order', 'presets', 'constructor'];

/** Lower-case words and digits joined by single hyphens. */
export const isKey = (value: string): boolean =>
  value.length <= KEY_LIMIT && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && !RESERVED_KEYS.includes(value);

/** The key somebody wants, or else one made from the name's slug. Refuses a wanted one that is malformed or taken. */
export const chooseKey = (
  wanted: string | undefined,
  slug: string,
  taken: readonly { readonly key: string }[],
  fallback: string
): string => {
  const keys = new Set(taken.map(({ key }) => key));
  if (wanted === undefined) return freeKey(slug, keys, fallback);
  if (RESERVED_KEYS.includes(wanted)) throw invalid('key', `\`key\`: "${wanted}" is reserved; choose another.`);
  if (!isKey(wanted)) {
    throw invalid(
      'key',
      `\`key\`: lower-case letters, digits and single hyphens, at most ${KEY_LIMIT} characters, as in "it-admin".`
    );
  }
  if (keys.has(wanted)) throw invalid('key', `\`key\`: "${wanted}" is taken; choose another.`);
  return wanted;
};

/** A key for a new name: its slug, numbered where it is taken or reserved. `fallback` serves names without letters. */
export const freeKey = (slug: string, taken: ReadonlySet<string>, fallback: string): string => {
  const stem = shorten(slug, KEY_LIMIT) || fallback;
  const isFree = (key: string): boolean => isKey(key) && !taken.has(key);
  if (isFree(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const key = `${shorten(stem, KEY_LIMIT - suffix.length)}${suffix}`;
    if (isFree(key)) return key;
  }
};

const shorten = (slug: string, length: number): string =>
  slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-+|-+$/g, '');
