import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Actor, TagChanges } from '../core/tag-set';
import { userName, type NamedUser } from '../core/user-name';
import { TAG_ORIGINS, type EntryRef, type Tag, type TagPair } from '../core/vocabulary';
import { entryColumns } from './exclusions';
import { ownUid, rows, strapiColumns } from './tables';

/** A tag with who set it and when. */
export interface StoredTag extends Tag {
  readonly documentId: string;
  /** The admin user's name. */
  readonly by: string | null;
  /** Keys of the rules that placed it, joined by spaces. */
  readonly rule: string | null;
  readonly at: Date;
}

const UNIQUE = ['entry_uid', 'entry_document_id', 'persona', 'stage'];

/** Entries placed. Rows are always written in the order of their key: unordered, two writers lock each other out. */
export const createTagStore = (strapi: Core.Strapi) => ({
  of: async (uid: string, documentIds: readonly string[]): Promise<readonly StoredTag[]> => {
    const found: readonly Row[] = await strapi.db.query(ownUid('tag')).findMany({
      where: { entryUid: uid, entryDocumentId: { $in: [...documentIds] } },
      orderBy: [{ persona: 'asc' }, { stage: 'asc' }],
      populate: { createdBy: { select: ['firstname', 'lastname', 'username'] } },
    });
    return found.map((row) => ({
      documentId: row.entryDocumentId,
      persona: row.persona || null,
      stage: row.stage || null,
      origin: TAG_ORIGINS.find((origin) => origin === row.origin) ?? 'person',
      by: row.createdBy && userName(row.createdBy),
      rule: row.rule || null,
      at: new Date(row.updatedAt),
    }));
  },

  write: async (
    trx: Knex.Transaction,
    entry: EntryRef,
    { insert, adopt, remove }: Omit<TagChanges, 'excluded'>,
    { origin, userId }: Actor,
    now: Date
  ): Promise<void> => {
    const own = () => rows(strapi, trx, 'tag').where(entryColumns(entry));
    if (remove.length > 0) await own().where(anyOf(remove)).delete();
    if (adopt.length > 0) {
      await own()
        .where(anyOf(adopt))
        .update({ origin, rule: '', created_by_id: userId, updated_by_id: userId, updated_at: now });
    }
    if (insert.length === 0) return;
    await rows(strapi, trx, 'tag')
      .insert(
        sorted(insert).map((pair) => ({
          ...entryColumns(entry),
          ...sides(pair),
          origin,
          ...strapiColumns(userId, now),
        }))
      )
      .onConflict(UNIQUE)
      .ignore();
  },

  /** Every tag of an entry, with its origin and author, for another one. */
  copy: async (trx: Knex.Transaction, from: EntryRef, to: EntryRef, now: Date): Promise<void> => {
    const found: readonly RawRow[] = await rows(strapi, trx, 'tag')
      .where(entryColumns(from))
      .orderBy(['persona', 'stage'])
      .select('persona', 'stage', 'origin', 'rule', 'created_by_id');
    if (found.length === 0) return;
    await rows(strapi, trx, 'tag')
      .insert(
        found.map(({ persona, stage, origin, rule, created_by_id }) => ({
          ...entryColumns(to),
          persona,
          stage,
          origin,
          rule,
          ...strapiColumns(created_by_id, now),
        }))
      )
      .onConflict(UNIQUE)
      .ignore();
  },

  forget: async (trx: Knex.Transaction, entry: EntryRef): Promise<void> => {
    await rows(strapi, trx, 'tag').where(entryColumns(entry)).delete();
  },
});

const sides = ({ persona, stage }: TagPair) => ({ persona: persona ?? '', stage: stage ?? '' });

const sorted = (pairs: readonly TagPair[]): readonly TagPair[] =>
  [...pairs].sort((a, b) => compare(a.persona ?? '', b.persona ?? '') || compare(a.stage ?? '', b.stage ?? ''));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const anyOf =
  (pairs: readonly TagPair[]) =>
  (builder: Knex.QueryBuilder): void => {
    for (const pair of pairs) void builder.orWhere(sides(pair));
  };

interface Row {
  readonly entryDocumentId: string;
  readonly persona: string;
  readonly stage: string;
  readonly origin: string;
  readonly rule: string;
  readonly updatedAt: string | number | Date;
  readonly createdBy: NamedUser | null;
}

interface RawRow {
  readonly persona: string;
  readonly stage: string;
  readonly origin: string;
  readonly rule: string;
  readonly created_by_id: number | null;
}
