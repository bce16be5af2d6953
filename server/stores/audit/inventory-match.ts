import type { Knex } from 'knex';
import { TABLES } from './tables';

/** Which rows of some types stand for their entries. */
export interface RowChoice {
  readonly typeNos: readonly number[];
  /** `[0]`: the entry over all versions; one locale: that version; several: the first of them that fits the filter. */
  readonly localeNos: readonly number[];
  /** All the versions of an entry instead of the first. */
  readonly everyVersion: boolean;
  /** Document IDs that the user's conditions leave; `null` for all. */
  readonly documents: { readonly query: Knex.QueryBuilder } | null;
}

/** One shape for every list: a driving scope, further scopes, and conditions on the row. */
export interface ListFilter {
  readonly audit: number;
  readonly scopeNo: number;
  /** Each a set of scopes of which the row must stand in one. */
  readonly alsoIn: readonly (readonly number[])[];
  readonly choices: readonly RowChoice[];
  /** `null`: any. */
  readonly statusNos: readonly number[] | null;
  readonly dedicatedOnly: boolean;
  readonly age: 'current' | 'old' | null;
  readonly owner: string | null;
  /** Inventory ids that a search found; `null` without one. */
  readonly found: readonly number[] | null;
  /** The last row of the page before, for reading on in the default order; `null` from the start. */
  readonly after: { readonly updatedAt: number; readonly id: number } | null;
}

/** The rows that match a filter, as a query on scopes `s`; joined with the inventory as `i` only where it must be. */
export const matching = (trx: Knex.Transaction, filter: ListFilter, sortsByRow: boolean): Knex.QueryBuilder => {
  const { audit, scopeNo, alsoIn, choices, statusNos, dedicatedOnly, age, owner, found, after } = filter;
  const query = trx(`${TABLES.scopes} as s`)
    .where('s.scope_no', scopeNo)
    .where('s.valid_from', '<=', audit)
    .where('s.valid_to', '>', audit);
  const needsRow = dedicatedOnly || age !== null || owner !== null || choices.some(hasRowCondition);
  if (needsRow || sortsByRow) void query.join(`${TABLES.inventory} as i`, 'i.id', 's.inventory_id');
  if (statusNos !== null) void query.whereIn('s.status_no', statusNos);
  if (dedicatedOnly) void query.where('i.scope', 'dedicated');
  if (age !== null) void query.where('i.is_current', age === 'current' ? 1 : 0);
  if (owner !== null) void query.where('i.owner', owner);
  if (found !== null) void query.whereIn('s.inventory_id', found);
  if (after !== null) {
    void query
      .where('s.updated_at', '<=', after.updatedAt)
      .where(
        (next) =>
          void next
            .where('s.updated_at', '<', after.updatedAt)
            .orWhere((same) => void same.where('s.updated_at', after.updatedAt).where('s.inventory_id', '<', after.id))
      );
  }
  for (const scopes of alsoIn) void query.whereExists(standsIn(trx, audit, scopes));
  return query.where((any) => {
    if (choices.length === 0) void any.whereRaw('1 = 0');
    for (const choice of choices) void any.orWhere((one) => void chosen(trx, one, choice, filter));
  });
};

const hasRowCondition = ({ documents, localeNos, everyVersion }: RowChoice): boolean =>
  documents !== null || (!everyVersion && localeNos.length > 1);

const standsIn = (trx: Knex.Transaction, audit: number, scopes: readonly number[]): Knex.QueryBuilder =>
  trx(`${TABLES.scopes} as also`)
    .whereRaw('also.inventory_id = s.inventory_id')
    .whereIn('also.scope_no', scopes)
    .where('also.valid_from', '<=', audit)
    .where('also.valid_to', '>', audit)
    .select(trx.raw('1'));

const chosen = (
  trx: Knex.Transaction,
  query: Knex.QueryBuilder,
  { typeNos, localeNos, everyVersion, documents }: RowChoice,
  filter: ListFilter
): Knex.QueryBuilder => {
  void query.whereIn('s.type_no', typeNos).whereIn('s.locale_no', localeNos);
  if (documents !== null) void query.whereIn('i.document_id', documents.query);
  if (!everyVersion && localeNos.length > 1) void query.whereNotExists(earlierVersion(trx, localeNos, filter));
  return query;
};

/** For users of several but not all locales: another version of the same entry that fits too and comes first. */
const earlierVersion = (
  trx: Knex.Transaction,
  localeNos: readonly number[],
  { audit, statusNos, age }: ListFilter
): Knex.QueryBuilder => {
  const query = trx(`${TABLES.inventory} as other`)
    .whereRaw('other.type_no = i.type_no and other.document_id = i.document_id')
    .whereIn('other.locale_no', localeNos)
    .where('other.valid_from', '<=', audit)
    .where('other.valid_to', '>', audit)
    .select(trx.raw('1'));
  if (statusNos !== null) void query.whereIn('other.status_no', statusNos);
  // An entry is old only when none of its versions is current.
  if (age === 'old') return query.whereRaw('(other.is_current = 1 or other.locale_no < i.locale_no)');
  if (age === 'current') void query.where('other.is_current', 1);
  return query.whereRaw('other.locale_no < i.locale_no');
};
