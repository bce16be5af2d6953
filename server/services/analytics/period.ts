import { isoDay, parseDay, type Day } from '../../core/evidence/day';
import type { Span } from '../../core/evidence/span';
import type { AnalyticsFile } from '../../core/analytics/tally';
import { invalid } from '../../core/refusal';

/** No tool counts pages of before. */
const FIRST = parseDay('1995-01-01') ?? 0;

/**
 * The period that a file is about: as it says, else as was asked. Refuses one that contradicts the file, ends before it
 * begins, or lies in the future: a site east of here may be a day ahead.
 */
export const choosePeriod = (
  { period: file, isPeriodStated }: Pick<AnalyticsFile, 'period' | 'isPeriodStated'>,
  { from, to }: { readonly from?: Day; readonly to?: Day },
  today: Day
): (Span & { readonly isFromFile: boolean }) | null => {
  const [own, asked] = [file, from === undefined || to === undefined ? null : { from, to }];
  if (own === null && (from === undefined) !== (to === undefined)) {
    const [named, other] = from === undefined ? ['to', 'from'] : ['from', 'to'];
    throw invalid(other, `\`${other}\`: say it too, as \`${named}\` is given.`);
  }
  if (own !== null && isPeriodStated) {
    const differing = [from !== undefined && from !== own.from && 'from', to !== undefined && to !== own.to && 'to'];
    const field = differing.find((name) => name !== false);
    if (field) {
      throw invalid(
        field,
        `\`${field}\`: the file says that it is about ${isoDay(own.from)} to ${isoDay(own.to)}; leave \`from\` and \`to\` out.`
      );
    }
  }
  const period = own ?? asked;
  if (period === null) return null;
  const isFromFile = own !== null && (isPeriodStated || asked === null);
  if (period.to < period.from) throw invalid('to', '`to`: the period ends before it begins.');
  if (period.to > today + 1)
    throw invalid(
      isFromFile ? 'file' : 'to',
      `\`${isFromFile ? 'file' : 'to'}\`: ${isoDay(period.to)} lies in the future.`
    );
  if (period.from < FIRST)
    throw invalid(
      isFromFile ? 'file' : 'from',
      `\`${isFromFile ? 'file' : 'from'}\`: ${isoDay(period.from)} lies before there were pages to count.`
    );
  return { ...period, isFromFile };
};
