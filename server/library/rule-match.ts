import type { Core } from '@strapi/strapi';
import { type RuleCondition, type RuleField, type RuleOperator } from '../core/rules-api';
import { hasDrafts } from './content-types';

/** What a rule may compare: the type's own values, and one step further those of its relations and components. */
export const ruleFields = (strapi: Core.Strapi, uid: string): readonly RuleField[] =>
  Object.entries(attributesOf(strapi, uid)).flatMap(([name, attribute]) => {
    const own = kindOf(attribute);
    if (own) return [{ field: name, kind: own }];
    const { kind, target } = stepOf(attribute) ?? {};
    if (!kind || !target) return [];
    return Object.entries(attributesOf(strapi, target)).flatMap(([inner, { type }]) =>
      TEXT.has(type) || type === 'enumeration' ? [{ field: `${name}.${inner}`, kind }] : []
    );
  });

/** Those of some entries of a type that meet a condition, as the Content Manager shows them. */
export const matchingAmong = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  condition: RuleCondition | null
): Promise<ReadonlySet<string>> => {
  if (condition === null || documentIds.length === 0) return new Set(documentIds);
  const found = (await strapi.db.query(uid).findMany({
    where: {
      $and: [{ documentId: { $in: [...documentIds] } }, shownRows(strapi, uid), filterOf(strapi, uid, condition)],
    },
    select: ['documentId'],
  })) as readonly { readonly documentId: string }[];
  return new Set(found.map(({ documentId }) => documentId));
};

const CHUNK = 500;

/** All document IDs of a type in the database's own order, in parts. */
export async function* documentsOf(strapi: Core.Strapi, uid: string): AsyncGenerator<readonly string[]> {
  const { tableName } = strapi.db.metadata.get(uid);
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: readonly { readonly document_id: string }[] = await strapi.db
      .getConnection(tableName)
      .distinct('document_id')
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(CHUNK);
    yield rows.map(({ document_id }) => document_id);
    after = rows.length < CHUNK ? undefined : rows.at(-1)?.document_id;
  }
}

/** What a field says of some entries of a type, each value once for an entry; for counting which are frequent. */
export const valuesAmong = async (
  strapi: Core.Strapi,
  uid: string,
  field: string,
  documentIds: readonly string[]
): Promise<readonly string[]> => {
  const [name = '', inner] = field.split('.');
  const rows = (await strapi.db.query(uid).findMany({
    where: { $and: [{ documentId: { $in: [...documentIds] } }, shownRows(strapi, uid)] },
    select: inner === undefined ? ['documentId', name] : ['documentId'],
    ...(inner === undefined ? {} : { populate: { [name]: { select: [inner] } } }),
  })) as readonly Readonly<Record<string, unknown>>[];
  const values = new Map<string, Set<string>>();
  for (const row of rows) {
    const id = String(row['documentId']);
    const known = values.get(id) ?? new Set();
    for (const value of textsOf(row[name], inner)) known.add(value);
    values.set(id, known);
  }
  return [...values.values()].flatMap((known) => [...known]);
};

type Attribute = Readonly<Record<string, unknown>> & { readonly type: string };

const TEXT = new Set(['string', 'uid', 'text', 'email']);
const STRAPI_S_OWN = new Set(['documentId', 'locale', 'createdBy', 'updatedBy', 'localizations']);

const attributesOf = (strapi: Core.Strapi, uid: string): Readonly<Record<string, Attribute>> => {
  const models = { ...strapi.contentTypes, ...strapi.components } as unknown as Readonly<
    Record<string, { readonly attributes: Readonly<Record<string, Attribute>> }>
  >;
  const attributes = models[uid]?.attributes ?? {};
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !STRAPI_S_OWN.has(name)));
};

const kindOf = ({ type }: Attribute): RuleField['kind'] | null => {
  if (type === 'enumeration' || type === 'boolean') return type;
  return TEXT.has(type) ? 'text' : null;
};

const stepOf = ({ type, target, component, relation }: Attribute) => {
  if (type === 'component' && typeof component === 'string') return { kind: 'component', target: component } as const;
  const leads = type === 'relation' && typeof target === 'string' && !String(relation).startsWith('morph');
  return leads ? ({ kind: 'relation', target } as const) : null;
};

/** Drafts where the type has them: what editors see. */
const shownRows = (strapi: Core.Strapi, uid: string): object =>
  hasDrafts(strapi, uid) ? { publishedAt: { $null: true } } : {};

const OPERATORS = { is: '$eqi', contains: '$containsi', 'starts-with': '$startsWithi' } satisfies Record<
  RuleOperator,
  string
>;

const filterOf = (strapi: Core.Strapi, uid: string, { field, operator, values }: RuleCondition): object => {
  const [name = '', inner] = field.split('.');
  const isBoolean = inner === undefined && attributesOf(strapi, uid)[name]?.type === 'boolean';
  const compare = (value: string): object => {
    const compared = isBoolean ? { $eq: value === 'true' } : { [OPERATORS[operator]]: value };
    return inner === undefined ? { [name]: compared } : { [name]: { [inner]: compared } };
  };
  return { $or: values.map(compare) };
};

const textsOf = (value: unknown, inner: string | undefined): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, inner));
  const own = inner === undefined || typeof value !== 'object' || value === null ? value : valueAt(value, inner);
  return typeof own === 'string' && own !== '' ? [own] : typeof own === 'boolean' ? [String(own)] : [];
};

const valueAt = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
