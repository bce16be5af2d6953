import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { collationOf, inCollation, type Collation } from './collation';
import { readRules, type ReadRules, type UserAbility } from './permission-rules';
import { relationTarget } from './hop';
import { typeColumns, type AuditedType } from './type-columns';

export type { UserAbility };

/** The facts of an entry that a role's field permissions can hide. */
export const HIDEABLE = ['title', 'path', 'owner', 'contentDate', 'expiresAt'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** What a user may see of one content type in the Content Manager. */
export interface TypeAccess {
  readonly uid: string;
  readonly locales: readonly string[] | 'all';
  readonly visible: Readonly<Record<Hideable, boolean>>;
  /** Whether a field of the type's own is shown in every entry that can be read. */
  readonly sees: (field: string) => boolean;
  /** The entries of which the role's conditions leave the version of a locale; `null` when they leave all. */
  readonly documents: ((locale: string | null) => Promise<Documents>) | null;
}

/** A subquery of document IDs; boxed, because a query that a promise resolves to is run. */
export interface Documents {
  readonly query: Knex.QueryBuilder;
  /** How the host's IDs compare, where ours have to be told (MySQL). */
  readonly collation: Collation | null;
}

/** SQL for a column that holds one of some documents. */
export const isOneOf = (column: string, { query, collation }: Documents): [string, Knex.RawBinding[]] => [
  `${collation === null ? '??' : inCollation(collation)} in ?`,
  [column, query],
];

/** The types of a list that the user may read at all, with what their permissions hide. */
export const readAccess = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  types: readonly AuditedType[],
  hostLocales: readonly string[]
): Promise<ReadonlyMap<string, TypeAccess>> => {
  const access = new Map<string, TypeAccess>();
  for (const type of types) {
    const rules = readRules(ability, type.uid, hostLocales);
    if (rules === null) continue;
    access.set(type.uid, {
      uid: type.uid,
      locales: rules.locales,
      sees: rules.sees,
      visible: await visibleFacts(strapi, type, rules, (uid) => readRules(ability, uid, hostLocales)),
      documents: rules.isOpen ? null : (locale) => documentsOf(strapi, ability, type, locale),
    });
  }
  return access;
};

const visibleFacts = async (
  strapi: Core.Strapi,
  type: AuditedType,
  { sees }: ReadRules,
  rulesOf: (uid: string) => ReadRules | null
): Promise<TypeAccess['visible']> => {
  const { titleField, path } = await typeColumns(strapi, type);
  const { contentDateField, expiryField, ownerField } = type.setting;
  // What a relation leads to is shown to whoever may read both ends. Admin users sign entries anyway, for all to see.
  const seesHop = (relation: string, field: string | null): boolean => {
    const target = relationTarget(strapi, type.uid, relation);
    if (target === null || target === 'admin::user') return sees(relation);
    const rules = rulesOf(target);
    return sees(relation) && rules?.isOpen === true && (field === null || rules.sees(field));
  };
  return {
    title: titleField === null || sees(titleField),
    path: (path ?? []).every((token) => {
      if (token.kind === 'field') return sees(token.field);
      return token.kind === 'hop' ? seesHop(token.relation, token.field) : true;
    }),
    owner: ownerField === null || seesHop(ownerField, null),
    contentDate: contentDateField === null || sees(contentDateField),
    expiresAt: expiryField === null || sees(expiryField),
  };
};

/** The Content Manager's own query on the rows that it lists: drafts, where the type has them. */
export const documentsOf = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  { uid, draftAndPublish }: Pick<AuditedType, 'uid' | 'draftAndPublish'>,
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
  return { query, collation: await collationOf(strapi, uid) };
};

interface PermissionCheckers {
  readonly create: (options: { readonly userAbility: UserAbility; readonly model: string }) => {
    readonly sanitizedQuery: { readonly read: (query: object) => Promise<{ readonly filters?: object }> };
  };
}
