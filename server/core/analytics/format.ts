import type { AnalyticsReport } from '../analytics-api';
import type { Span } from '../evidence/span';

/** A kind of file that tells how often paths were viewed. */
export interface AnalyticsFormat {
  readonly report: AnalyticsReport;
  /** Imports of one tool and site about the same days replace one another, whichever of its reports they come from. */
  readonly tool: 'ga4' | 'csv';
  /** The table under a header, with what the comment lines before it say; `null`: not of this kind. */
  readonly open: (header: readonly string[], comments: readonly string[]) => AnalyticsTable | null;
}

/** A table of such a file. */
export interface AnalyticsTable {
  /** What the file calls its property; `''` where it says none. */
  readonly site: string;
  /** `null`: the file does not say it, or its rows do. */
  readonly period: Span | null;
  /** The part of the visitors that it is about; `null`: all of them, as far as it says. */
  readonly segment: string | null;
  readonly header: readonly string[];
  readonly read: (cells: readonly string[]) => AnalyticsRow;
}

/** What a row says. */
export type AnalyticsRow =
  | {
      readonly kind: 'views';
      readonly path: string;
      readonly views: number;
      readonly days: Span | null;
      /** `null`: no such column. */
      readonly segment: string | null;
    }
  /** Views of pages that the tool put together, or does not know. */
  | { readonly kind: 'other' | 'not-set'; readonly views: number }
  | { readonly kind: 'total'; readonly views: number }
  | { readonly kind: 'bad'; readonly column: number; readonly reason: string };
