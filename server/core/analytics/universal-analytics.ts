import { foldHeader } from '../import/words';
import { findColumns } from './columns';
import type { AnalyticsFormat } from './format';
import { readGa4Comments } from './ga4-comments';
import { rowReader } from './table';
import { UA_COLUMNS, UA_ONLY } from './words';

/** *All Pages* of Universal Analytics, GA4's predecessor: a line of totals below, and a second table by days. */
export const universalAnalytics: AnalyticsFormat = {
  report: 'universal-analytics',
  tool: 'universal-analytics',
  open: (head) => {
    const { header, sample } = head;
    const columns = header.some((name) => UA_ONLY.has(foldHeader(name)))
      ? findColumns(header, sample, UA_COLUMNS)
      : null;
    if (columns === null) return null;
    const { site, period } = readGa4Comments(head.comments);
    const read = rowReader(head, columns);
    return {
      site,
      period,
      segment: null,
      header,
      // Its line of totals has an empty first cell.
      read: (cells) => {
        const row = read(cells);
        return row.kind === 'not-set' ? { kind: 'total', views: row.views } : row;
      },
    };
  },
};
