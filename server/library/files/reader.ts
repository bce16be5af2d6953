import type { Core } from '@strapi/strapi';
import type { FileNames } from '../../core/files/references';
import { hasDrafts } from '../content-types';
import { findHoldings, type Standing } from './holdings';
import { fileModel, type FileModel } from './models';

/** A file in an entry: in its published version, in whatever locale, or only in drafts. */
export interface FileInEntry {
  readonly fileId: number;
  readonly documentId: string;
  readonly isPublished: boolean;
}

/** The files of some entries in document ID order; `upTo` as in a library chunk. */
export interface HoldingsChunk {
  readonly found: readonly FileInEntry[];
  readonly upTo: string | null;
}

/** Reads which files the entries of one content type hold. */
export interface HoldingsReader {
  readonly read: (after: string, limit: number) => Promise<HoldingsChunk>;
}

/** A reader of one type, single types among them; `names` those of all files. */
export const createHoldingsReader = (strapi: Core.Strapi, uid: string, names: FileNames): HoldingsReader => {
  const model = fileModel(strapi, uid);
  const withDrafts = hasDrafts(strapi, uid);
  const modelOf = rememberedModels(strapi);

  const read = async (after: string, limit: number): Promise<HoldingsChunk> => {
    const rows = (await strapi.db
      .getConnection(model.table)
      .select('id', 'document_id', 'published_at')
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(limit)) as readonly Row[];
    const isLast = rows.length < limit;
    const last = rows.at(-1)?.document_id;
    const whole = isLast ? rows : rows.filter(({ document_id }) => document_id !== last);
    // One document alone may fill the chunk: read on with a larger one.
    if (!isLast && whole.length === 0) return read(after, limit * 2);
    const found = createFinds(whole, withDrafts);
    await findHoldings(strapi, { names, modelOf }, model, whole.map(standing), found.add);
    return { found: found.all(), upTo: isLast ? null : (whole.at(-1)?.document_id ?? null) };
  };

  return { read };
};

interface Row {
  readonly id: number;
  readonly document_id: string;
  readonly published_at: unknown;
}

const standing = ({ id }: Row): Standing => ({ id, root: id });

/** Each file once for each entry, published where one of its published rows holds it. */
const createFinds = (rows: readonly Row[], withDrafts: boolean) => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, Map<number, boolean>>();
  return {
    add: (fileId: number, root: number): void => {
      const row = byId.get(root);
      if (row === undefined) return;
      const files = found.get(row.document_id) ?? new Map<number, boolean>();
      found.set(row.document_id, files);
      const isPublished = !withDrafts || row.published_at !== null;
      files.set(fileId, isPublished || files.get(fileId) === true);
    },
    all: (): readonly FileInEntry[] =>
      [...found].flatMap(([documentId, files]) =>
        [...files].map(([fileId, isPublished]) => ({ fileId, documentId, isPublished }))
      ),
  };
};

/** Components by uid; `null` for what is none: relations to many types lead to other entries as well. */
const rememberedModels = (strapi: Core.Strapi): ((uid: string) => FileModel | null) => {
  const known = new Map<string, FileModel | null>();
  return (uid) => {
    const model = known.get(uid) ?? (uid in strapi.components ? fileModel(strapi, uid) : null);
    known.set(uid, model);
    return model;
  };
};
