import type { AnalyticsFormat } from './format';
import { hitTable } from './hits';

/** Umami's table of events (`website_event.csv`): a row for each hit; one with a name is no view of a page. */
export const umami: AnalyticsFormat = {
  report: 'umami',
  tool: 'umami',
  open: (head) => hitTable(head, { path: 'url_path', at: 'created_at', host: 'hostname', event: 'event_name' }),
};
