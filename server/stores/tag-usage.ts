import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { EntriesInSight } from '../library/entries-in-sight';
import { inSight } from './in-sight';
import { ownTable, rows } from './tables';
import { inTransaction } from './transaction';

export type Side = 'persona' | 'stage';

/** How many entries use each key, and moving them from one key to another. */
export const createTagUsageStore = (strapi: Core.Strapi) => ({
  /** Distinct entries in a user's sight by key. */
  entries: (side: Side, sight: EntriesInSight): Promise<ReadonlyMap<string, number>> =>
    inTransaction(strapi, async (trx) => {
      const pairs = rows(strapi, trx, 'tag')
        .modify(inSight(sight))
        .distinct(side, 'entry_uid', 'entry_document_id')
        .as('used');
      const found: readonly { readonly key: string; readonly n: number | string }[] = await trx
        .select({ key: `used.${side}` })
        .count({ n: '*' })
        .from(pairs)
        .groupBy(`used.${side}`);
      return new Map(found.map(({ key, n }) => [key, Number(n)]));
    }),

  /** Those of one key. */
  entriesOf: async (trx: Knex.Transaction, side: Side, key: string, sight: EntriesInSight): Promise<number> => {
    const pairs = rows(strapi, trx, 'tag')
      .where(side, key)
      .modify(inSight(sight))
      .distinct('entry_uid', 'entry_document_id')
      .as('used');
    const found: readonly { readonly n?: number | string }[] = await trx.from(pairs).count({ n: '*' });
    return Number(found[0]?.n ?? 0);
  },

  /** Whether any entry has it, whoever may read that. */
  isUsed: async (trx: Knex.Transaction, side: Side, key: string): Promise<boolean> =>
    (await rows(strapi, trx, 'tag').where(side, key).first('id')) !== undefined,

  /** Moves all tags of one key to another; where an entry has both, one stays, a person's before a rule's. */
  reassign: async (trx: Knex.Transaction, side: Side, from: string, to: string): Promise<void> => {
    const doubles = await findDoubles(strapi, trx, side, from, to);
    for (const { id, twin } of doubles.filter(({ origin, twin_origin }) => say(origin) > say(twin_origin))) {
      const own: readonly object[] = await rows(strapi, trx, 'tag')
        .where({ id })
        .select('origin', 'created_by_id', 'updated_at');
      if (own[0]) await rows(strapi, trx, 'tag').where({ id: twin }).update(own[0]);
    }
    for (let at = 0; at < doubles.length; at += BATCH) {
      const ids = doubles.slice(at, at + BATCH).map(({ id }) => id);
      await rows(strapi, trx, 'tag').whereIn('id', ids).delete();
    }
    await rows(strapi, trx, 'tag').where(side, from).update(side, to);
  },
});

/** Well below every database's limit of parameters in one statement. */
const BATCH = 500;

const findDoubles = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  side: Side,
  from: string,
  to: string
): Promise<readonly Double[]> => {
  const table = ownTable(strapi, 'tag');
  const other: Side = side === 'persona' ? 'stage' : 'persona';
  return strapi.db
    .getConnection(`${table} as own`)
    .transacting(trx)
    .join(`${table} as twin`, (join) =>
      join
        .on('twin.entry_uid', 'own.entry_uid')
        .andOn('twin.entry_document_id', 'own.entry_document_id')
        .andOn(`twin.${other}`, `own.${other}`)
    )
    .where(`own.${side}`, from)
    .where(`twin.${side}`, to)
    .orderBy('own.id')
    .select({ id: 'own.id', origin: 'own.origin', twin: 'twin.id', twin_origin: 'twin.origin' });
};

const say = (origin: string): number => ['rule', 'import', 'person'].indexOf(origin);

interface Double {
  readonly id: number;
  readonly origin: string;
  readonly twin: number;
  readonly twin_origin: string;
}
