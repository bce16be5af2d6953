import type { Core } from '@strapi/strapi';
import type { FileNames } from '../../core/files/references';
import { FILE, fieldColumn, type FileModel, type PartTable } from './models';
import { createSlices } from './slices';

/** A row of a model and the row of the entry in which it stands. */
export interface Standing {
  readonly id: number;
  readonly root: number;
}

/** So many ids are named in one query. */
const IDS = 500;

/**
 * The files that some rows of a model hold: in media fields, relations and texts, and in the components in them, nested
 * to any depth, downwards, because the host's tables are indexed that way. Calls back with the row of the entry.
 */
export const findHoldings = async (
  strapi: Core.Strapi,
  { names, modelOf }: { readonly names: FileNames; readonly modelOf: (uid: string) => FileModel | null },
  model: FileModel,
  rows: readonly Standing[],
  found: (fileId: number, root: number) => void
): Promise<void> => {
  for (let from = 0; from < rows.length; from += IDS) {
    const some = rows.slice(from, from + IDS);
    const rootOf = new Map(some.map(({ id, root }) => [id, root]));
    const hold = (fileId: number, id: number): void => {
      const root = rootOf.get(id);
      if (root !== undefined) found(fileId, root);
    };
    const ids = [...rootOf.keys()];
    await inMediaFields(strapi, model, ids, hold);
    await inRelations(strapi, model, ids, hold);
    await inTexts(strapi, names, model, ids, hold);
    const parts = new Map<string, Standing[]>();
    await eachPart(strapi, model.parts, ids, (uid, part, id) => {
      const root = rootOf.get(id);
      if (uid === FILE) hold(part, id);
      else if (root !== undefined) push(parts, uid, { id: part, root });
    });
    for (const [uid, standing] of parts) {
      const partModel = modelOf(uid);
      if (partModel !== null) await findHoldings(strapi, { names, modelOf }, partModel, standing, found);
    }
  }
};

const push = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

type Hold = (fileId: number, id: number) => void;

const inMediaFields = async (strapi: Core.Strapi, { uid, media }: FileModel, ids: readonly number[], hold: Hold) => {
  if (media.length === 0) return;
  const { joinTable } = strapi.db.metadata.get(FILE).attributes['related'] as unknown as Related;
  const { name, joinColumn, morphColumn } = joinTable;
  const rows: readonly { readonly file: number; readonly id: number }[] = await strapi.db
    .getConnection(name)
    .where(morphColumn.typeColumn.name, uid)
    .whereIn(morphColumn.idColumn.name, [...ids])
    .whereIn(fieldColumn(strapi), [...media])
    .select({ file: joinColumn.name, id: morphColumn.idColumn.name });
  for (const { file, id } of rows) hold(file, id);
};

const inRelations = async (strapi: Core.Strapi, { relations }: FileModel, ids: readonly number[], hold: Hold) => {
  for (const { table, from, to } of relations) {
    const rows: readonly { readonly file: number; readonly id: number }[] = await strapi.db
      .getConnection(table)
      .whereIn(from, [...ids])
      .whereNotNull(to)
      .select({ file: to, id: from });
    for (const { file, id } of rows) hold(file, id);
  }
};

const inTexts = async (
  strapi: Core.Strapi,
  names: FileNames,
  { table, texts }: FileModel,
  ids: readonly number[],
  hold: Hold
) => {
  if (texts.length === 0) return;
  const slices = createSlices();
  const columns = Object.fromEntries(texts.map((column, at) => [`text_${at}`, column]));
  const rows: readonly Readonly<Record<string, unknown>>[] = await strapi.db
    .getConnection(table)
    .whereIn('id', [...ids])
    .select({ id: 'id', ...columns });
  for (const { id, ...values } of rows) {
    for (const value of Object.values(values)) {
      if (value === null || value === undefined) continue;
      // Some drivers answer JSON parsed.
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      for (const file of names.find(text)) hold(file, Number(id));
    }
    await slices.turn();
  }
};

const eachPart = async (
  strapi: Core.Strapi,
  tables: readonly PartTable[],
  ids: readonly number[],
  each: (uid: string, part: number, id: number) => void
) => {
  for (const { table, from, part, type, field } of tables) {
    const rows: readonly { readonly id: number; readonly part: number | null; readonly type?: string }[] =
      await strapi.db
        .getConnection(table)
        .whereIn(from, [...ids])
        .modify((query) => {
          if (field !== null) void query.where(field.column, field.name);
        })
        .select({ id: from, part, ...('column' in type ? { type: type.column } : {}) });
    for (const row of rows) {
      const uid = 'uid' in type ? type.uid : row.type;
      if (uid !== undefined && row.part !== null) each(uid, row.part, row.id);
    }
  }
};

interface Related {
  readonly joinTable: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly morphColumn: {
      readonly idColumn: { readonly name: string };
      readonly typeColumn: { readonly name: string };
    };
  };
}
