/** Consumption and its evidence: bodies of the admin HTTP API, written by the controllers, read by the admin. Days are `YYYY-MM-DD`, UTC. */
import type { Grade, UnmeasuredReason } from './evidence/evidence';
import type { InventoryQuery, Pagination } from './api';
import type { EvidenceQuery } from './evidence/state';
import type { MeasuredBy } from './files/seen-through';
import type { Usage } from './files/uses';
import type { EntryRef } from './vocabulary';

/** Where counts come from: an analytics import, or a site that the tracker reports from. */
export const SOURCE_KINDS = ['import', 'tracker'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Why an event of the beacon was not counted. */
export const DROP_REASONS = [
  'bot',
  'prefetch',
  'do-not-track',
  'unknown-document',
  'unpublished',
  'unknown-path',
  'other-origin',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What stands of an asset's consumption in lists: blank (`null`), never 0, where nothing measured it. */
export interface EvidenceBody {
  readonly grade: Grade;
  readonly reason: UnmeasuredReason | null;
  /** Views counted by all sources over all time; `null` while nothing could have counted any. */
  readonly views: number | null;
  /** Days of which `views` tells. */
  readonly viewsFrom: string | null;
  readonly viewsTo: string | null;
  /**
   * The same of the period asked for; left out where none was. `views` `null`: not known; with `missingDays`, days on
   * which it could be viewed and nobody knows its views, they are at least so many.
   */
  readonly period?: {
    readonly from: string;
    readonly to: string;
    readonly views: number | null;
    readonly missingDays: number;
  };
  /** Of the window's days, which end with `windowTo`; `null`: with the day before the audit. */
  readonly measuredDays: number;
  readonly windowDays: number;
  readonly windowTo: string | null;
  readonly lastViewed: string | null;
  /** From this day on a too new entry can be judged. */
  readonly judgeableFrom: string | null;
  /** Sources that counted or measured it, as people know them. */
  readonly sources: readonly string[];
  /** Of all visits to its content type, those who asked not to be counted: 0 to 1; `null` where nobody was asked. */
  readonly uncountedShare: number | null;
  /** `false`: on all days that its grade is about, not even the API sent it. `null`: nobody counted that all these days. */
  readonly delivered: boolean | null;
  /** Left out where there is nothing to tell, or the user may not see its path. */
  readonly addresses?: OtherAddresses;
}

/** Paths that an entry has not now, the first few. */
export interface OtherAddresses {
  /** Its former addresses, on which views of it were counted. */
  readonly counted: readonly string[];
  /** They were viewed and are of no entry: its grade is *not measured* until somebody says whose they are. */
  readonly doubted: readonly string[];
}

/**
 * The views that a list shows: of the period asked for, else all that are known. `isPartial`: so many or more. None where
 * some days are not known says nothing, and is not known.
 */
export const viewsShown = ({ views, viewsFrom, viewsTo, period }: EvidenceBody) => {
  if (period === undefined) return { views, from: viewsFrom, to: viewsTo, isPartial: false };
  const isPartial = period.missingDays > 0;
  return { views: knownViews({ views: period.views, isPartial }), from: period.from, to: period.to, isPartial };
};

/** Views, or `null` where they are not known: "0 or more" is no number. */
export const knownViews = ({
  views,
  isPartial = false,
}: {
  readonly views: number | null;
  readonly isPartial?: boolean;
}): number | null => (views === 0 && isPartial ? null : views);

/** GET /evidence/:uid/:documentId: the side panel. */
export interface EntryEvidenceBody extends EntryRef {
  readonly evidence: EvidenceBody;
  /** Each of its published versions, where its type has locales. */
  readonly versions: readonly { readonly locale: string; readonly evidence: EvidenceBody }[];
  /** The last 90 days, oldest first. `views` `null`: not measured. Counts of longer periods are in none of them. */
  readonly days: readonly { readonly day: string; readonly views: number | null }[];
  /** Of its views, what was counted over periods and stands in no day: files that tell no single days, earliest first. */
  readonly periods: readonly { readonly from: string; readonly to: string; readonly views: number }[];
  /** The audit that judged it; `null` before the first. */
  readonly auditedAt: string | null;
}

/** How the Never consumed page groups what has no counted view. */
export const SILENCE_GROUPS = ['never-viewed', 'watching', 'cannot-judge'] as const;
export type SilenceGroup = (typeof SILENCE_GROUPS)[number];

/** Query of GET /never-consumed: what its lists can be asked for besides the groups themselves. */
export type NeverConsumedQuery = Omit<InventoryQuery, keyof EvidenceQuery | 'counted' | 'period'>;

/** GET /never-consumed: the page's opening sentence, its groups' sizes and causes. Rows come from /inventory?evidence=…  */
export interface NeverConsumedBody {
  readonly auditedAt: string;
  /** Under a filter of which an audit has no totals counting stops early: more than 10,000 is not exact. */
  readonly isExact: boolean;
  /** Published entries that could be judged, and of these the never consumed that nobody keeps. */
  readonly measured: number;
  readonly neverConsumed: number;
  readonly watching: number;
  readonly cannotJudge: readonly { readonly reason: UnmeasuredReason; readonly entries: number }[];
  /** Set aside by *keep, because …* and therefore in none of the groups above. */
  readonly kept: number;
}

/** One source as the Measurement page shows it. */
export interface SourceBody {
  /** As it stands in counts: `import:12`, `tracker:www.example.com`. */
  readonly key: string;
  readonly kind: SourceKind;
  /** As people know it: the file's or the site's name. */
  readonly name: string;
  readonly views: number;
  readonly from: string;
  readonly to: string;
  /** By content type and locale (`''` without locales): runs of measured days, and events per day where days are known. */
  readonly bands: readonly {
    readonly uid: string;
    readonly locale: string;
    readonly measured: readonly { readonly from: string; readonly to: string }[];
    readonly days: readonly { readonly day: string; readonly views: number }[];
  }[];
}

/** GET /measurement?days=: how we know. */
export interface MeasurementBody {
  readonly from: string;
  readonly to: string;
  readonly sources: readonly SourceBody[];
  readonly drops: readonly { readonly reason: DropReason; readonly uid: string; readonly events: number }[];
  readonly beacon: {
    readonly enabled: boolean;
    /** The snippet to copy; `null` while the beacon is off. */
    readonly snippet: string | null;
    readonly origins: readonly string[];
  };
  readonly deliveries: { readonly enabled: boolean; readonly since: string | null };
}

/** GET /measurement/last-event: whether anything arrives. */
export interface LastEventBody {
  /** ISO 8601; `null`: none yet. */
  readonly at: string | null;
}

/** A file of analytics as it was read: GET /imports/analytics, and in the answer to POST /imports/analytics. */
export interface AnalyticsImportBody {
  readonly id: number;
  /** The format's key, `ga4`. */
  readonly format: string;
  readonly name: string | null;
  /** What the file calls its property; `''` where it says none. */
  readonly site: string;
  readonly from: string;
  readonly to: string;
  /** Absence from a complete file is zero; from any other it is not measured. */
  readonly isComplete: boolean;
  readonly rows: number;
  readonly views: number;
  /** `null`: some of it may belong to entries that you may not read. */
  readonly mappedViews: number | null;
  /** Entries that any of its paths belongs to; `null` likewise. */
  readonly mappedEntries: number | null;
  /** Whether you may take it back or let it count again: it is yours, or you may change settings. */
  readonly canUndo: boolean;
  readonly state: 'counted' | 'replaced' | 'undone';
  /** The import that counts instead of a replaced one. */
  readonly replacedBy: number | null;
  readonly by: string | null;
  /** ISO 8601 */
  readonly at: string;
}

/** GET /files: a Media Library file and where it is used. */
export interface FileRow {
  readonly documentId: string;
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly ext: string;
  /** Bytes. */
  readonly size: number;
  readonly createdAt: string;
  /** `used` says how: in a published entry, only in a draft, or nowhere that we can see. */
  readonly usage: Usage;
  /** At most 20 of those that the user may read, published first; `usedBy` counts all. */
  readonly uses: readonly {
    readonly uid: string;
    readonly documentId: string;
    /** The document ID where the title is hidden from the user. */
    readonly title: string;
    /** `draft`: only its draft names the file. */
    readonly status: Exclude<Usage, 'unreferenced'>;
  }[];
  readonly usedBy: number;
  /** Other files with the same content; `null` where contents could not be compared. */
  readonly duplicates: number | null;
  /** `seen-through`: it takes the grade of the entries that show it. */
  readonly measuredBy: MeasuredBy;
  readonly evidence: EvidenceBody;
  /** It is seen through entries that the user may not read, and their counts are left out of `evidence`. */
  readonly hidesCounts: boolean;
}

export const FILE_SORTS = ['size', 'name', 'createdAt', 'usedBy'] as const;
export type FileSort = `${(typeof FILE_SORTS)[number]}:${'asc' | 'desc'}`;

/** Query of GET /files; the same filters go to `files.csv`. */
export interface FilesQuery {
  readonly usage?: Usage | undefined;
  readonly evidence?: Grade | undefined;
  /** A part of the name or URL, whatever its case. */
  readonly search?: string | undefined;
}

/** GET /files: unreferenced first and the largest of them, unless another order is asked for. */
export interface FilesBody {
  readonly data: readonly FileRow[];
  readonly meta: {
    readonly pagination: Pagination;
    /** All files that the user may see, whatever is filtered; sizes in bytes. */
    readonly totals: FileTotals;
    /** When the files were looked through; ISO 8601. */
    readonly auditedAt: string;
    /** They are being looked through again, after a newer audit: soon there will be another list. */
    readonly isRenewed: boolean;
  };
}

/** What a 404 of GET /files says in its details. */
export interface FilesMissing {
  /** `not-yet`: an audit has to be started first. */
  readonly reason: 'not-yet' | 'under-way' | 'switched-off';
}

export interface FileTotals {
  readonly files: number;
  readonly bytes: number;
  readonly unreferenced: number;
  readonly unreferencedBytes: number;
}
