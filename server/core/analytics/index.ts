import type { AnalyticsFormat, AnalyticsTable } from './format';
import { ga4Explore } from './ga4-explore';
import { ga4Pages } from './ga4-pages';
import { plainCsv } from './plain-csv';

/** The surest first: what one recognises, the next is not asked about. */
const FORMATS: readonly AnalyticsFormat[] = [ga4Explore, ga4Pages, plainCsv];

/** The table that a row begins as its header, and of which format; `null`: the row is no header of any. */
export const openTable = (
  header: readonly string[],
  comments: readonly string[]
): { readonly format: AnalyticsFormat; readonly table: AnalyticsTable } | null => {
  for (const format of FORMATS) {
    const table = format.open(header, comments);
    if (table !== null) return { format, table };
  }
  return null;
};
