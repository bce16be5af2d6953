import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditedType } from './type-columns';
import { typeColumns } from './type-columns';

/** CASL's ability as Strapi puts it on `ctx.state.userAbility`. */
export interface UserAbility {
  readonly rulesFor: (action: string, subject: string) => readonly Rule[];
}

interface Rule {
  readonly inverted: boolean;
  readonly fields?: readonly string[];
  readonly conditions?: unknown;
}

/** What a user may see of one content type in the Content Manager. */
export interface TypeAccess {
  readonly uid: string;
  readonly locales: readonly string[] | 'all';
  readonly titleVisible: boolean;
  readonly pathVisible: boolean;
  /** The entries that the role's conditions leave, as a subquery of document IDs; `null` when they leave all. */
  readonly documents: ((locale: string | null) => Promise<Documents>) | null;
}

/** A subquery of document IDs; boxed, because a query that a promise resolves to is run. */
export interface Documents {
  readonly query: Knex.QueryBuilder;
}

const READ = 'plugin::content-manager.explorer.read';

/** The types of a list that the user may read at all, with what their permissions hide. */
export const readAccess = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  types: readonly AuditedType[],
  hostLocales: readonly string[]
): Promise<ReadonlyMap<string, TypeAccess>> => {
  const access = new Map<string, TypeAccess>();
  for (const type of types) {
    const rules = ability.rulesFor(READ, type.uid).filter(({ inverted }) => !inverted);
    if (rules.length > 0) access.set(type.uid, await typeAccess(strapi, ability, type, rules, hostLocales));
  }
  return access;
};

const typeAccess = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  type: AuditedType,
  rules: readonly Rule[],
  hostLocales: readonly string[]
): Promise<TypeAccess> => {
  const columns = await typeColumns(strapi, type);
  const parts = rules.map((rule) => ({ rule, ...splitConditions(rule.conditions) }));
  // Roles list locales one by one, super admins' too: every locale of the host is all of them.
  const reaches = (own: readonly string[] | 'all'): boolean =>
    own === 'all' || hostLocales.every((locale) => own.includes(locale));
  const union = [...new Set(parts.flatMap((part) => (part.locales === 'all' ? hostLocales : part.locales)))];
  const locales = reaches(union) ? 'all' : union;
  // One rule without conditions and for every readable locale makes the conditions of the others moot.
  const isOpen = parts.some(
    ({ rest, locales: own }) => !rest && (reaches(own) || (locales !== 'all' && own.length === locales.length))
  );
  const sees = (field: string): boolean => fieldVisible(parts, field);
  return {
    uid: type.uid,
    locales,
    titleVisible: columns.titleField === null || sees(columns.titleField),
    pathVisible: (columns.path ?? []).every((token) => {
      if (token.kind === 'field') return sees(token.field);
      return token.kind === 'hop' ? sees(token.relation) : true;
    }),
    documents: isOpen ? null : (locale) => documentsOf(strapi, ability, type, locale),
  };
};

/** A field is shown when a rule for all entries has it, or when every rule has it. */
const fieldVisible = (parts: readonly { readonly rule: Rule; readonly rest: boolean }[], field: string): boolean => {
  const has = ({ rule }: { readonly rule: Rule }): boolean => rule.fields === undefined || rule.fields.includes(field);
  return parts.some((part) => !part.rest && has(part)) || parts.every(has);
};

/** Tells i18n's locale condition from the role's own: Strapi joins them with `$and`. */
const splitConditions = (
  conditions: unknown
): { readonly locales: readonly string[] | 'all'; readonly rest: boolean } => {
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

/** The Content Manager's own query on the rows that it lists: drafts, where the type has them. */
const documentsOf = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  { uid, draftAndPublish }: AuditedType,
  locale: string | null
): Promise<Documents> => {
  const checkers: PermissionCheckers = strapi.plugin('content-manager').service('permission-checker');
  const { filters } = await checkers.create({ userAbility, model: uid }).sanitizedQuery.read({});
  const where = [
    filters ?? {},
    ...(draftAndPublish ? [{ publishedAt: { $null: true } }] : []),
    ...(locale === null ? [] : [{ locale }]),
  ];
  const query: Knex.QueryBuilder = strapi.db
    .queryBuilder(uid)
    .where({ $and: where })
    .select('documentId')
    .getKnexQuery();
  return { query };
};

interface PermissionCheckers {
  readonly create: (options: { readonly userAbility: UserAbility; readonly model: string }) => {
    readonly sanitizedQuery: { readonly read: (query: object) => Promise<{ readonly filters?: object }> };
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
