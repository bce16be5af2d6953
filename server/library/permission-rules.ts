/** CASL's ability as Strapi puts it on `ctx.state.userAbility`. */
export interface UserAbility {
  readonly rulesFor: (action: string, subject: string) => readonly Rule[];
}

interface Rule {
  readonly inverted: boolean;
  readonly fields?: readonly string[];
  readonly conditions?: unknown;
}

/** What a user's roles together say about reading one content type in the Content Manager. */
export interface ReadRules {
  readonly locales: readonly string[] | 'all';
  /** Whether no condition hides an entry. */
  readonly isOpen: boolean;
  /** Whether a field is shown in every entry that can be read; of a component `component.field`. */
  readonly sees: (field: string) => boolean;
}

/** What a user may read of a type; `null`: nothing. */
export type Sight = (uid: string) => ReadRules | null;

/** A user's rules for every type. */
export const sightOf = (ability: UserAbility, hostLocales: readonly string[]): Sight => {
  const known = new Map<string, ReadRules | null>();
  return (uid) => {
    const before = known.get(uid);
    if (before !== undefined) return before;
    const rules = readRules(ability, uid, hostLocales);
    known.set(uid, rules);
    return rules;
  };
};

const READ = 'plugin::content-manager.explorer.read';

/** The rules for a type, or `null` when the user may not read it at all. */
export const readRules = (ability: UserAbility, uid: string, hostLocales: readonly string[]): ReadRules | null => {
  const rules = ability.rulesFor(READ, uid).filter(({ inverted }) => !inverted);
  if (rules.length === 0) return null;
  const parts = rules.map((rule) => ({ rule, ...splitConditions(rule.conditions) }));
  const union = new Set(parts.flatMap(({ locales }) => (locales === 'all' ? hostLocales : locales)));
  // A rule without conditions and for every readable locale makes the others moot.
  const isForAll = ({ rest, locales }: Part): boolean =>
    !rest && (locales === 'all' || [...union].every((locale) => locales.includes(locale)));
  return {
    // Roles list locales one by one, super admins' too: every locale of the host is all of them.
    locales: hostLocales.every((locale) => union.has(locale)) ? 'all' : [...union],
    isOpen: parts.some(isForAll),
    sees: (field) => {
      const has = ({ rule }: Part): boolean => rule.fields?.some((one) => isOf(field, one)) ?? true;
      return parts.some((part) => isForAll(part) && has(part)) || parts.every(has);
    },
  };
};

/** Roles list fields of components one by one (`seo.title`), or a component as a whole. */
const isOf = (field: string, granted: string): boolean => field === granted || field.startsWith(`${granted}.`);

interface Part {
  readonly rule: Rule;
  readonly locales: readonly string[] | 'all';
  /** Whether it has conditions of its own besides the locales. */
  readonly rest: boolean;
}

/** Tells i18n's locale condition from the role's own: Strapi joins them with `$and`. */
const splitConditions = (conditions: unknown): Pick<Part, 'locales' | 'rest'> => {
  const parts = flatten(conditions);
  const locales = parts.flatMap((part) => localesOf(part) ?? []);
  return {
    locales: parts.some((part) => localesOf(part) !== null) ? locales : 'all',
    rest: parts.some((part) => localesOf(part) === null),
  };
};

const flatten = (conditions: unknown): readonly unknown[] => {
  if (!isRecord(conditions) || Object.keys(conditions).length === 0) return [];
  const { $and, ...own } = conditions;
  const nested = Array.isArray($and) ? $and.flatMap(flatten) : [];
  return Object.keys(own).length === 0 ? nested : [...nested, own];
};

const localesOf = (part: unknown): readonly string[] | null => {
  if (!isRecord(part) || Object.keys(part).join() !== 'locale' || !isRecord(part['locale'])) return null;
  const { $in } = part['locale'];
  return Array.isArray($in) ? $in.map(String) : null;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
