import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { collationOf, inCollation, type Collation } from './collation';
import { HIDEABLE_FACTS, type FactFields, type HideableFact } from '../core/coverage/snapshot';
import { nameable } from './nameable';
import { sightOf, type Sight, type UserAbility } from './permission-rules';
import { typeColumns, USES, type AuditedType } from './type-columns';

export type { UserAbility };

/** What a user may see of one content type in the Content Manager. */
export interface TypeAccess {
  readonly uid: string;
  readonly locales: readonly string[] | 'all';
  readonly visible: Readonly<Record<HideableFact, boolean>>;
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

/**
 * The types of a list that the user may read at all, with what their permissions hide; `fieldsOf`: through which fields
 * the facts were read that are shown, where that was not now.
 */
export const readAccess = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  types: readonly AuditedType[],
  hostLocales: readonly string[],
  fieldsOf: (uid: string) => FactFields | undefined = () => undefined
): Promise<ReadonlyMap<string, TypeAccess>> => {
  const access = new Map<string, TypeAccess>();
  const sight = sightOf(ability, hostLocales);
  for (const type of types) {
    const rules = sight(type.uid);
    if (rules === null) continue;
    access.set(type.uid, {
      uid: type.uid,
      locales: rules.locales,
      sees: rules.sees,
      visible: visibleFacts(strapi, type, fieldsOf(type.uid) ?? (await fieldsNow(strapi, type)), sight),
      documents: rules.isOpen ? null : (locale) => shownDocuments(strapi, ability, type, locale),
    });
  }
  return access;
};

type ReadFields = Readonly<Record<HideableFact, readonly string[] | 'unknown'>>;

/** Of an audit that did not say: as the type is read now, and not where its setting holds no longer. */
const fieldsNow = async (strapi: Core.Strapi, type: AuditedType): Promise<ReadFields> => {
  const { fields } = await typeColumns(strapi, type);
  const { urlPattern, titleField, ownerField, contentDateField, expiryField } = type.gone;
  return {
    title: titleField === undefined ? fields.title : 'unknown',
    path: urlPattern === undefined ? fields.path : 'unknown',
    owner: ownerField === undefined ? fields.owner : 'unknown',
    contentDate: contentDateField === undefined ? fields.contentDate : 'unknown',
    expiresAt: expiryField === undefined ? fields.expiresAt : 'unknown',
  };
};

/** A fact is shown to whoever may read all that it was made of. */
const visibleFacts = (
  strapi: Core.Strapi,
  { uid }: AuditedType,
  fields: ReadFields,
  sight: Sight
): TypeAccess['visible'] => {
  const isVisible = (fact: HideableFact): boolean => {
    const names = fields[fact];
    return names !== 'unknown' && names.every((name) => nameable(strapi, uid, USES[fact], name, sight) !== null);
  };
  return Object.fromEntries(HIDEABLE_FACTS.map((fact) => [fact, isVisible(fact)])) as TypeAccess['visible'];
};

/** Of each type with drafts there are two rows of a version, of which the role's conditions may leave one. */
type Row = 'draft' | 'published';

/** The Content Manager's own query on the rows that it lists: drafts, where the type has them. */
export const documentsOf = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  type: Listed,
  locale: string | null
): Promise<Documents> => {
  const filters = await readable(strapi, userAbility, type);
  return documentsIn(strapi, type, idsOf(rowsOf(strapi, type, locale, 'draft', filters), 'documentId'));
};

/** Those of them of which the published row is shown too, where there is one: facts are of it. */
const shownDocuments = async (
  strapi: Core.Strapi,
  userAbility: UserAbility,
  type: Listed,
  locale: string | null
): Promise<Documents> => {
  const filters = await readable(strapi, userAbility, type);
  const listed = idsOf(rowsOf(strapi, type, locale, 'draft', filters), 'documentId');
  if (!type.draftAndPublish) return documentsIn(strapi, type, listed);
  const shown = idsOf(rowsOf(strapi, type, locale, 'published', filters), 'id');
  const hidden = idsOf(rowsOf(strapi, type, locale, 'published', {}), 'documentId').whereNotIn('t0.id', shown);
  return documentsIn(strapi, type, listed.whereNotIn('t0.document_id', hidden));
};

const documentsIn = async (strapi: Core.Strapi, { uid }: Listed, query: Knex.QueryBuilder): Promise<Documents> => ({
  query,
  collation: await collationOf(strapi, uid),
});

type Listed = Pick<AuditedType, 'uid' | 'draftAndPublish'>;

const readable = async (strapi: Core.Strapi, userAbility: UserAbility, { uid }: Listed): Promise<object> => {
  const checkers: PermissionCheckers = strapi.plugin('content-manager').service('permission-checker');
  const { filters } = await checkers.create({ userAbility, model: uid }).sanitizedQuery.read({});
  return filters ?? {};
};

const rowsOf = (strapi: Core.Strapi, type: Listed, locale: string | null, row: Row, filters: object) =>
  strapi.db.queryBuilder(type.uid).where({
    $and: [
      filters,
      ...(type.draftAndPublish ? [{ publishedAt: { [row === 'draft' ? '$null' : '$notNull']: true } }] : []),
      ...(locale === null ? [] : [{ locale }]),
    ],
  });

const idsOf = (rows: ReturnType<typeof rowsOf>, column: 'id' | 'documentId'): Knex.QueryBuilder =>
  rows.select(column).getKnexQuery();

interface PermissionCheckers {
  readonly create: (options: { readonly userAbility: UserAbility; readonly model: string }) => {
    readonly sanitizedQuery: { readonly read: (query: object) => Promise<{ readonly filters?: object }> };
  };
}
