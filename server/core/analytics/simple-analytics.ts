import type { AnalyticsFormat } from './format';
import { hitTable } from './hits';

/** Simple Analytics' export of data points: a row for each view, robots among them. */
export const simpleAnalytics: AnalyticsFormat = {
  report: 'simple-analytics',
  tool: 'simple-analytics',
  open: (head) => hitTable(head, { path: 'path', at: 'added_iso', host: 'hostname', robot: 'is_robot' }),
};
