import { isoDay, parseDay, type Day } from '../../../server/core/evidence/day';

/** One day: without `isMeasured`, no view does not mean zero. */
export interface LineDay {
  readonly views: number;
  readonly isMeasured: boolean;
}

/** A run of days by their place in the line. */
interface Run {
  readonly at: number;
  readonly length: number;
}

/** Days in a row as they are drawn: zero is a measured day without a bar, a gap is not measured. */
export interface DayLine {
  readonly length: number;
  readonly gaps: readonly Run[];
  /** `height` from 0 to 1, the day with most views being 1. */
  readonly bars: readonly { readonly at: number; readonly height: number }[];
}

/** Arranges days in order for drawing. */
export const dayLine = (days: readonly LineDay[]): DayLine => {
  const most = Math.max(1, ...days.map(({ views }) => views));
  return {
    length: days.length,
    gaps: gapsIn(days),
    bars: days.flatMap(({ views }, at) => (views > 0 ? [{ at, height: views / most }] : [])),
  };
};

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Every day of a window, with what was counted and measured in it. */
export const daysOf = (
  window: Period,
  measured: readonly Period[],
  counted: readonly { readonly day: string; readonly views: number }[]
): readonly LineDay[] => {
  const views = new Map(counted.map(({ day, views: count }) => [day, count]));
  return listDays(window).map((day) => ({
    views: views.get(day) ?? 0,
    // Days written `YYYY-MM-DD` compare as text.
    isMeasured: measured.some(({ from, to }) => from <= day && day <= to),
  }));
};

const listDays = ({ from, to }: Period): readonly string[] => {
  const first: Day = parseDay(from) ?? 0;
  const last: Day = parseDay(to) ?? -1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => isoDay(first + at));
};

const gapsIn = (days: readonly LineDay[]): readonly Run[] => {
  const gaps: { at: number; length: number }[] = [];
  days.forEach(({ isMeasured }, at) => {
    if (isMeasured) return;
    const last = gaps.at(-1);
    if (last && last.at + last.length === at) last.length += 1;
    else gaps.push({ at, length: 1 });
  });
  return gaps;
};
