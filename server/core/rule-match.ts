import type { RuleCondition, RuleInput } from './rules-api';

/** What the versions of an entry say in a field, yes and no as `true` and `false`. */
export type FieldTexts = (field: string) => readonly string[];

/** The values that a text lists, as sheets and people write them, or as JSON: `a, b; c`, `["a","b"]`. */
export const itemsOf = (text: string): readonly string[] => {
  const items = listIn(text) ?? text.split(/[,;|\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
};

const listIn = (text: string): readonly string[] | null => {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : null;
  } catch {
    return null;
  }
};

/** Upper and lower case are the same, and so are two ways to write one letter: on every database alike. */
const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** Whether an entry meets a condition. */
export const meets = (condition: RuleCondition | null, says: FieldTexts): boolean => {
  if (condition === null) return true;
  const compare = COMPARE[condition.operator];
  const texts = says(condition.field).map(fold);
  return condition.values.some((value) => texts.some((text) => compare(text, fold(value))));
};

const COMPARE = {
  is: (text, value) => text === value,
  lists: (text, value) => itemsOf(text).includes(value),
  contains: (text, value) => text.includes(value),
  'starts-with': (text, value) => text.startsWith(value),
} satisfies Record<RuleCondition['operator'], (text: string, value: string) => boolean>;

/**
 * Asks many rules about many entries: answers the indexes of those that an entry meets. The values of all rules are
 * looked up together: comparing 10,000 of them one by one would keep the host for a second on every thousand entries.
 */
export const compileRules = (rules: readonly Pick<RuleInput, 'condition'>[]) => {
  const always: number[] = [];
  const fields = new Map<string, ReturnType<typeof createLookup>>();
  for (const [at, { condition }] of rules.entries()) {
    if (condition === null) {
      always.push(at);
      continue;
    }
    const lookup = fields.get(condition.field) ?? createLookup();
    fields.set(condition.field, lookup);
    for (const value of condition.values) lookup.add(condition.operator, fold(value), at);
  }
  return {
    /** The fields to be read. */
    fields: [...fields.keys()] as readonly string[],
    matching: (says: FieldTexts): ReadonlySet<number> => {
      const found = new Set(always);
      for (const [field, lookup] of fields) for (const text of says(field)) lookup.find(fold(text), found);
      return found;
    },
  };
};

/** The values of all rules on one field. */
const createLookup = () => {
  const whole = new Map<string, number[]>();
  const items = new Map<string, number[]>();
  const starts = createNode();
  const parts = createNode();
  return {
    add: (operator: RuleCondition['operator'], value: string, rule: number): void => {
      const exact = { is: whole, lists: items, contains: null, 'starts-with': null }[operator];
      if (exact) exact.set(value, [...(exact.get(value) ?? []), rule]);
      else addTo(operator === 'contains' ? parts : starts, { value, rule }, 0);
    },
    find: (text: string, found: Set<number>): void => {
      for (const rule of whole.get(text) ?? []) found.add(rule);
      if (items.size > 0) for (const item of itemsOf(text)) for (const rule of items.get(item) ?? []) found.add(rule);
      walk(starts, text, 0, found);
      for (let from = 0; from < text.length; from += 1) walk(parts, text, from, found);
    },
  };
};

interface Sought {
  readonly value: string;
  readonly rule: number;
}

/** Values told apart letter by letter, down to where few are left: a node for each letter would take 200 MB. */
interface Node {
  few: Sought[];
  next: Map<string, Node> | null;
}

const FEW = 16;

const createNode = (): Node => ({ few: [], next: null });

const addTo = (node: Node, sought: Sought, depth: number): void => {
  if (node.next && depth < sought.value.length) {
    const letter = sought.value.charAt(depth);
    const next = node.next.get(letter) ?? createNode();
    node.next.set(letter, next);
    addTo(next, sought, depth + 1);
    return;
  }
  node.few.push(sought);
  const longer = node.few.filter(({ value }) => value.length > depth);
  if (node.next || longer.length <= FEW) return;
  node.next = new Map();
  node.few = node.few.filter(({ value }) => value.length === depth);
  for (const one of longer) addTo(node, one, depth);
};

/** Finds the values that stand in a text at one place. */
const walk = (root: Node, text: string, from: number, found: Set<number>): void => {
  let node: Node | undefined = root;
  for (let at = from; node; at += 1) {
    for (const { value, rule } of node.few) if (text.startsWith(value, from)) found.add(rule);
    node = node.next?.get(text.charAt(at));
  }
};
