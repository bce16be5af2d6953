import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { pairKey } from '../core/placement';
import type { TagChanges } from '../core/tag-set';
import { EXCLUSION_REASONS, TAG_ORIGINS, type Exclusion, type Tag } from '../core/vocabulary';
import { rows, strapiColumns } from './tables';

/** A tag as the journal keeps it: enough to put it back. */
export interface KeptTag extends Tag {
  readonly userId: number | null;
  /** Keys of rules joined by spaces; '' where no rule set it. */
  readonly rule: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** An exclusion as the journal keeps it. */
export interface KeptExclusion extends Exclusion, Pick<KeptTag, 'userId' | 'rule' | 'at'> {}

/** All that is stored about where one entry belongs. */
export interface KeptPlacement {
  readonly tags: readonly KeptTag[];
  readonly excluded: KeptExclusion | null;
}

/** One entry's placement made anew. */
export interface NewPlacement {
  readonly documentId: string;
  readonly placement: KeptPlacement;
}

export const NOT_PLACED: KeptPlacement = { tags: [], excluded: null };

/** What is stored about some entries of one type, by document ID; those without anything are absent. */
export const readPlacementsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, KeptPlacement>> => {
  const placements = new Map<string, { tags: KeptTag[]; excluded: KeptPlacement['excluded'] }>();
  const of = (documentId: string) => {
    const known = placements.get(documentId) ?? { tags: [], excluded: null };
    placements.set(documentId, known);
    return known;
  };
  const entries = (query: Knex.QueryBuilder) =>
    query.where({ entry_uid: uid }).whereIn('entry_document_id', [...documentIds]);
  const tags: readonly TagRow[] = await entries(rows(strapi, trx, 'tag'))
    .orderBy(['entry_document_id', 'persona', 'stage'])
    .select('entry_document_id', 'persona', 'stage', 'origin', 'rule', 'created_by_id', 'updated_at');
  for (const row of tags) of(row.entry_document_id).tags.push(keptTag(row));
  const excluded: readonly ExclusionRow[] = await entries(rows(strapi, trx, 'exclusion')).select(
    'entry_document_id',
    'reason',
    'rule',
    'updated_by_id',
    'updated_at'
  );
  for (const row of excluded) of(row.entry_document_id).excluded = keptExclusion(row);
  return placements;
};

/** Makes the placements of some entries of one type what is said, whatever they are. */
export const writePlacements = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  placed: readonly NewPlacement[]
): Promise<void> => {
  const documentIds = placed.map(({ documentId }) => documentId);
  for (const name of ['tag', 'exclusion'] as const) {
    await rows(strapi, trx, name).where({ entry_uid: uid }).whereIn('entry_document_id', documentIds).delete();
  }
  const tags = placed.flatMap(({ documentId, placement }) =>
    placement.tags.map((tag) => ({
      entry_uid: uid,
      entry_document_id: documentId,
      persona: tag.persona ?? '',
      stage: tag.stage ?? '',
      origin: tag.origin,
      rule: tag.rule,
      ...strapiColumns(tag.userId, new Date(tag.at)),
    }))
  );
  const exclusions = placed.flatMap(({ documentId, placement: { excluded } }) =>
    excluded
      ? [
          {
            entry_uid: uid,
            entry_document_id: documentId,
            reason: excluded.reason,
            rule: excluded.rule,
            ...strapiColumns(excluded.userId, new Date(excluded.at)),
          },
        ]
      : []
  );
  await insertAll(strapi, trx, 'tag', tags);
  await insertAll(strapi, trx, 'exclusion', exclusions);
};

/** A placement with changes applied, by somebody at a time. */
export const changedPlacement = (
  { tags, excluded }: KeptPlacement,
  changes: TagChanges,
  by: Pick<KeptTag, 'origin' | 'userId' | 'rule' | 'at'>
): KeptPlacement => {
  const removed = new Set(changes.remove.map(pairKey));
  const adopted = new Set(changes.adopt.map(pairKey));
  const kept = tags.filter((tag) => !removed.has(pairKey(tag)));
  return {
    tags: [
      ...kept.map((tag) => (adopted.has(pairKey(tag)) ? { ...tag, ...by } : tag)),
      ...changes.insert.map(({ persona, stage }) => ({ persona, stage, ...by })),
    ],
    excluded:
      changes.excluded === undefined
        ? excluded
        : changes.excluded && { reason: changes.excluded.reason, userId: by.userId, rule: by.rule, at: by.at },
  };
};

/** Whether two placements say the same, whoever said so and when. */
export const isSamePlacement = (a: KeptPlacement, b: KeptPlacement): boolean =>
  a.excluded?.reason === b.excluded?.reason &&
  a.excluded?.rule === b.excluded?.rule &&
  a.tags.length === b.tags.length &&
  new Set([...a.tags, ...b.tags].map((tag) => `${pairKey(tag)} ${tag.origin} ${tag.rule}`)).size === a.tags.length;

/** So many rows go into one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

const insertAll = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  name: 'tag' | 'exclusion',
  all: readonly object[]
): Promise<void> => {
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    await rows(strapi, trx, name).insert(all.slice(from, from + ROWS_AT_ONCE));
  }
};

const keptTag = (row: TagRow): KeptTag => ({
  persona: row.persona || null,
  stage: row.stage || null,
  origin: TAG_ORIGINS.find((origin) => origin === row.origin) ?? 'person',
  userId: row.created_by_id,
  rule: row.rule,
  at: new Date(row.updated_at).getTime(),
});

const keptExclusion = (row: ExclusionRow): KeptPlacement['excluded'] => ({
  reason: EXCLUSION_REASONS.find((reason) => reason === row.reason) ?? 'other',
  userId: row.updated_by_id,
  rule: row.rule,
  at: new Date(row.updated_at).getTime(),
});

interface TagRow {
  readonly entry_document_id: string;
  readonly persona: string;
  readonly stage: string;
  readonly origin: string;
  readonly rule: string;
  readonly created_by_id: number | null;
  readonly updated_at: string | number | Date;
}

interface ExclusionRow extends Pick<TagRow, 'entry_document_id' | 'rule' | 'updated_at'> {
  readonly reason: string;
  readonly updated_by_id: number | null;
}
