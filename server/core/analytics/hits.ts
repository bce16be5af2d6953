import { hostOf, pathOf } from '../import/url';
import { readDay } from './cells';
import type { AnalyticsRow, AnalyticsTable, TableHead } from './format';

/** Where a file of single hits says what. */
export interface HitColumns {
  readonly path: string;
  readonly at: string;
  readonly host?: string;
  /** A column whose cell is `false` or `0` for a person's view of a page, and something else for others. */
  readonly exceptions: readonly string[];
}

/** A table with a row for each hit; `null`: it lacks one of the columns. */
export const hitTable = ({ header }: TableHead, names: HitColumns): AnalyticsTable | null => {
  const words = header.map((name) => name.trim().toLowerCase());
  const [path, at, host] = [names.path, names.at, names.host ?? ''].map((name) => words.indexOf(name)) as [number, number, number]; // prettier-ignore
  if (path === -1 || at === -1) return null;
  const exceptions = names.exceptions.map((name) => words.indexOf(name)).filter((one) => one !== -1);
  const read = (cells: readonly string[]): AnalyticsRow => {
    const page = (cells[path] ?? '').trim();
    if (exceptions.some((one) => !/^(?:false|0|)$/i.test((cells[one] ?? '').trim()))) return { kind: 'nothing' };
    const day = readDay(cells[at] ?? '');
    if (day === null) return { kind: 'bad', column: at, reason: 'it is no moment; write it as 2026-12-31T10:00:00Z' };
    if (page === '') return { kind: 'not-set', views: 1 };
    const site = (cells[host] ?? '').trim();
    return { kind: 'views', path: pathOf(page), host: hostOf(site) || site.toLowerCase(), views: 1, days: { from: day, to: day }, segment: null }; // prettier-ignore
  };
  return { site: '', period: null, segment: null, isByHit: true, header, read };
};
