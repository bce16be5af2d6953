import { contentTypes } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { NameableFields } from '../core/api';
import { isEditedType } from './content-types';
import type { Sight } from './permission-rules';

/** What a value is named for; each takes attributes of some types. */
export type Use = 'rule' | 'path' | 'title' | 'main' | 'date' | 'owner';

/** Who asks. An audit reads for nobody in person: only what nobody may name is out of its reach. */
export type Asker = Sight | 'system';

declare const granted: unique symbol;

/**
 * A value that may be named and read. Only `nameable` makes one, and whatever reads the host's values for people takes
 * nothing else: a relation to an admin user would else lead to the token that resets the password.
 */
export interface NameablePath {
  readonly [granted]: true;
  readonly uid: string;
  /** As rules and patterns write it: `slug`, `category.slug`. */
  readonly name: string;
  readonly field: string;
  /** Where the value stands in a relation's target or a component; `null` in the type's own row. */
  readonly step: Step | null;
  /** The value's attribute type. */
  readonly type: string;
}

interface Step {
  readonly kind: 'relation' | 'component';
  readonly target: string;
  readonly inner: string;
}

/** Users sign content: their names are known to all who read it. Nothing else of an account is content. */
const USER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'admin::user': ['firstname', 'lastname', 'username'],
  'plugin::users-permissions.user': ['username'],
};

const TEXTS = ['string', 'uid', 'text', 'email'];
const OWN = {
  rule: new Set([...TEXTS, 'enumeration', 'boolean', 'json']),
  path: new Set([...TEXTS, 'enumeration', 'integer']),
  title: new Set([...TEXTS, 'enumeration']),
  // What the Content Manager may be set to show as title.
  main: new Set([...TEXTS, 'enumeration', 'integer', 'biginteger', 'decimal', 'float', 'date', 'datetime', 'time']),
  date: new Set(['date', 'datetime', 'timestamp']),
  owner: new Set([...TEXTS, 'enumeration']),
} satisfies Record<Use, ReadonlySet<string>>;
const INNER = new Set([...TEXTS, 'enumeration']);
const INNER_OF_RULES = new Set([...INNER, 'json']);

/** Strapi's own dates, which every list of the Content Manager shows. */
const STAMPS = new Set(['createdAt', 'updatedAt', 'publishedAt']);
const INTERNAL = new Set([...STAMPS, 'id', 'documentId', 'locale', 'localizations', 'createdBy', 'updatedBy']);

/**
 * The one decision on what may be named and read, through which path and by whom; `null`: not this. Never private
 * attributes, passwords, or what Strapi or a plugin keeps for itself; of a user the name at most; through a relation
 * only types that people edit, and of these what the asking user may read. See CONTRIBUTING, Permissions.
 */
export const nameable = (strapi: Core.Strapi, uid: string, use: Use, name: string, by: Asker): NameablePath | null => {
  const [field = '', inner, ...rest] = name.split('.');
  if (rest.length > 0) return null;
  const path = inner === undefined ? ownPath(strapi, uid, use, field) : stepPath(strapi, uid, use, field, inner);
  return path !== null && (by === 'system' || isSeen(path, by)) ? path : null;
};

/** All that may be named of a type for a use, in the order of its schema. */
export const nameablePaths = (strapi: Core.Strapi, uid: string, use: Use, by: Asker): readonly NameablePath[] => {
  const own = Object.entries(modelOf(strapi, uid)?.attributes ?? {});
  const names = own.flatMap(([field, attribute]) => [
    field,
    ...Object.keys(modelOf(strapi, attribute.target ?? attribute.component ?? '')?.attributes ?? {}).map(
      (inner) => `${field}.${inner}`
    ),
  ]);
  return [...names, ...(use === 'path' ? ['documentId'] : [])].flatMap(
    (name) => nameable(strapi, uid, use, name, by) ?? []
  );
};

/** What settings may name of a type; an owner by the relation alone. */
export const nameableFields = (strapi: Core.Strapi, uid: string, by: Asker): NameableFields => {
  const names = (use: Use): readonly string[] => nameablePaths(strapi, uid, use, by).map(({ name }) => name);
  return {
    title: names('title'),
    date: names('date'),
    owner: [...new Set(nameablePaths(strapi, uid, 'owner', by).map(({ field }) => field))],
    path: names('path'),
  };
};

/** Whether a user may see what stands at a path in every entry that they may read. */
export const isSeen = ({ uid, field, step }: NameablePath, sight: Sight): boolean => {
  const own = sight(uid);
  if (own === null) return false;
  if (step === null) return STAMPS.has(field) || field === 'documentId' || own.sees(field);
  if (step.kind === 'component') return own.sees(`${field}.${step.inner}`);
  if (!own.sees(field) || step.target === 'admin::user') return own.sees(field);
  const target = sight(step.target);
  if (target === null || !target.isOpen || !target.sees(step.inner)) return false;
  // A version leads to the target's version in its own locale, or to one without locales.
  return target.locales === 'all' || (own.locales !== 'all' && isWithin(own.locales, target.locales));
};

const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

const ownPath = (strapi: Core.Strapi, uid: string, use: Use, field: string): NameablePath | null => {
  if (field === 'documentId')
    return use === 'path' ? made({ uid, name: field, field, step: null, type: 'string' }) : null;
  const attribute = attributeOf(strapi, uid, field, use);
  return attribute !== null && OWN[use].has(attribute.type)
    ? made({ uid, name: field, field, step: null, type: attribute.type })
    : null;
};

const stepPath = (strapi: Core.Strapi, uid: string, use: Use, field: string, inner: string): NameablePath | null => {
  const attribute = attributeOf(strapi, uid, field, use);
  const step = attribute && stepOf(strapi, attribute, use);
  if (step === null) return null;
  const value = attributeOf(strapi, step.target, inner, use);
  return value !== null && (use === 'rule' ? INNER_OF_RULES : INNER).has(value.type) && !STAMPS.has(inner)
    ? made({ uid, name: `${field}.${inner}`, field, step: { ...step, inner }, type: value.type })
    : null;
};

/** Rules compare with any of many targets; a path and an owner need the one. */
const stepOf = (
  strapi: Core.Strapi,
  { type, relation = '', target, component }: Attribute,
  use: Use
): Omit<Step, 'inner'> | null => {
  if (type === 'component' && component !== undefined) {
    return use === 'rule' ? { kind: 'component', target: component } : null;
  }
  if (type !== 'relation' || target === undefined || relation.startsWith('morph')) return null;
  const isToOne = relation === 'oneToOne' || relation === 'manyToOne';
  const isTaken = use === 'rule' || ((use === 'path' || use === 'owner') && isToOne);
  const isReached = Object.hasOwn(USER_NAMES, target) || isEditedType(strapi, target);
  return isTaken && isReached ? { kind: 'relation', target } : null;
};

/** An attribute that is content, or `null`. Names come from users: `constructor` is no attribute. */
const attributeOf = (strapi: Core.Strapi, uid: string, name: string, use: Use): Attribute | null => {
  const model = modelOf(strapi, uid);
  if (model === undefined || !Object.hasOwn(model.attributes, name)) return null;
  const attribute = model.attributes[name];
  if (attribute === undefined || contentTypes.isPrivateAttribute(model as never, name)) return null;
  if (Object.hasOwn(USER_NAMES, uid)) return USER_NAMES[uid]?.includes(name) ? attribute : null;
  if (STAMPS.has(name)) return use === 'date' ? attribute : null;
  const isContent =
    !INTERNAL.has(name) &&
    attribute.visible !== false &&
    attribute.configurable !== false &&
    attribute.pluginOptions?.['content-manager']?.visible !== false;
  return isContent && attribute.type !== 'password' ? attribute : null;
};

/** A content type or component; asking for the list of all of them costs more than the answer. */
const modelOf = (strapi: Core.Strapi, uid: string): Model | undefined => {
  const { components } = strapi as unknown as { readonly components: Readonly<Record<string, Model>> };
  const type = strapi.contentType(uid as never) as unknown as Partial<Model> | undefined;
  const model = type?.attributes === undefined && Object.hasOwn(components, uid) ? components[uid] : type;
  return model?.attributes === undefined ? undefined : (model as Model);
};

const made = (path: Omit<NameablePath, typeof granted>): NameablePath => path as NameablePath;

interface Model {
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly component?: string;
  readonly visible?: boolean;
  readonly configurable?: boolean;
  readonly pluginOptions?: Readonly<Record<string, { readonly visible?: boolean }>>;
}
