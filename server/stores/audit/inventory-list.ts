import type { Knex } from 'knex';
import type { InventorySort } from '../../core/api';
import { PERIODS } from '../../core/evidence/period';
import { contains } from '../contains';
import { matching, type ListFilter, type RowChoice } from './inventory-match';
import { PERIOD_COLUMNS, TABLES, type PeriodColumns } from './tables';

/** Counting stops here: nobody pages further, and a total of a million takes seconds. */
export const COUNT_LIMIT = 10_001;

/** The ids of one page of rows, in order. */
export const pageIds = async (
  trx: Knex.Transaction,
  filter: ListFilter,
  sort: InventorySort,
  page: { readonly limit: number; readonly offset: number }
): Promise<readonly number[]> => {
  const [field, direction] = sort.split(':') as [SortField, 'asc' | 'desc'];
  const column = field === 'views' ? viewsColumn(filter) : SORT_COLUMNS[field];
  const query = matching(trx, filter, !column.startsWith('s.'));
  if (column.startsWith('v.')) void query.leftJoin(`${TABLES.views} as v`, joinViews);
  // What is not known is neither most nor least; databases differ in where they put it.
  if (BLANK_LAST.has(field)) void query.orderByRaw('case when ?? is null then 1 else 0 end', [column]);
  void query
    .orderBy([
      { column, order: direction },
      ...(field === 'updatedAt' ? [] : [{ column: SORT_COLUMNS.updatedAt, order: 'desc' }]),
      { column: 's.inventory_id', order: direction },
    ])
    .limit(page.limit)
    .offset(page.offset)
    .select('s.inventory_id');
  const rows = (await query) as readonly { inventory_id: number | string }[];
  return rows.map(({ inventory_id }) => Number(inventory_id));
};

/** The ids of all rows that match, in no order. */
export const matchingIds = async (trx: Knex.Transaction, filter: ListFilter): Promise<readonly number[]> => {
  const rows = await matching(trx, filter, false).select<{ inventory_id: number | string }[]>('s.inventory_id');
  return rows.map(({ inventory_id }) => Number(inventory_id));
};

/** How many rows match; stops at COUNT_LIMIT. */
export const countRows = async (trx: Knex.Transaction, filter: ListFilter): Promise<number> => {
  const rows = matching(trx, filter, false).select('s.inventory_id').limit(COUNT_LIMIT).as('matching');
  const [counted]: readonly { total: number | string }[] = await trx.from(rows).count({ total: '*' });
  return Number(counted?.total ?? 0);
};

/** How many rows of each type match, by the type's number; of types with none, nothing. */
export const countTypes = async (trx: Knex.Transaction, filter: ListFilter): Promise<ReadonlyMap<number, number>> => {
  const rows: readonly { type_no: number; total: number | string }[] = await matching(trx, filter, false)
    .groupBy('s.type_no')
    .select('s.type_no')
    .count({ total: '*' });
  return new Map(rows.map(({ type_no, total }) => [type_no, Number(total)]));
};

/** How many distinct owners the rows that match have: few, even in a large library, among those of owners who left. */
export const countOwners = async (trx: Knex.Transaction, filter: ListFilter): Promise<number> => {
  const [counted]: readonly { owners: number | string }[] = await matching(trx, filter, true).countDistinct({
    owners: 'i.owner',
  });
  return Number(counted?.owners ?? 0);
};

/** Where a search looks: the audit's rows that can stand in the list, in titles and paths that the user sees. */
export interface Search {
  readonly audit: number;
  readonly text: string;
  readonly rows: readonly Pick<RowChoice, 'typeNos' | 'versions'>[];
  readonly hidden: { readonly titles: readonly number[]; readonly paths: readonly number[] };
}

/** Of some rows, by a stretch of ids or one by one, those whose title or path holds the text. */
export const searchRows = async (
  trx: Knex.Transaction,
  { audit, text, rows, hidden }: Search,
  among: { readonly from: number; readonly to: number } | { readonly ids: readonly number[] }
): Promise<readonly number[]> => {
  const query = trx(TABLES.inventory)
    .where('valid_from', '<=', audit)
    .where('valid_to', '>', audit)
    .where((any) => {
      void any.whereRaw('1 = 0');
      for (const { typeNos, versions } of rows) {
        const localeNos = versions.flatMap((version) => version.localeNos);
        void any.orWhere((one) => void one.whereIn('type_no', typeNos).whereIn('locale_no', localeNos));
      }
    })
    .where((either) => {
      void either
        .where((title) => void title.where(contains(trx, 'title', text)).whereNotIn('type_no', hidden.titles))
        .orWhere((path) => void path.where(contains(trx, 'path', text)).whereNotIn('type_no', hidden.paths));
    });
  const found: readonly { id: number | string }[] = await (
    'ids' in among ? query.whereIn('id', among.ids) : query.whereBetween('id', [among.from, among.to])
  ).select('id');
  return found.map(({ id }) => Number(id));
};

/** The rows of the given ids, in their order. */
export const rowsById = async (trx: Knex.Transaction, ids: readonly number[]): Promise<readonly InventoryColumns[]> => {
  const rows = (await withViews(trx).whereIn('i.id', ids)) as readonly InventoryColumns[];
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** The rows of some entries of a type over all of their versions, as of an audit, in no order. */
export const rowsOfEntries = async (
  trx: Knex.Transaction,
  audit: number,
  typeNo: number,
  documentIds: readonly string[]
): Promise<readonly InventoryColumns[]> =>
  (await withViews(trx)
    .where({ 'i.type_no': typeNo, 'i.locale_no': 0 })
    .whereIn('i.document_id', documentIds)
    .where('i.valid_from', '<=', audit)
    .where('i.valid_to', '>', audit)) as readonly InventoryColumns[];

const withViews = (trx: Knex.Transaction): Knex.QueryBuilder =>
  trx(`${TABLES.inventory} as i`)
    .leftJoin(`${TABLES.views} as v`, joinViews)
    .select('i.*', ...VIEW_FACTS);

/** A row as the database returns it; big integers are strings on PostgreSQL. */
export interface InventoryColumns extends PeriodColumns {
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
  readonly decision: string | null;
  readonly due: string | null;
  readonly decision_detail: string | null;
  readonly first_published: number | null;
  /** Of what is too new. */
  readonly judgeable_from: number | null;
  readonly evidence_no: number;
  /** From here on `null` where nothing tells of its consumption. */
  readonly views: number | string | null;
  readonly views_from: number | null;
  readonly views_to: number | null;
  readonly measured_days: number | null;
  readonly window_days: number | null;
  readonly window_to: number | null;
  readonly last_viewed: number | null;
  readonly sources: string | null;
}

type SortField = InventorySort extends `${infer Field}:${string}` ? Field : never;

const SORT_COLUMNS = {
  updatedAt: 's.updated_at',
  title: 'i.title',
  createdAt: 'i.created_at',
  contentDate: 'i.content_date',
  current: 'i.is_current',
  firstPublishedAt: 'i.first_published',
  views: 'v.views',
  measuredDays: 'v.measured_days',
  lastViewed: 'v.last_viewed',
} satisfies Record<SortField, string>;

const viewsColumn = ({ period }: ListFilter): string =>
  period === null ? SORT_COLUMNS.views : `v.${PERIOD_COLUMNS[period].views}`;

const BLANK_LAST: ReadonlySet<SortField> = new Set(['firstPublishedAt', 'views', 'measuredDays', 'lastViewed']);

const VIEW_FACTS = [
  'views',
  'views_from',
  'views_to',
  'measured_days',
  'window_days',
  'window_to',
  'last_viewed',
  'sources',
  ...PERIODS.flatMap((key) => Object.values(PERIOD_COLUMNS[key])),
].map((name) => `v.${name}`);

const joinViews = (join: Knex.JoinClause): void => {
  void join.on('v.type_no', 'i.type_no').andOn('v.document_id', 'i.document_id').andOn('v.locale_no', 'i.locale_no');
};
