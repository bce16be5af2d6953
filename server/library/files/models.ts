import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../core/actions';
import { scalarColumn } from '../type-columns';

export const FILE = 'plugin::upload.file';

/** Where a content type or component can hold files, in the host's tables. */
export interface FileModel {
  readonly uid: string;
  readonly table: string;
  /** Columns of texts that may name files. */
  readonly texts: readonly string[];
  /** Its media fields. */
  readonly media: readonly string[];
  /** Relations straight to files. */
  readonly relations: readonly FileRelation[];
  /** Tables that lead from its rows to rows of other models: components, dynamic zones, relations to many types. */
  readonly parts: readonly PartTable[];
}

export interface FileRelation {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Of one field: rows of fields that a schema has lost stay in the table. */
export interface PartTable {
  readonly table: string;
  readonly from: string;
  readonly part: string;
  /** The column of the part's model, or the one model that it can be. */
  readonly type: { readonly column: string } | { readonly uid: string };
  readonly field: { readonly column: string; readonly name: string } | null;
}

/** The content types that can hold files, hidden ones too. Not seen: what Strapi's admin keeps of its own. */
export const fileHolders = (strapi: Core.Strapi): readonly string[] =>
  Object.keys(strapi.contentTypes).filter((uid) => {
    if (/^(admin::|plugin::upload\.)/.test(uid) || uid.startsWith(`plugin::${PLUGIN_ID}.`)) return false;
    const { texts, media, relations, parts } = fileModel(strapi, uid);
    return texts.length + media.length + relations.length + parts.length > 0;
  });

/** How one content type or component can hold files, by Strapi's own metadata: no table or column is spelled here. */
export const fileModel = (strapi: Core.Strapi, uid: string): FileModel => {
  const schema = strapi.getModel(uid as never) as unknown as Schema;
  const meta = strapi.db.metadata.get(uid);
  const attributes = Object.entries(schema.attributes).flatMap(([name, { type }]) => {
    const stored = meta.attributes[name] as Attribute | undefined;
    return stored === undefined ? [] : [{ name, type, stored }];
  });
  return {
    uid,
    table: meta.tableName,
    texts: attributes.flatMap(({ name, type }) => (TEXTS.has(type) ? (scalarColumn(strapi, uid, name) ?? []) : [])),
    media: attributes.flatMap(({ name, type }) => (type === 'media' ? [name] : [])),
    relations: attributes.flatMap(({ type, stored }) =>
      type === 'relation' && stored.target === FILE ? relationOf(meta.tableName, stored) : []
    ),
    parts: attributes.flatMap(({ name, stored }) => partsOf(strapi, name, stored)),
  };
};

/** Addresses stand in short texts too. Fields that plugins add are of one of these types underneath. */
const TEXTS = new Set(['string', 'text', 'richtext', 'blocks', 'json']);

const relationOf = (table: string, { joinTable, joinColumn }: Attribute): readonly FileRelation[] => {
  if (joinColumn !== undefined) return [{ table, from: 'id', to: joinColumn.name }];
  if (joinTable?.inverseJoinColumn === undefined) return [];
  return [{ table: joinTable.name, from: joinTable.joinColumn.name, to: joinTable.inverseJoinColumn.name }];
};

const partsOf = (strapi: Core.Strapi, name: string, { joinTable, target }: Attribute): readonly PartTable[] => {
  if (joinTable === undefined) return [];
  const { name: table, joinColumn, inverseJoinColumn, morphColumn, on } = joinTable;
  const field = on?.field === undefined ? null : { column: fieldColumn(strapi), name };
  const from = joinColumn.name;
  if (morphColumn !== undefined) {
    return [{ table, from, part: morphColumn.idColumn.name, type: { column: morphColumn.typeColumn.name }, field }];
  }
  const isComponent = target !== undefined && target in strapi.components;
  if (!isComponent || inverseJoinColumn === undefined) return [];
  return [{ table, from, part: inverseJoinColumn.name, type: { uid: target }, field }];
};

/** The column that tells which field of a model a row belongs to, in tables of components and of files. */
export const fieldColumn = (strapi: Core.Strapi): string => strapi.db.metadata.identifiers.FIELD_COLUMN;

interface Schema {
  readonly attributes: Readonly<Record<string, { readonly type: string }>>;
}

interface Attribute {
  readonly target?: string;
  readonly joinColumn?: { readonly name: string };
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
    readonly morphColumn?: {
      readonly idColumn: { readonly name: string };
      readonly typeColumn: { readonly name: string };
    };
    readonly on?: { readonly field?: string };
  };
}
