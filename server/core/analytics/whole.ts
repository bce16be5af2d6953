import { isoDay } from '../evidence/day';
import { union, type Span } from '../evidence/span';
import { foldHeader, shown } from '../import/words';
import { invalid } from '../refusal';
import { ALL_VISITORS } from './words';

/**
 * Whether a file is about all visitors, `''` among the names of its segments. One that compares several parts is
 * refused: they overlap, and nobody can tell by how much.
 */
export const onlySegment = (names: readonly string[]): boolean => {
  const several = new Set(names.map((name) => (ALL_VISITORS.has(foldHeader(name)) ? '' : name)));
  if (several.size <= 1) return several.has('');
  const listed = [...several].map((name) => `"${shown(name || 'All Users')}"`).join(', ');
  throw invalid(
    'file',
    `\`file\`: it compares parts of the visitors (${listed}), whose views overlap: export it without comparisons.`
  );
};

/** What a file and its importer say of its days. */
export interface Days {
  /** Of comment lines. */
  readonly stated: readonly Span[];
  readonly ofRows: readonly Span[];
  /** Of a file of single hits, in which a day without one had none. */
  readonly isByHit: boolean;
  /** By the importer. */
  readonly said: Span | null;
}

/** Days between the first and the last row of which no row is: not exported, or without a view. */
export interface Gap {
  readonly rows: Span;
  /** The first of them. */
  readonly missing: Span;
}

/**
 * The period that comments state; else what the importer says, as far as no row lies outside; else the days of the rows,
 * where these leave none out: why they do is the importer's to say.
 */
export const onlyPeriod = ({
  stated,
  ofRows,
  isByHit,
  said,
}: Days): { readonly period: Span | null; readonly gap: Gap | null } => {
  const [period, ...others] = new Map(stated.map((span) => [`${span.from} ${span.to}`, span])).values();
  if (others.length > 0) throw invalid('file', '`file`: it compares several periods: export each by itself.');
  if (period !== undefined) return { period, gap: null };
  const runs = union(ofRows);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return { period: null, gap: null };
  const rows = { from: first.from, to: last.to };
  const next = runs[1];
  const gap = next === undefined || isByHit ? null : { rows, missing: { from: first.to + 1, to: next.from - 1 } };
  if (said === null) return { period: gap === null ? rows : null, gap };
  if (said.from > rows.from || said.to < rows.to) {
    const field = said.from > rows.from ? 'from' : 'to';
    throw invalid(
      field,
      `\`${field}\`: the file has rows of ${isoDay(rows.from)} to ${isoDay(rows.to)}, and none of them may lie outside.`
    );
  }
  return { period: said, gap };
};
