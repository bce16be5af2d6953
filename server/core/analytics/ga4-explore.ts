import { findColumns } from './columns';
import type { AnalyticsFormat } from './format';
import { readGa4Comments } from './ga4-comments';
import { rowReader } from './table';
import { GA4_COLUMNS } from './words';

/** A free-form exploration of GA4: more dimensions than the path, whose rows add up to its period, and a line of totals. */
export const ga4Explore: AnalyticsFormat = {
  report: 'ga4-explore',
  tool: 'ga4',
  open: (head) => {
    const { header, sample } = head;
    const columns = findColumns(header, sample, GA4_COLUMNS);
    const { report, site, period, segment } = readGa4Comments(head.comments);
    const isExplored = report === 'explore' || (report === null && columns !== null && columns.date !== -1);
    if (columns === null || !isExplored) return null;
    return { site, period, segment, header, read: rowReader(head, columns) };
  },
};
