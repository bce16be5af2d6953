import type { AnalyticsReport, IncompleteReason } from '../analytics-api';
import type { Span } from '../evidence/span';
import { shown } from '../import/words';
import { invalid } from '../refusal';
import type { AnalyticsFormat, AnalyticsRow, AnalyticsTable } from './format';
import { onlyPeriod, onlySegment } from './whole';

/** What a file says, however its rows are ordered and split. */
export interface AnalyticsFile {
  readonly report: AnalyticsReport;
  readonly tool: AnalyticsFormat['tool'];
  readonly site: string;
  /** `null`: to be asked for. */
  readonly period: Span | null;
  /** What the file itself says of why paths may be missing. */
  readonly incomplete: readonly IncompleteReason[];
  /** Rows about a path. */
  readonly rows: number;
  readonly views: number;
  /** Of no known path. */
  readonly otherViews: number;
  /** Views by normalised path. */
  readonly paths: ReadonlyMap<string, number>;
}

/** So many different paths are told apart, so that no file fills the memory. */
export const MOST_PATHS = 500_000;
/** No entry has a longer path: of one that is, its beginning is kept. */
const LONGEST_PATH = 1000;
/** Where tools end a download. */
const ROUND: ReadonlySet<number> = new Set([250, 500, 1000, 5000, 10_000, 50_000, 100_000]);

/** Adds up the rows of a file's tables. */
export const createTally = () => {
  const tables: { readonly format: AnalyticsFormat; readonly table: AnalyticsTable; counted: number; total: number }[] =
    [];
  const paths = new Map<string, number>();
  const periods = new Map<string, Span>();
  const segments = new Set<string>();
  let [rows, views, otherViews, isOther] = [0, 0, 0, false];

  const count = (row: Extract<AnalyticsRow, { kind: 'views' }>): void => {
    const path = row.path.length > LONGEST_PATH ? shown(row.path) : row.path;
    const before = paths.get(path);
    if (before === undefined && paths.size >= MOST_PATHS) {
      throw invalid('file', '`file`: it has more than 500,000 different paths; split it by site or by section.');
    }
    paths.set(path, (before ?? 0) + row.views);
    rows += 1;
    views += row.views;
    if (row.days !== null) periods.set(`${row.days.from} ${row.days.to}`, row.days);
    if (row.segment !== null) segments.add(row.segment);
  };

  return {
    isEmpty: (): boolean => tables.length === 0,

    begin: (format: AnalyticsFormat, table: AnalyticsTable): void => {
      tables.push({ format, table, counted: 0, total: 0 });
    },

    /** A row of the table that began last. */
    add: (row: Exclude<AnalyticsRow, { kind: 'bad' }>): void => {
      const table = tables.at(-1);
      if (table === undefined) return;
      if (row.kind === 'total') {
        table.total += row.views;
        return;
      }
      table.counted += row.views;
      if (row.kind === 'views') count(row);
      else otherViews += row.views;
      isOther ||= row.kind === 'other';
    },

    /** All of it; `null`: there was no table. */
    file: (): AnalyticsFile | null => {
      const [first] = tables;
      if (first === undefined) return null;
      const isAll = onlySegment(segments.size > 0 ? [...segments] : tables.map(({ table }) => table.segment ?? ''));
      const hasTotal = tables.some(({ total }) => total > 0);
      const incomplete: readonly (IncompleteReason | false)[] = [
        isOther && 'other-row',
        tables.some(({ total, counted }) => total > counted) && 'below-total',
        !hasTotal && ROUND.has(rows) && 'round-count',
        !isAll && 'segment',
      ];
      return {
        report: first.format.report,
        tool: first.format.tool,
        site: tables.find(({ table }) => table.site !== '')?.table.site ?? '',
        period: onlyPeriod(
          tables.flatMap(({ table }) => table.period ?? []),
          [...periods.values()]
        ),
        incomplete: incomplete.filter((reason) => reason !== false),
        rows,
        views,
        otherViews,
        paths,
      };
    },
  };
};
