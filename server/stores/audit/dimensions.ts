import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { insertRows, type Column } from '../columns';
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
  // A map for each kind: several million look-ups are made in a large library.
  const known = {
    type: new Map<string, number>(),
    locale: new Map<string, number>(),
    scope: new Map<string, number>(),
  };
  return {
    async learn(strapi, kind, names) {
      const unknown = [...new Set(names)].filter((name) => !known[kind].has(name));
      if (unknown.length === 0) return;
      // A transaction of its own, and known only after it: one that is undone must not leave a number behind.
      const numbers = await inTransaction(strapi, (trx) => numberAll(trx, kind, unknown));
      for (const name of unknown) known[kind].set(name, numbers.get(name) ?? unnumbered(kind, name));
    },
    number: (kind, name) => known[kind].get(name) ?? unnumbered(kind, name),
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

const COLUMNS: readonly Column[] = [
  { name: 'kind', type: 'key' },
  { name: 'name', type: 'key' },
];

/** Numbers are given in the order of the names. */
const numberAll = async (
  trx: Knex.Transaction,
  kind: DimensionKind,
  names: readonly string[]
): Promise<ReadonlyMap<string, number>> => {
  const before = await readDimension(trx, kind);
  const missing = names.filter((name) => !before.has(name));
  if (missing.length === 0) return before;
  await insertRows(
    trx,
    TABLES.dimensions,
    COLUMNS,
    missing.map((name) => [kind, name])
  );
  return readDimension(trx, kind);
};

const unnumbered = (kind: DimensionKind, name: string): never => {
  throw new Error(`${kind} "${name}" has no number yet`);
};
