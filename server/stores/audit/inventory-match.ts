import type { Knex } from 'knex';
import { isOneOf, type Documents } from '../../library/access';
import type { PeriodKey } from '../../core/evidence/period';
import { contains } from '../contains';
import { statusNo } from './inventory-rows';
import { TABLES } from './tables';
import { touchedRows, type Touching } from './touched-rows';

/** Which rows of some types stand for their entries. */
export interface RowChoice {
  readonly typeNos: readonly number[];
  /** `[0]` alone is the entry over all versions; several locales: the one of them that stands for the entry. */
  readonly versions: readonly VersionChoice[];
  /** All the versions of an entry instead of the one that stands for it. */
  readonly everyVersion: boolean;
}

/** Versions that a user may read under the same conditions. */
export interface VersionChoice {
  readonly localeNos: readonly number[];
  /** Document IDs that the conditions leave; `null` for all. */
  readonly documents: Documents | null;
}

/** One shape for every list: a driving scope, further scopes, and conditions on the row. */
export interface ListFilter {
  readonly audit: number;
  readonly scopeNo: number;
  /** Each a set of scopes of which the row must stand in one. */
  readonly alsoIn: readonly (readonly number[])[];
  readonly choices: readonly RowChoice[];
  /** The statuses that count at all; `null`: any. */
  readonly countedNos: readonly number[] | null;
  /** The status that is asked for; `null`: any. */
  readonly statusNo: number | null;
  /** The numbers of evidence that are asked for; `null`: any. */
  readonly evidenceNos: readonly number[] | null;
  readonly dedicatedOnly: boolean;
  readonly age: 'current' | 'old' | null;
  /** Only entries of which nothing is decided. */
  readonly undecidedOnly: boolean;
  /** Only decisions due before this day, `YYYY-MM-DD`. */
  readonly dueBefore: string | null;
  /** A part of the owner's name: who looks for somebody seldom types the whole of it. */
  readonly owner: string | null;
  /** Inventory ids that a search found; `null` without one. */
  readonly found: readonly number[] | null;
  /** What the entries were touched by, each of some types of these; an entry must be among all of them. */
  readonly touched: readonly (Touching & {
    readonly types: readonly { readonly no: number; readonly uid: string }[];
  })[];
  /** Of which days the views are that rows are sorted by; `null`: all that are known. */
  readonly period: PeriodKey | null;
  /** The last row of the page before, for reading on in the default order; `null` from the start. */
  readonly after: { readonly updatedAt: number; readonly id: number } | null;
}

/** The rows that match a filter, as a query on scopes `s`; joined with the inventory as `i` only where it must be. */
export const matching = (trx: Knex.Transaction, filter: ListFilter, sortsByRow: boolean): Knex.QueryBuilder => {
  const {
    audit,
    scopeNo,
    alsoIn,
    choices,
    countedNos,
    dedicatedOnly,
    age,
    owner,
    undecidedOnly,
    dueBefore,
    found,
    after,
  } = filter;
  const query = trx(`${TABLES.scopes} as s`)
    .where('s.scope_no', scopeNo)
    .where('s.valid_from', '<=', audit)
    .where('s.valid_to', '>', audit);
  const needsRow = [dedicatedOnly, age, owner, undecidedOnly, dueBefore].some(Boolean) || choices.some(hasRowCondition);
  if (needsRow || sortsByRow) void query.join(`${TABLES.inventory} as i`, 'i.id', 's.inventory_id');
  if (countedNos !== null) void query.whereIn('s.status_no', countedNos);
  if (filter.statusNo !== null) void query.where('s.status_no', filter.statusNo);
  if (filter.evidenceNos !== null) void query.whereIn('s.evidence_no', filter.evidenceNos);
  if (dedicatedOnly) void query.where('i.scope', 'dedicated');
  if (age !== null) void query.where('i.is_current', age === 'current' ? 1 : 0);
  if (undecidedOnly) void query.whereNull('i.decision');
  if (dueBefore !== null) void query.where('i.due', '<', dueBefore);
  if (owner !== null) void query.where(contains(trx, 'i.owner', owner));
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
  for (const { types, ...touching } of filter.touched) {
    void query.where((any) => {
      for (const type of types) void any.orWhereIn('s.inventory_id', touchedRows(trx, touching, type));
    });
  }
  for (const scopes of alsoIn) void query.whereExists(standsIn(trx, audit, scopes));
  return query.where((any) => {
    if (choices.length === 0) void any.whereRaw('1 = 0');
    for (const choice of choices) void any.orWhere((one) => void chosen(trx, one, choice, filter));
  });
};

const hasRowCondition = (choice: RowChoice): boolean =>
  hasRivals(choice) || choice.versions.some(({ documents }) => documents !== null);

const hasRivals = ({ versions, everyVersion }: RowChoice): boolean =>
  !everyVersion && versions.flatMap(({ localeNos }) => localeNos).length > 1;

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
  choice: RowChoice,
  filter: ListFilter
): Knex.QueryBuilder => {
  void query.whereIn('s.type_no', choice.typeNos).where(inSight(choice.versions, { locale: 's', document: 'i' }));
  if (hasRivals(choice)) void query.whereNotExists(betterVersion(trx, choice, filter));
  return query;
};

/** Versions that the user may read; `document` names the table with document IDs. */
const inSight =
  (versions: readonly VersionChoice[], { locale, document }: { readonly locale: string; readonly document: string }) =>
  (any: Knex.QueryBuilder): void => {
    if (versions.length === 0) void any.whereRaw('1 = 0');
    for (const { localeNos, documents } of versions) {
      void any.orWhere((one) => {
        void one.whereIn(`${locale}.locale_no`, localeNos);
        if (documents !== null) void one.whereRaw(...isOneOf(`${document}.document_id`, documents));
      });
    }
  };

/** A rival of the row: another version of the same entry that counts too and stands for it rather. */
const betterVersion = (
  trx: Knex.Transaction,
  { versions }: RowChoice,
  { audit, countedNos }: ListFilter
): Knex.QueryBuilder => {
  const query = trx(`${TABLES.inventory} as other`)
    .whereRaw('other.type_no = i.type_no and other.document_id = i.document_id')
    .where(inSight(versions, { locale: 'other', document: 'other' }))
    .where('other.valid_from', '<=', audit)
    .where('other.valid_to', '>', audit)
    .whereRaw(`${rank('other')} < ${rank('i')}`)
    .select(trx.raw('1'));
  return countedNos === null ? query : query.whereIn('other.status_no', countedNos);
};

/**
 * What customers can read comes before drafts, then what is current, then the host's order of locales: so the row that
 * stands for an entry is current exactly when the entry is counted as current.
 */
const rank = (table: string): string =>
  `(case when ${table}.status_no = ${statusNo('draft')} then 2000000 else 0 end` +
  ` - 1000000 * ${table}.is_current + ${table}.locale_no)`;
