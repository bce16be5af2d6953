import { hostOf, pathOf } from '../import/url';
import { readDay } from './cells';
import type { AnalyticsRow, AnalyticsTable, TableHead } from './format';

/** Where a file of single hits says what. */
export interface HitColumns {
  readonly path: string;
  readonly at: string;
  readonly host?: string;
  /** Columns whose cell is empty, `false` or `0` for a person's view of a page: something else is an event, or a robot's. */
  readonly event?: string;
  readonly robot?: string;
}

/** A table with a row for each hit; `null`: it lacks one of the columns. */
export const hitTable = ({ header }: TableHead, names: HitColumns): AnalyticsTable | null => {
  const words = header.map((name) => name.trim().toLowerCase());
  const columnOf = (name: string | undefined): number => (name === undefined ? -1 : words.indexOf(name));
  const [path, at, host] = [columnOf(names.path), columnOf(names.at), columnOf(names.host)];
  const [event, robot] = [columnOf(names.event), columnOf(names.robot)];
  if (path === -1 || at === -1) return null;
  const read = (cells: readonly string[]): AnalyticsRow => {
    const page = (cells[path] ?? '').trim();
    if (isSaid(cells[robot])) return { kind: 'robot' };
    if (isSaid(cells[event])) return { kind: 'nothing' };
    const day = readDay(cells[at] ?? '');
    if (day === null) return { kind: 'bad', column: at, reason: 'it is no moment; write it as 2026-12-31T10:00:00Z' };
    if (page === '') return { kind: 'not-set', views: 1 };
    const site = (cells[host] ?? '').trim();
    return { kind: 'views', path: pathOf(page), host: hostOf(site) || site.toLowerCase(), views: 1, days: { from: day, to: day }, segment: null }; // prettier-ignore
  };
  return { site: '', period: null, segment: null, isByHit: true, header, read };
};

const isSaid = (cell = ''): boolean => !/^(?:false|0|)$/i.test(cell.trim());
