import type { AnalyticsReport, ImporterWord, IncompleteReason } from '../../../../server/core/analytics-api';
import type { TextKey } from '../../../components/text';

/** Reports by the names that their tools give them. */
export const REPORT_TEXT = {
  'ga4-pages': 'analytics.report.ga4-pages',
  'ga4-explore': 'analytics.report.ga4-explore',
  'universal-analytics': 'analytics.report.universal-analytics',
  matomo: 'analytics.report.matomo',
  plausible: 'analytics.report.plausible',
  umami: 'analytics.report.umami',
  goatcounter: 'analytics.report.goatcounter',
  'simple-analytics': 'analytics.report.simple-analytics',
  'access-log': 'analytics.report.access-log',
  cloudflare: 'analytics.report.cloudflare',
  'plain-csv': 'analytics.report.plain-csv',
} as const satisfies Record<AnalyticsReport, TextKey>;

/** Why pages may be missing from a file. */
export const REASON_TEXT = {
  'other-row': 'analytics.reason.other-row',
  folders: 'analytics.reason.folders',
  'assumed-columns': 'analytics.reason.assumed-columns',
  'below-total': 'analytics.reason.below-total',
  'round-count': 'analytics.reason.round-count',
  'high-minimum': 'analytics.reason.high-minimum',
  'cut-row': 'analytics.reason.cut-row',
  'unread-rows': 'analytics.reason.unread-rows',
  'server-log': 'analytics.reason.server-log',
  'one-word': 'analytics.reason.one-word',
  'no-match': 'analytics.reason.no-match',
  segment: 'analytics.reason.segment',
  said: 'analytics.reason.said',
  sampled: 'analytics.reason.sampled',
  thresholded: 'analytics.reason.thresholded',
  filtered: 'analytics.reason.filtered',
} as const satisfies Record<IncompleteReason, TextKey>;

/** What the importer may say of the report. */
export const WORD_TEXT = {
  sampled: 'analytics.because.sampled',
  thresholded: 'analytics.because.thresholded',
  filtered: 'analytics.because.filtered',
} as const satisfies Record<ImporterWord, TextKey>;
