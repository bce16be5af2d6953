import type { AnalyticsReport, ImporterWord, IncompleteReason } from '../../../../server/core/analytics-api';
import type { TextKey } from '../../../components/text';

/** Reports by the names that their tools give them. */
export const REPORT_TEXT = {
  'ga4-pages': 'analytics.report.ga4-pages',
  'ga4-explore': 'analytics.report.ga4-explore',
  'plain-csv': 'analytics.report.plain-csv',
} as const satisfies Record<AnalyticsReport, TextKey>;

/** Why pages may be missing from a file. */
export const REASON_TEXT = {
  'other-row': 'analytics.reason.other-row',
  'below-total': 'analytics.reason.below-total',
  'round-count': 'analytics.reason.round-count',
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
