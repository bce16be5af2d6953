import { invalid, Refusal } from './refusal';

interface Keyed {
  readonly key: string;
}

/** The item of a key; a path that names none is refused as not found. */
export const requireKey = <T extends Keyed>(items: readonly T[], what: 'persona' | 'stage', key: string): T => {
  const item = items.find((other) => other.key === key);
  if (item) return item;
  const known = items.map((other) => other.key);
  throw new Refusal('not-found', `There is no ${what} "${key}"; known: ${known.join(', ') || 'none yet'}.`, {
    field: 'key',
    known,
  });
};

/** Refuses a name that another one already has, whatever its case: on the screen nobody could tell the two apart. */
export const requireNewName = (
  others: readonly { readonly name: string; readonly retired: boolean }[],
  what: 'persona' | 'stage of this journey',
  name: string
): void => {
  const same = others.find((other) => folded(other.name) === folded(name));
  if (same === undefined) return;
  const which = `${same.retired ? 'a retired' : 'another'} ${what}`;
  throw invalid('name', `\`name\`: ${which} is called "${same.name}" already; choose another name.`);
};

const folded = (name: string): string => name.trim().toLowerCase();

/** Numbers items in their order from 0, in each group apart: what is stored has holes where something was deleted. */
export const numbered = <T>(
  items: readonly T[],
  groupOf: (item: T) => string
): readonly (T & { position: number })[] => {
  const next = new Map<string, number>();
  return items.map((item) => {
    const position = next.get(groupOf(item)) ?? 0;
    next.set(groupOf(item), position + 1);
    return { ...item, position };
  });
};

/** Refuses an order that is not each of the present keys once: somebody else may have added one meanwhile. */
export const requireOrder = (keys: readonly string[], present: readonly string[]): void => {
  const named = new Set(keys);
  if (named.size === keys.length && keys.length === present.length && present.every((key) => named.has(key))) return;
  throw invalid('keys', `\`keys\`: name each key exactly once: ${present.join(', ')}.`, { known: present });
};

/** How a key is used: whether at all, and by how many entries that the user may read. */
export interface Usage {
  readonly isUsed: boolean;
  readonly entries: number;
}

/**
 * To whom the tags of something that is deleted go; `null` when it has none and none was named. In use without a
 * successor it is refused with the count, also where that is of entries out of sight: tags are people's work.
 */
export const chooseSuccessor = (
  { key, name }: Keyed & { readonly name: string },
  { isUsed, entries }: Usage,
  reassignTo: string | undefined,
  others: readonly (Keyed & { readonly retired: boolean })[]
): string | null => {
  if (reassignTo === undefined) {
    if (!isUsed) return null;
    const count =
      entries === 0 ? 'Entries that you may not read are' : entries === 1 ? '1 entry is' : `${entries} entries are`;
    throw new Refusal(
      'conflict',
      `${count} placed under "${name}". Retire it, or delete it with \`?reassignTo=\` another key.`,
      { field: 'reassignTo', entries }
    );
  }
  const known = others.filter((other) => !other.retired && other.key !== key).map((other) => other.key);
  if (known.includes(reassignTo)) return reassignTo;
  throw invalid('reassignTo', `\`reassignTo\`: "${reassignTo}" cannot take over; use one of ${known.join(', ')}.`, {
    known,
  });
};
