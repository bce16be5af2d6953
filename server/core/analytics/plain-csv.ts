import { foldHeader } from '../import/words';
import { findColumns } from './columns';
import type { AnalyticsFormat } from './format';
import { readGa4Comments } from './ga4-comments';
import { rowReader } from './table';
import { CRAWL_VIEWS, LANDING_PAGES, PLACING_COLUMNS, PLAIN_COLUMNS } from './words';

/** Any sheet of paths and views: `path,views`, with `from,to` or `date` where rows tell their days. */
export const plainCsv: AnalyticsFormat = {
  report: 'plain-csv',
  tool: 'csv',
  open: (head) => {
    const words = head.header.map(foldHeader);
    // A sheet of placements has views too, and what began a visit was not all that was viewed.
    if (words.some((word) => PLACING_COLUMNS.has(word) || LANDING_PAGES.has(word))) return null;
    const columns = findColumns(head.header, head.sample, PLAIN_COLUMNS);
    if (columns === null) return null;
    const { period } = readGa4Comments(head.comments);
    // Crawlers leave the cell empty where the tool knows no view of a page.
    const blankIsZero = CRAWL_VIEWS.has(words[columns.views] ?? '');
    return { site: '', period, segment: null, header: head.header, read: rowReader(head, columns, { blankIsZero }) };
  },
};
