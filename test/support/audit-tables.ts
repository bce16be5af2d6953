import { setTimeout as pause } from 'node:timers/promises';
import type { Host } from './host';

/** A row of the inventory as it stands in the database. */
export interface StoredRow {
  readonly id: number;
  readonly document_id: string;
  readonly locale_no: number;
  readonly valid_from: number;
  readonly valid_to: number;
}

/** `valid_to` of rows that are valid still. */
export const OPEN = 2_147_483_647;

/** Every version of every row, in the order of their ids. */
export const storedRows = async (host: Host): Promise<readonly StoredRow[]> => {
  // Big integers are strings on PostgreSQL.
  const rows: readonly (Omit<StoredRow, 'id'> & { readonly id: number | string })[] = await host.strapi.db
    .connection('cs_inventory')
    .select('id', 'document_id', 'locale_no', 'valid_from', 'valid_to')
    .orderBy('id');
  return rows.map(({ id, ...row }) => ({ ...row, id: Number(id) }));
};

/** What is wrong with the tables, whatever the library: nothing in a healthy one. `kept`: the audits still listed. */
export const damage = async (host: Host, kept: readonly number[]): Promise<readonly string[]> => {
  const rows = await storedRows(host);
  const scopes: readonly { inventory_id: number | string; valid_from: number; valid_to: number }[] =
    await host.strapi.db.connection('cs_inventory_scopes').select('inventory_id', 'valid_from', 'valid_to');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isSeen = ({ valid_from, valid_to }: StoredRow): boolean =>
    kept.some((audit) => valid_from <= audit && valid_to > audit);
  const open = rows.filter(({ valid_to }) => valid_to === OPEN).map((row) => `${row.document_id} ${row.locale_no}`);
  return [
    ...rows.filter((row) => !isSeen(row)).map((row) => `row ${row.id} is seen by no audit`),
    ...open.filter((key, at) => open.indexOf(key) !== at).map((key) => `${key} has two open rows`),
    ...scopes.flatMap(({ inventory_id, valid_from, valid_to }) => {
      const row = byId.get(Number(inventory_id));
      if (row === undefined) return [`a scope of the missing row ${inventory_id}`];
      return row.valid_from === valid_from && row.valid_to === valid_to ? [] : [`a scope of row ${row.id} out of step`];
    }),
  ];
};

/** Writes to the lease as another process would. */
export const setLease = async (host: Host, lease: Readonly<Record<string, string | number>>): Promise<void> => {
  await host.strapi.db.connection('cs_lease').update(lease);
};

/** Until no audit runs, tidies up or looks through the files. */
export const leaseIsFree = async (host: Host): Promise<void> => {
  for (;;) {
    const { expires_at } = await host.strapi.db.connection('cs_lease').first();
    if (Number(expires_at) === 0) return;
    await pause(20);
  }
};

/** Calls back once when a statement with that text is sent to the database. */
export const onStatement = (host: Host, text: RegExp, then: () => void): void => {
  const listen = ({ sql }: { readonly sql: string }): void => {
    if (!text.test(sql)) return;
    host.strapi.db.connection.removeListener('query', listen);
    then();
  };
  host.strapi.db.connection.on('query', listen);
};

/** Does something once between two transactions: after the one that sends such a statement, and the next one waits for it. */
export const betweenTransactions = (host: Host, text: RegExp, then: () => Promise<void>): void => {
  const { db } = host.strapi;
  onStatement(host, text, () => {
    const transaction = jest.spyOn(db, 'transaction');
    transaction.mockImplementationOnce(async (work) => {
      transaction.mockRestore();
      await then();
      return db.transaction(work);
    });
  });
};
