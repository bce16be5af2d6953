import type { Knex } from 'knex';
import type { InventorySort } from '../../core/api';
import { TABLES } from './tables';

/** Which rows of some types stand for their entries. */
export interface RowChoice {
  readonly typeNos: readonly number[];
  /** `[0]`: the entry over all versions; one locale: that version; several: the first of them that fits the filter. */
  readonly localeNos: readonly number[];
  /** All the versions of an entry instead of the first. */
  readonly everyVersion: boolean;
  /** Document IDs that the user's conditions leave; `null` for all. */
  readonly documents: Knex.QueryBuilder | null;
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

/** Counting stops here: nobody pages further, and a total of a million takes seconds. */
export const COUNT_LIMIT = 10_001;

/** The ids of one page of rows, in order. */
export const pageIds = async (
  trx: Knex.Transaction,
  filter: ListFilter,
  sort: InventorySort,
  page: { readonly limit: number; readonly offset: number }
): Promise<readonly number[]> => {
  const [field = 'updatedAt', direction = 'desc'] = sort.split(':') as [SortField, 'asc' | 'desc'];
  const query = matching(trx, filter, SORT_COLUMNS[field].startsWith('i.'))
    .orderBy([
      { column: SORT_COLUMNS[field], order: direction },
      ...(field === 'updatedAt' ? [] : [{ column: SORT_COLUMNS.updatedAt, order: 'desc' }]),
      { column: 's.inventory_id', order: direction },
    ])
    .limit(page.limit)
    .offset(page.offset)
    .select('s.inventory_id');
  const rows: readonly { inventory_id: number | string }[] = await query;
  return rows.map(({ inventory_id }) => Number(inventory_id));
};

/** How many rows match; stops at COUNT_LIMIT. */
export const countRows = async (trx: Knex.Transaction, filter: ListFilter): Promise<number> => {
  const rows = matching(trx, filter, false).select('s.inventory_id').limit(COUNT_LIMIT).as('matching');
  const [counted] = await trx.from(rows).count({ total: '*' });
  return Number(counted?.['total'] ?? 0);
};

/** The ids of rows of one stretch of the inventory whose title or path holds the words. Titles of hidden types are not looked at. */
export const searchRows = async (
  trx: Knex.Transaction,
  range: { readonly from: number; readonly to: number; readonly audit: number },
  text: string,
  hidden: { readonly titles: readonly number[]; readonly paths: readonly number[] }
): Promise<readonly number[]> => {
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const rows: readonly { id: number | string }[] = await trx(TABLES.inventory)
    .whereBetween('id', [range.from, range.to])
    .where('valid_from', '<=', range.audit)
    .where('valid_to', '>', range.audit)
    .where((either) => {
      void either
        .where(
          (title) =>
            void title.whereRaw(`lower(title) like ? escape '!'`, [pattern]).whereNotIn('type_no', hidden.titles)
        )
        .orWhere(
          (path) => void path.whereRaw(`lower(path) like ? escape '!'`, [pattern]).whereNotIn('type_no', hidden.paths)
        );
    })
    .select('id');
  return rows.map(({ id }) => Number(id));
};

/** The rows of the given ids, in their order. */
export const rowsById = async (trx: Knex.Transaction, ids: readonly number[]): Promise<readonly InventoryColumns[]> => {
  const rows: readonly InventoryColumns[] = await trx(TABLES.inventory).whereIn('id', ids).select('*');
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** A row as the database returns it; big integers are strings on PostgreSQL. */
export interface InventoryColumns {
  readonly id: number | string;
  readonly type_no: number;
  readonly document_id: string;
  readonly locale_no: number;
  readonly title: string | null;
  readonly path: string | null;
  readonly status_no: number;
  readonly is_current: number;
  readonly placement: string;
  readonly open_reason: string | null;
  readonly scope: string | null;
  readonly excluded: string | null;
  readonly tags: string;
  readonly locales: string;
  readonly owner: string | null;
  readonly owner_state: string | null;
  readonly created_at: number | string;
  readonly updated_at: number | string;
  readonly content_date: number | string | null;
  readonly expires_at: number | string | null;
  readonly findings: string;
}

type SortField = InventorySort extends `${infer Field}:${string}` ? Field : never;

const SORT_COLUMNS = {
  updatedAt: 's.updated_at',
  title: 'i.title',
  createdAt: 'i.created_at',
  contentDate: 'i.content_date',
  current: 'i.is_current',
} satisfies Record<SortField, string>;

const matching = (trx: Knex.Transaction, filter: ListFilter, sortsByRow: boolean): Knex.QueryBuilder => {
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
  if (documents !== null) void query.whereIn('i.document_id', documents);
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
