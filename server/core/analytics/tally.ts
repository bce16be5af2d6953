import type { AnalyticsReport, IncompleteReason } from '../analytics-api';
import type { Span } from '../evidence/span';
import { shown } from '../import/words';
import { invalid } from '../refusal';
import type { AnalyticsFormat, AnalyticsRow, AnalyticsTable, AnalyticsTool } from './format';
import { chooseHosts, type HostViews } from './hosts';
import { signsOf } from './signs';
import { onlyPeriod, onlySegment, type Gap } from './whole';

/** What a file says, however its rows are ordered and split. */
export interface AnalyticsFile {
  readonly report: AnalyticsReport;
  readonly tool: AnalyticsTool;
  readonly site: string;
  /** `null`: to be asked for. */
  readonly period: Span | null;
  /** Days of which its rows tell nothing. */
  readonly gap: Gap | null;
  /** Whether comment lines state the period, which then nobody may say otherwise. */
  readonly isPeriodStated: boolean;
  /** What the file itself says of why paths may be missing. */
  readonly incomplete: readonly IncompleteReason[];
  /** Rows about a path. */
  readonly rows: number;
  readonly views: number;
  /** Of no known path. */
  readonly otherViews: number;
  /** Hits of robots, left out; `null`: the file does not tell them from people, so that they count. */
  readonly robots: number | null;
  /** Views by host, most first; without an entry where no row names one. */
  readonly hosts: readonly HostViews[];
  /** Views by normalised path, of the chosen hosts. */
  readonly paths: ReadonlyMap<string, number>;
  /** Paths that only other hosts have, though nobody has said that these do not count. */
  readonly elsewhere: readonly string[];
}

/** What the importer says of a file. */
export interface SaidOfFile {
  readonly period: Span | null;
  readonly hosts: ReadonlySet<string> | null;
}

/** So many different paths are told apart, so that no file fills the memory. */
export const MOST_PATHS = 500_000;
/** No site has more, and paths are kept for each. */
const MOST_HOSTS = 1000;
/** No entry has a longer path: of one that is, its beginning is kept. */
const LONGEST_PATH = 1000;

/** Adds up the rows of a file's tables. */
export const createTally = () => {
  const tables: { readonly format: AnalyticsFormat; readonly table: AnalyticsTable; counted: number; total: number }[] =
    [];
  const sites = new Map<string, Map<string, number>>();
  const periods = new Map<string, Span>();
  const segments = new Set<string>();
  let [rows, views, otherViews, known, smallest] = [0, 0, 0, 0, Infinity];
  let robots = 0;
  let [isOther, isCut, isUnread] = [false, false, false];

  const siteOf = (host: string): Map<string, number> => {
    const site = sites.get(host) ?? new Map<string, number>();
    if (!sites.has(host) && sites.size >= MOST_HOSTS)
      throw invalid('file', '`file`: it names more than 1,000 hosts; export the views of one site.');
    sites.set(host, site);
    return site;
  };

  const count = (row: Extract<AnalyticsRow, { kind: 'views' }>): void => {
    const site = siteOf(row.host);
    const path = row.path.length > LONGEST_PATH ? shown(row.path) : row.path;
    const before = site.get(path);
    if (before === undefined) known += 1;
    if (known > MOST_PATHS) {
      throw invalid('file', '`file`: it has more than 500,000 different paths; split it by site or by section.');
    }
    if (row.views > 0) site.set(path, (before ?? 0) + row.views);
    rows += 1;
    views += row.views;
    smallest = Math.min(smallest, row.views);
    if (row.days !== null) periods.set(`${row.days.from} ${row.days.to}`, row.days);
    if (row.segment !== null) segments.add(row.segment);
  };

  const pathsOf = (hosts: readonly HostViews[]): ReadonlyMap<string, number> => {
    const paths = new Map<string, number>();
    for (const { host } of hosts) {
      for (const [path, of] of sites.get(host) ?? []) paths.set(path, (paths.get(path) ?? 0) + of);
    }
    return paths;
  };

  return {
    isEmpty: (): boolean => tables.length === 0,

    begin: (format: AnalyticsFormat, table: AnalyticsTable): void => {
      tables.push({ format, table, counted: 0, total: 0 });
    },

    /** The last row of the file ends before its columns do. */
    cut: (): void => {
      isCut = true;
    },

    /** A row of the table that began last. */
    add: (row: Exclude<AnalyticsRow, { kind: 'bad' }>): void => {
      const table = tables.at(-1);
      if (table === undefined) return;
      switch (row.kind) {
        case 'nothing':
          return;
        case 'robot':
          robots += 1;
          return;
        case 'unread':
          isUnread = true;
          return;
        case 'total':
          table.total += row.views;
          return;
        case 'views':
          table.counted += row.views;
          count(row);
          return;
        case 'other':
        case 'not-set':
          table.counted += row.views;
          otherViews += row.views;
          isOther ||= row.kind === 'other';
      }
    },

    /** All of it; `null`: there was no table. */
    file: (said: SaidOfFile): AnalyticsFile | null => {
      const [first] = tables;
      if (first === undefined) return null;
      const isAll = onlySegment(segments.size > 0 ? [...segments] : tables.map(({ table }) => table.segment ?? ''));
      const stated = tables.flatMap(({ table }) => table.period ?? []);
      const isByHit = tables.every(({ table }) => table.isByHit === true);
      const hosts = chooseHosts(new Map([...sites].map(([host, paths]) => [host, sum(paths)])), said.hosts);
      const paths = pathsOf(hosts.filter(({ isChosen }) => isChosen));
      const others =
        said.hosts === null ? pathsOf(hosts.filter(({ isChosen }) => !isChosen)) : new Map<string, number>();
      const incomplete: readonly (IncompleteReason | false)[] = [
        isOther && 'other-row',
        ...tables.flatMap(({ table }) => table.incomplete ?? []),
        ...signsOf({
          count: isByHit ? Infinity : rows,
          smallest: isByHit ? 0 : smallest,
          total: tables.reduce((all, { total }) => all + total, 0),
          isBelowTotal: tables.some(({ total, counted }) => total > counted),
          isCut,
          isSearchable: tables.some(({ table }) => table.isSearchable === true),
          paths,
        }),
        isUnread && 'unread-rows',
        !isAll && 'segment',
      ];
      return {
        report: first.format.report,
        tool: first.format.tool,
        site: tables.find(({ table }) => table.site !== '')?.table.site ?? '',
        ...onlyPeriod({ stated, ofRows: [...periods.values()], isByHit, said: said.period }),
        isPeriodStated: stated.length > 0,
        incomplete: [...new Set(incomplete.filter((reason) => reason !== false))],
        rows,
        views,
        otherViews,
        robots: tables.some(({ table }) => table.tellsRobots === false) ? null : robots,
        hosts: hosts.length === 1 && hosts[0]?.host === '' ? [] : hosts,
        paths,
        elsewhere: [...others.keys()].filter((path) => !paths.has(path)),
      };
    },
  };
};

const sum = (paths: ReadonlyMap<string, number>): number => [...paths.values()].reduce((all, views) => all + views, 0);
