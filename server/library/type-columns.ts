import type { Core } from '@strapi/strapi';
import type { ContentTypeRef, ContentTypeSetting } from '../core/api';
import { parsePathPattern, type PathToken } from '../core/path-pattern';
import { hopTo, type Hop } from './hop';

/** A content type under audit and how its fields are mapped. */
export interface AuditedType extends ContentTypeRef {
  readonly setting: ContentTypeSetting;
}

/** Where the facts of one type stand in the host's database. Columns are `null` where the type has none. */
export interface TypeColumns {
  readonly table: string;
  /** Attribute name of the title; for field permissions. */
  readonly titleField: string | null;
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

/** Reads the columns from Strapi's own metadata: table and column names are shortened there, never to be spelled. */
export const typeColumns = async (strapi: Core.Strapi, type: AuditedType): Promise<TypeColumns> => {
  const { uid, setting } = type;
  const meta = strapi.db.metadata.get(uid);
  const column = (field: string | null): string | null => (field === null ? null : scalarColumn(strapi, uid, field));
  const titleField = [setting.titleField, await mainField(strapi, uid), 'title', 'name', 'slug'].find(
    (field): field is string => typeof field === 'string' && column(field) !== null
  );
  const parsed = setting.urlPattern === null ? null : parsePathPattern(setting.urlPattern);
  const path = parsed !== null && 'tokens' in parsed ? parsed.tokens : null;
  return {
    table: meta.tableName,
    titleField: titleField ?? null,
    title: column(titleField ?? null),
    contentDate: column(setting.contentDateField),
    expiry: column(setting.expiryField),
    path,
    pathColumns: new Map(
      (path ?? []).flatMap((token) => {
        const name = token.kind === 'field' ? column(token.field) : null;
        return token.kind === 'field' && name !== null ? [[token.field, name] as const] : [];
      })
    ),
    pathHops: new Map(
      (path ?? []).flatMap((token) => {
        const hop = token.kind === 'hop' ? hopTo(strapi, uid, token.relation, token.field) : null;
        return token.kind === 'hop' && hop !== null ? [[`${token.relation}.${token.field}`, hop] as const] : [];
      })
    ),
    owner: setting.ownerField === null ? null : await ownerOf(strapi, uid, setting.ownerField),
  };
};

/** The column of a scalar attribute of the type's own table, or `null`. */
export const scalarColumn = (strapi: Core.Strapi, uid: string, field: string): string | null => {
  const attribute: unknown = strapi.db.metadata.get(uid).attributes[field];
  return isRecord(attribute) && typeof attribute['columnName'] === 'string' ? attribute['columnName'] : null;
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

const ownerOf = async (strapi: Core.Strapi, uid: string, field: string): Promise<TypeColumns['owner']> => {
  const column = scalarColumn(strapi, uid, field);
  if (column !== null) return { column };
  const attribute: unknown = strapi.db.metadata.get(uid).attributes[field];
  const target = isRecord(attribute) && typeof attribute['target'] === 'string' ? attribute['target'] : null;
  if (target === null) return null;
  const isAdminUser = target === 'admin::user';
  const name = isAdminUser ? 'id' : ((await mainField(strapi, target)) ?? 'name');
  const hop = hopTo(strapi, uid, field, name);
  return hop === null ? null : { hop, isAdminUser };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface ContentTypeConfigurations {
  readonly findConfiguration: (contentType: unknown) => Promise<unknown>;
}
