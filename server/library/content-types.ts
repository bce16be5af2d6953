import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';
import type { TypeShape } from '../core/type-defaults';

/** Every type that people edit in the Content Manager, by uid, with the fields that a setting may name. */
export const hostTypes = (strapi: Core.Strapi): ReadonlyMap<string, TypeShape> => {
  const schemas = Object.values(schemasOf(strapi));
  return new Map(schemas.filter(isEdited).map((schema) => [schema.uid, shapeOf(strapi, schema)]));
};

/** One of them, without reading all the others. */
export const hostType = (strapi: Core.Strapi, uid: string): TypeShape | undefined => {
  const schemas = schemasOf(strapi);
  // A uid may come from a URL: `__proto__` is no type.
  const schema = Object.hasOwn(schemas, uid) ? schemas[uid] : undefined;
  return schema && isEdited(schema) ? shapeOf(strapi, schema) : undefined;
};

/** Whether a type has drafts beside what is published. */
export const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  schemasOf(strapi)[uid]?.options?.draftAndPublish === true;

/** The fields of a type that hold slugs: of Strapi's own kind for them, and any that is called so. */
export const uidFields = (strapi: Core.Strapi, uid: string): readonly string[] =>
  Object.entries(schemasOf(strapi)[uid]?.attributes ?? {}).flatMap(([name, { type }]) =>
    type === 'uid' || (name === 'slug' && TEXT.has(type)) ? [name] : []
  );

/** The fields of a type by which addresses are made: its slugs and whole paths, and slugs one to-one hop away. */
export const addressFields = (
  strapi: Core.Strapi,
  uid: string
): { readonly slugs: readonly string[]; readonly hops: readonly string[] } => {
  const fields = hostType(strapi, uid)?.fields.path ?? [];
  const slugs = uidFields(strapi, uid);
  const paths = fields.filter((field) => PATH_NAMES.has(field.toLowerCase()) && !slugs.includes(field));
  return { slugs: [...slugs, ...paths], hops: fields.filter((field) => field.endsWith('.slug')) };
};

/** What fields are called that hold an address. */
const PATH_NAMES = new Set(['path', 'fullpath', 'url', 'urlpath', 'permalink', 'pathname']);

/** The host's locales, its default first; none without i18n. */
export const hostLocales = async (
  strapi: Core.Strapi
): Promise<readonly { readonly code: string; readonly name: string }[]> => {
  if (!strapi.plugins['i18n']) return [];
  const service = strapi.plugin('i18n').service<LocalesService>('locales');
  const fallback = await service.getDefaultLocale();
  return [...(await service.find())]
    .sort((a, b) => Number(b.code === fallback) - Number(a.code === fallback))
    .map(({ code, name }) => ({ code, name }));
};

/** Strapi's own type spells out the generated types of an app, which a plugin cannot know. */
const schemasOf = (strapi: Core.Strapi) => strapi.contentTypes as unknown as Readonly<Record<string, Schema>>;

const isEdited = ({ uid, pluginOptions }: Schema): boolean =>
  !uid.startsWith('admin::') &&
  !uid.startsWith(`plugin::${PLUGIN_ID}.`) &&
  pluginOptions?.['content-manager']?.visible !== false &&
  !uid.startsWith('plugin::upload.');

const shapeOf = (strapi: Core.Strapi, schema: Schema): TypeShape => ({
  uid: schema.uid,
  displayName: schema.info.displayName,
  singularName: schema.info.singularName,
  kind: schema.kind === 'singleType' ? 'singleType' : 'collectionType',
  localized: strapi.plugins['i18n'] !== undefined && schema.pluginOptions?.['i18n']?.localized === true,
  draftAndPublish: hasDrafts(strapi, schema.uid),
  hasSlug: Object.values(schema.attributes).some(({ type }) => type === 'uid'),
  fields: {
    title: named(schema, ({ type }) => TEXT.has(type)),
    date: [...named(schema, ({ type }) => DATE.has(type)), ...STAMPS.filter((name) => name in schema.attributes)],
    owner: [...named(schema, ({ type }) => TEXT.has(type)), ...named(schema, isToOne)],
    path: [
      ...named(schema, ({ type }) => TEXT.has(type) || type === 'integer'),
      'documentId',
      ...named(schema, isToOne).flatMap((relation) => hops(strapi, schema, relation)),
    ],
  },
});

const TEXT = new Set(['string', 'uid', 'text', 'email', 'enumeration']);
const DATE = new Set(['date', 'datetime', 'timestamp']);
/** Strapi's own, which every type has. */
const STAMPS = ['createdAt', 'updatedAt', 'publishedAt'];
const INTERNAL = new Set([...STAMPS, 'documentId', 'locale', 'createdBy', 'updatedBy', 'localizations']);

const named = ({ attributes }: Schema, fits: (attribute: Attribute) => boolean): readonly string[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => (!INTERNAL.has(name) && fits(attribute) ? [name] : []));

/** A relation that leads to one entry of one known type. */
const isToOne = ({ type, relation, target }: Attribute): boolean =>
  type === 'relation' && target !== undefined && (relation === 'oneToOne' || relation === 'manyToOne');

const hops = (strapi: Core.Strapi, { attributes }: Schema, relation: string): readonly string[] => {
  const target = schemasOf(strapi)[attributes[relation]?.target ?? ''];
  return target === undefined ? [] : named(target, ({ type }) => TEXT.has(type)).map((name) => `${relation}.${name}`);
};

interface Schema {
  readonly uid: string;
  readonly kind?: string;
  readonly info: { readonly displayName: string; readonly singularName: string };
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly pluginOptions?: Readonly<Record<string, { readonly visible?: boolean; readonly localized?: boolean }>>;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
}

interface LocalesService {
  readonly find: () => Promise<readonly Locale[]>;
  readonly getDefaultLocale: () => Promise<string>;
}

interface Locale {
  readonly code: string;
  readonly name: string;
}
