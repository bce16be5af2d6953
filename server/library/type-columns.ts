import type { Core } from '@strapi/strapi';
import type { ContentTypeBody, ContentTypeRef, ContentTypeSetting } from '../core/api';
import type { FactFields, HideableFact } from '../core/coverage/snapshot';
import { parsePathPattern, type PathToken } from '../core/path-pattern';
import { hopAlong, type Hop } from './hop';
import { nameable, nameablePaths, type NameablePath, type Use } from './nameable';

/** A content type under audit and how its fields are mapped, as far as the mapping holds. */
export interface AuditedType extends ContentTypeRef, Pick<ContentTypeBody, 'gone'> {
  readonly setting: ContentTypeSetting;
}

/** Where the facts of one type stand in the host's database. Columns are `null` where the type has none. */
export interface TypeColumns {
  readonly table: string;
  /** Through which fields each fact is read; for field permissions. */
  readonly fields: FactFields;
  readonly title: string | null;
  readonly contentDate: string | null;
  readonly expiry: string | null;
  readonly path: readonly PathToken[] | null;
  /** Columns of the path's own scalars, by field. */
  readonly pathColumns: ReadonlyMap<string, string>;
  /** One-hop values of the path, by `relation.field`. */
  readonly pathHops: ReadonlyMap<string, Hop>;
  /** The mapped owner: a column, a hop, or `null` for the user who created the row. */
  readonly owner: { readonly column: string } | { readonly hop: Hop; readonly isAdminUser: boolean } | null;
}

/** What a fact's fields are named for. */
export const USES = {
  title: 'main',
  path: 'path',
  owner: 'owner',
  contentDate: 'date',
  expiresAt: 'date',
} satisfies Record<HideableFact, Use>;

/** Reads the columns from Strapi's own metadata: table and column names are shortened there, never to be spelled. */
export const typeColumns = async (strapi: Core.Strapi, type: AuditedType): Promise<TypeColumns> => {
  const { uid, setting } = type;
  const find = (use: Use, name: string | null): NameablePath | null =>
    name === null ? null : nameable(strapi, uid, use, name, 'system');
  const column = (path: NameablePath | null): string | null => path && columnAt(strapi, path);
  const title =
    [setting.titleField, await mainField(strapi, uid), 'title', 'name', 'slug']
      .map((name) => find('main', name))
      .find((path) => path !== null) ?? null;
  const contentDate = find('date', setting.contentDateField);
  const expiry = find('date', setting.expiryField);
  const owner = setting.ownerField === null ? null : await ownerPath(strapi, uid, setting.ownerField);
  const named = patternPaths(setting.urlPattern, (name) => find('path', name));
  const paths = named?.paths ?? [];
  return {
    table: strapi.db.metadata.get(uid).tableName,
    fields: {
      title: namesOf([title]),
      path: namesOf(paths),
      owner: namesOf([owner]),
      contentDate: namesOf([contentDate]),
      expiresAt: namesOf([expiry]),
    },
    title: column(title),
    contentDate: column(contentDate),
    expiry: column(expiry),
    path: named?.tokens ?? null,
    pathColumns: new Map(
      paths.flatMap((path) => {
        const own = column(path);
        return own === null ? [] : [[path.name, own] as const];
      })
    ),
    pathHops: new Map(
      paths.flatMap((path) => {
        const hop = hopAlong(strapi, path);
        return hop === null ? [] : [[path.name, hop] as const];
      })
    ),
    owner: owner && ownerOf(strapi, owner),
  };
};

/** The column of a value in the type's own table, or `null` where it stands elsewhere. */
export const columnAt = (strapi: Core.Strapi, { uid, field, step }: NameablePath): string | null =>
  step === null ? scalarColumn(strapi, uid, field) : null;

/** The column of a scalar attribute of a model's own table, or `null`. What is shown to people goes through `columnAt`. */
export const scalarColumn = (strapi: Core.Strapi, uid: string, field: string): string | null => {
  const attribute: unknown = strapi.db.metadata.get(uid).attributes[field];
  return isRecord(attribute) && typeof attribute['columnName'] === 'string' ? attribute['columnName'] : null;
};

/** A pattern of which one part may not be named makes no path at all: half a path leads nowhere. */
const patternPaths = (
  pattern: string | null,
  find: (name: string) => NameablePath | null
): { readonly tokens: readonly PathToken[]; readonly paths: readonly NameablePath[] } | null => {
  const parsed = pattern === null ? null : parsePathPattern(pattern);
  if (parsed === null || 'error' in parsed) return null;
  const paths: NameablePath[] = [];
  for (const token of parsed.tokens) {
    if (token.kind === 'text' || token.kind === 'locale') continue;
    const path = find(token.kind === 'hop' ? `${token.relation}.${token.field}` : token.field);
    if (path === null) return null;
    paths.push(path);
  }
  return { tokens: parsed.tokens, paths };
};

const namesOf = (paths: readonly (NameablePath | null)[]): readonly string[] =>
  paths.flatMap((path) => path?.name ?? []);

/** A text of the type's own, or what a related entry is called: by its main field, else the first that may be named. */
const ownerPath = async (strapi: Core.Strapi, uid: string, field: string): Promise<NameablePath | null> => {
  const paths = nameablePaths(strapi, uid, 'owner', 'system').filter((path) => path.field === field);
  const target = paths[0]?.step?.target;
  const main = target === undefined ? null : await mainField(strapi, target);
  const called = [main, 'name', 'title'].map((inner) => paths.find(({ step }) => step?.inner === inner));
  return called.find((path) => path !== undefined) ?? paths[0] ?? null;
};

const ownerOf = (strapi: Core.Strapi, path: NameablePath): TypeColumns['owner'] => {
  const column = columnAt(strapi, path);
  if (column !== null) return { column };
  const isAdminUser = path.step?.target === 'admin::user';
  const hop = hopAlong(strapi, path, isAdminUser ? 'ids' : 'value');
  return hop && { hop, isAdminUser };
};

/** The field that the Content Manager shows as an entry's title. */
const mainField = async (strapi: Core.Strapi, uid: string): Promise<string | null> => {
  const contentTypes: ContentTypeConfigurations = strapi.plugin('content-manager').service('content-types');
  const configuration = await contentTypes.findConfiguration(
    strapi.contentTypes[uid as keyof typeof strapi.contentTypes]
  );
  const settings = isRecord(configuration) ? configuration['settings'] : undefined;
  const field = isRecord(settings) ? settings['mainField'] : undefined;
  return typeof field === 'string' && !['id', 'documentId'].includes(field) ? field : null;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface ContentTypeConfigurations {
  readonly findConfiguration: (contentType: unknown) => Promise<unknown>;
}
