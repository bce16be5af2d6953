import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Consumption } from '../../core/evidence/consumption';
import { PERIODS } from '../../core/evidence/period';
import { insertRows, type Cell } from '../columns';
import { inRange, type EntryRange } from '../entry-range';
import { rowKey } from './inventory-writer';
import { PERIOD_COLUMNS, TABLES, VIEW_COLUMNS, type PeriodColumns } from './tables';

/** Which inventory row of a type views are of. */
export interface ViewKey {
  readonly typeNo: number;
  readonly documentId: string;
  readonly localeNo: number;
}

/** The views of a row, in the order of VIEW_COLUMNS. */
interface NewViews extends ViewKey {
  readonly cells: readonly Cell[];
}

/** What differs from the views written before. */
export interface ViewChanges {
  readonly removed: readonly ViewKey[];
  readonly added: readonly NewViews[];
}

/** Whether any views are written. */
export const hasViewRows = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.db.connection(TABLES.views).first('type_no')) !== undefined;

/** The views written of a stretch of entries, by `rowKey`. */
export const readViewRows = async (
  strapi: Core.Strapi,
  typeNo: number,
  range: EntryRange
): Promise<ReadonlyMap<string, NewViews>> => {
  const rows: readonly ViewColumns[] = await inRange(
    strapi.db.connection(TABLES.views).where({ type_no: typeNo }),
    range
  ).select(VIEW_COLUMNS.map(({ name }) => name));
  return new Map(
    rows.map((row) => {
      const { document_id: documentId, locale_no: localeNo } = row;
      const cells = [
        typeNo,
        documentId,
        localeNo,
        numberOf(row.views),
        row.views_from,
        row.views_to,
        row.measured_days,
        row.window_days,
        row.window_to,
        row.last_viewed,
        row.sources,
        ...PERIODS.flatMap((key) => {
          const { views, missing } = PERIOD_COLUMNS[key];
          return [numberOf(row[views]), row[missing]];
        }),
      ];
      return [rowKey(documentId, localeNo), { typeNo, documentId, localeNo, cells }];
    })
  );
};

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** Compares views, row by row, with those written before: grades have versions, what was counted has none. */
export const createViewComparison = (before: ReadonlyMap<string, NewViews>) => {
  const rest = new Map(before);
  const removed: ViewKey[] = [];
  const added: NewViews[] = [];
  return {
    add({ typeNo, documentId, localeNo }: ViewKey, consumption: Consumption | null): void {
      if (consumption === null) return;
      const cells = [
        typeNo,
        documentId,
        localeNo,
        consumption.views,
        consumption.from,
        consumption.to,
        consumption.measuredDays,
        consumption.windowDays,
        consumption.windowTo,
        consumption.lastViewed,
        consumption.sources.join(' '),
        ...PERIODS.flatMap((_, at) => {
          const { views = null, missingDays = null } = consumption.periods[at] ?? {};
          return [views, missingDays];
        }),
      ];
      const key = rowKey(documentId, localeNo);
      const known = rest.get(key);
      rest.delete(key);
      if (known?.cells.every((cell, at) => cell === cells[at])) return;
      if (known !== undefined) removed.push(known);
      added.push({ typeNo, documentId, localeNo, cells });
    },
    /** What nothing is known of any more goes. */
    changes: (): ViewChanges => ({ removed: [...removed, ...rest.values()], added }),
  };
};

/** Writes what differs. */
export const writeViewRows = async (trx: Knex.Transaction, { removed, added }: ViewChanges): Promise<void> => {
  const localeNos = new Set(removed.map(({ localeNo }) => localeNo));
  for (const typeNo of new Set(removed.map((row) => row.typeNo))) {
    for (const localeNo of localeNos) {
      const some = removed.filter((row) => row.typeNo === typeNo && row.localeNo === localeNo);
      const ids = some.map(({ documentId }) => documentId);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await trx(TABLES.views)
          .where({ type_no: typeNo, locale_no: localeNo })
          .whereIn('document_id', ids.slice(from, from + AT_ONCE))
          .delete();
      }
    }
  }
  const rows = added.map(({ cells }) => cells);
  await insertRows(trx, TABLES.views, VIEW_COLUMNS, rows);
};

/** Documents named by one statement. */
const AT_ONCE = 500;

/** As the database returns them; big integers are strings on PostgreSQL. */
export interface ViewColumns extends PeriodColumns {
  readonly document_id: string;
  readonly locale_no: number;
  readonly views: number | string | null;
  readonly views_from: number | null;
  readonly views_to: number | null;
  readonly measured_days: number;
  readonly window_days: number;
  readonly window_to: number | null;
  readonly last_viewed: number | null;
  readonly sources: string;
}
