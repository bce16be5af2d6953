import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTransaction } from '../transaction';
import { TABLES } from './tables';

export type DimensionKind = 'type' | 'locale' | 'scope';

/** Small numbers for uids, locales and scopes, so that index rows stay narrow. A number is never given twice. */
export interface Dimensions {
  /** Numbers the names that are new; the audit's lease keeps other writers away. */
  readonly learn: (strapi: Core.Strapi, kind: DimensionKind, names: Iterable<string>) => Promise<void>;
  /** The number of a name that was learnt. */
  readonly number: (kind: DimensionKind, name: string) => number;
}

/** The dimensions as one audit knows them. */
export const createDimensions = (): Dimensions => {
  const known = new Map<string, number>();
  return {
    async learn(strapi, kind, names) {
      for (const name of names) {
        const key = keyOf(kind, name);
        if (known.has(key)) continue;
        // A transaction of its own, and known only after it: one that is undone must not leave a number behind.
        const no = await inTransaction(
          strapi,
          async (trx) => (await findNumber(trx, kind, name)) ?? addNumber(trx, kind, name)
        );
        known.set(key, no);
      }
    },
    number(kind, name) {
      const no = known.get(keyOf(kind, name));
      if (no === undefined) throw new Error(`${kind} "${name}" has no number yet`);
      return no;
    },
  };
};

/** The numbers of all names of one kind. */
export const readDimension = async (
  trx: Knex.Transaction,
  kind: DimensionKind
): Promise<ReadonlyMap<string, number>> => {
  const rows = await trx<Row>(TABLES.dimensions).where({ kind }).select('no', 'name');
  return new Map(rows.map(({ no, name }) => [name, no]));
};

interface Row {
  readonly no: number;
  readonly kind: string;
  readonly name: string;
}

const keyOf = (kind: DimensionKind, name: string): string => `${kind} ${name}`;

const findNumber = async (trx: Knex.Transaction, kind: DimensionKind, name: string): Promise<number | undefined> => {
  const row = await trx<Row>(TABLES.dimensions).where({ kind, name }).first('no');
  return row?.no;
};

const addNumber = async (trx: Knex.Transaction, kind: DimensionKind, name: string): Promise<number> => {
  await trx(TABLES.dimensions).insert({ kind, name });
  const no = await findNumber(trx, kind, name);
  if (no === undefined) throw new Error(`${kind} "${name}" could not be numbered`);
  return no;
};
