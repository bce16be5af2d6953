import { accessLog } from './access-log';
import { cloudflare } from './cloudflare';
import type { AnalyticsFormat, AnalyticsTable, TableHead } from './format';
import { ga4Explore } from './ga4-explore';
import { ga4Pages } from './ga4-pages';
import { goatcounter } from './goatcounter';
import { matomo } from './matomo';
import { plainCsv } from './plain-csv';
import { plausible } from './plausible';
import { simpleAnalytics } from './simple-analytics';
import { umami } from './umami';
import { universalAnalytics } from './universal-analytics';

/** The surest first: what one recognises, the next is not asked about. */
const FORMATS: readonly AnalyticsFormat[] = [
  accessLog,
  cloudflare,
  goatcounter,
  simpleAnalytics,
  umami,
  plausible,
  universalAnalytics,
  matomo,
  ga4Explore,
  ga4Pages,
  plainCsv,
];

/** The table that a row begins as its header, and of which format; `null`: the row is no header of any. */
export const openTable = (
  head: TableHead
): { readonly format: AnalyticsFormat; readonly table: AnalyticsTable } | null => {
  for (const format of FORMATS) {
    const table = format.open(head);
    if (table !== null) return { format, table };
  }
  return null;
};

/** Whether a line is a row by itself, and not cells apart by a delimiter. */
export const isRowByItself = (line: string): boolean => FORMATS.some((format) => format.isLine?.(line) === true);
