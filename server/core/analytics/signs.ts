import type { IncompleteReason } from '../analytics-api';

/** Where tools end a list or a download. */
const ROUND: ReadonlySet<number> = new Set([10, 20, 25, 50, 100, 250, 500, 1000, 5000, 10_000, 50_000, 100_000]);
/** So many pages without one that was hardly viewed are the top of a longer list. */
const LIST = 10;
const HARDLY = 10;

/** The rows of a file, as far as they tell whether it is all of the list. */
export interface Rows {
  readonly count: number;
  readonly smallest: number;
  /** Sums up to more or less than the file's own total; `0`: it has none. */
  readonly total: number;
  readonly isBelowTotal: boolean;
  /** The last row ends before its columns do. */
  readonly isCut: boolean;
  readonly isSearchable: boolean;
  readonly paths: ReadonlyMap<string, number>;
}

/** What rows themselves tell of pages that are missing; nothing of it is certain, and the importer may know better. */
export const signsOf = (rows: Rows): readonly IncompleteReason[] => {
  const signs: readonly (IncompleteReason | false)[] = [
    rows.isBelowTotal && 'below-total',
    rows.total === 0 && ROUND.has(rows.count) && 'round-count',
    rows.total === 0 && rows.count >= LIST && rows.smallest >= HARDLY && 'high-minimum',
    rows.isCut && 'cut-row',
    rows.isSearchable && sharesAWord(rows.paths) && 'one-word',
  ];
  return signs.filter((sign) => sign !== false);
};

/** Whether all paths have a word in common, and no front page is among them: as a search box leaves them. */
const sharesAWord = (paths: ReadonlyMap<string, number>): boolean => {
  if (paths.size < 2 || [...paths.keys()].some((path) => FRONT.test(path))) return false;
  let common: readonly string[] | null = null;
  for (const path of paths.keys()) {
    const words = new Set(path.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    common = (common ?? [...words]).filter((word) => word !== '' && words.has(word));
    if (common.length === 0) return false;
  }
  return true;
};

/** `/`, or that of a language: `/en`, `/pt-br` */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?)?$/i;
