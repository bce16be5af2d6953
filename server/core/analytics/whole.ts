import { isoDay } from '../evidence/day';
import { union, type Span } from '../evidence/span';
import { fold, shown } from '../import/words';
import { invalid } from '../refusal';
import { ALL_VISITORS } from './words';

/**
 * Whether a file is about all visitors, `''` among the names of its segments. One that compares several parts is
 * refused: they overlap, and nobody can tell by how much.
 */
export const onlySegment = (names: readonly string[]): boolean => {
  const several = new Set(names.map((name) => (ALL_VISITORS.has(fold(name)) ? '' : name)));
  if (several.size <= 1) return several.has('');
  const listed = [...several].map((name) => `"${shown(name || 'All Users')}"`).join(', ');
  throw invalid(
    'file',
    `\`file\`: it compares parts of the visitors (${listed}), whose views overlap: export it without comparisons.`
  );
};

/** The period that comments state; else the days of the rows, which must leave none out between them. */
export const onlyPeriod = (stated: readonly Span[], ofRows: readonly Span[]): Span | null => {
  const [period, ...others] = new Map(stated.map((span) => [`${span.from} ${span.to}`, span])).values();
  if (others.length > 0) throw invalid('file', '`file`: it compares several periods: export each by itself.');
  if (period !== undefined) return period;
  const [whole, next] = union(ofRows);
  if (whole !== undefined && next !== undefined) {
    throw invalid(
      'file',
      `\`file\`: its rows tell nothing of the days between ${isoDay(whole.to)} and ${isoDay(next.from)}: import what is before and after apart.`
    );
  }
  return whole ?? null;
};
