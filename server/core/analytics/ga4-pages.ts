import { fold } from '../import/words';
import type { AnalyticsFormat } from './format';
import { readGa4Comments } from './ga4-comments';
import { findColumns, rowReader } from './table';
import { GA4_COLUMNS, PLAIN_COLUMNS } from './words';

/** GA4's report *Pages and screens*; without its comment lines, which somebody may have cut off, the period is asked for. */
export const ga4Pages: AnalyticsFormat = {
  report: 'ga4-pages',
  tool: 'ga4',
  open: (header, comments) => {
    const { path, address, views } = GA4_COLUMNS;
    const columns = findColumns(header, { path, address, views });
    if (columns === null) return null;
    const { report, ...said } = readGa4Comments(comments);
    const hasDays = PERIOD_COLUMNS.every((names) => header.some((name) => names.has(fold(name))));
    return report === null && hasDays ? null : { ...said, header, read: rowReader(header, columns) };
  },
};

/** No report of GA4 has these: somebody's own sheet that only borrows its names. */
const PERIOD_COLUMNS = [PLAIN_COLUMNS.from, PLAIN_COLUMNS.to];
