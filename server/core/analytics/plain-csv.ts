import { fold } from '../import/words';
import type { AnalyticsFormat } from './format';
import { findColumns, rowReader } from './table';
import { PLACING_COLUMNS, PLAIN_COLUMNS } from './words';

/** Any sheet of paths and views: `path,views`, with `from,to` or `date` where rows tell their days. */
export const plainCsv: AnalyticsFormat = {
  report: 'plain-csv',
  tool: 'csv',
  open: (header) => {
    const columns = header.some((name) => PLACING_COLUMNS.has(fold(name))) ? null : findColumns(header, PLAIN_COLUMNS);
    return columns && { site: '', period: null, segment: null, header, read: rowReader(header, columns) };
  },
};
