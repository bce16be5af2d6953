import type { AnalyticsFormat } from './format';
import { hitTable } from './hits';

/** GoatCounter's export: a row for each hit; its first header begins with the version of the format. */
export const goatcounter: AnalyticsFormat = {
  report: 'goatcounter',
  tool: 'goatcounter',
  open: (head) => {
    const [first = '', ...others] = head.header;
    if (!/^\d+Path$/i.test(first.trim())) return null;
    const header = ['Path', ...others];
    return hitTable({ ...head, header }, { path: 'path', at: 'date', event: 'event', robot: 'bot' });
  },
};
