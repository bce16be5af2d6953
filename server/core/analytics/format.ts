import type { AnalyticsReport, IncompleteReason } from '../analytics-api';
import type { Span } from '../evidence/span';

/** Imports of one tool and site about the same days replace one another, whichever of its reports they come from. */
export type AnalyticsTool =
  | 'ga4'
  | 'universal-analytics'
  | 'matomo'
  | 'plausible'
  | 'umami'
  | 'goatcounter'
  | 'simple-analytics'
  | 'access-log'
  | 'cloudflare'
  | 'csv';

/** A kind of file that tells how often paths were viewed. */
export interface AnalyticsFormat {
  readonly report: AnalyticsReport;
  readonly tool: AnalyticsTool;
  /** Its rows are lines, and no cells apart by a delimiter: whether this is one. */
  readonly isLine?: (line: string) => boolean;
  /** The table under a header; `null`: not of this kind. */
  readonly open: (head: TableHead) => AnalyticsTable | null;
}

/** Where a table may begin. */
export interface TableHead {
  readonly header: readonly string[];
  /** What the comment lines before it say. */
  readonly comments: readonly string[];
  /** The first rows below it: what columns are called is told by no language alone, and by no name for certain. */
  readonly sample: readonly (readonly string[])[];
  /** What the file is called, in its archive and as it was sent. */
  readonly names: readonly string[];
  readonly isRobot: IsRobot;
}

/** Whether a program that names itself so (its user agent) is none that people read with. */
export type IsRobot = (agent: string) => boolean;

/** A table of such a file. */
export interface AnalyticsTable {
  /** What the file calls its property; `''` where it says none. */
  readonly site: string;
  /** `null`: the file does not say it, or its rows do. */
  readonly period: Span | null;
  /** The part of the visitors that it is about; `null`: all of them, as far as it says. */
  readonly segment: string | null;
  /** Its rows are single hits: a day without one is a day without a view. */
  readonly isByHit?: boolean;
  /** What begins it is its first row. */
  readonly isHeaderless?: boolean;
  /** Whether its rows tell robots from people; absent where the tool has done so. */
  readonly tellsRobots?: boolean;
  /** The tool has a search box, of which the file says nothing. */
  readonly isSearchable?: boolean;
  /** What its columns tell of missing pages. */
  readonly incomplete?: readonly IncompleteReason[];
  readonly header: readonly string[];
  readonly read: (cells: readonly string[]) => AnalyticsRow;
}

/** What a row says. */
export type AnalyticsRow =
  | {
      readonly kind: 'views';
      readonly path: string;
      /** In lower case; `''`: the row names none. */
      readonly host: string;
      readonly views: number;
      readonly days: Span | null;
      /** `null`: no such column. */
      readonly segment: string | null;
    }
  /** Views of pages that the tool put together, or does not know. */
  | { readonly kind: 'other' | 'not-set'; readonly views: number }
  | { readonly kind: 'total'; readonly views: number }
  /** What is no view of a page: an event, an image; a robot's hit; what cannot be read. */
  | { readonly kind: 'nothing' | 'robot' | 'unread' }
  | { readonly kind: 'bad'; readonly column: number; readonly reason: string };
