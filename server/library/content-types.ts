import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../core/actions';
import type { TypeShape } from '../core/type-defaults';

/** Every type that people edit in the Content Manager, by uid. */
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

/** Whether there is such a content type: what we keep may be about one that has left the host since. */
export const isOnHost = (strapi: Core.Strapi, uid: string): boolean => Object.hasOwn(schemasOf(strapi), uid);

/** Whether a type has drafts beside what is published. */
export const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  schemasOf(strapi)[uid]?.options?.draftAndPublish === true;

/** Whether people edit a type in the Content Manager: what Strapi and plugins keep for themselves is no content. */
export const isEditedType = (strapi: Core.Strapi, uid: string): boolean => {
  const schema = strapi.contentType(uid as never) as unknown as Partial<Schema> | undefined;
  // A uid may be a key of a prototype.
  return schema?.attributes !== undefined && isEdited(schema as Schema);
};

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
});

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
}

interface LocalesService {
  readonly find: () => Promise<readonly Locale[]>;
  readonly getDefaultLocale: () => Promise<string>;
}

interface Locale {
  readonly code: string;
  readonly name: string;
}
