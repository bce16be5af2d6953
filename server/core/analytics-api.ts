/** Importing what other tools counted (`POST /imports/analytics`): bodies of the admin HTTP API. Days are `YYYY-MM-DD`, UTC. */
import type { HostViews } from './analytics/hosts';
import type { MovedSection } from './analytics/moved-section';
import type { AnalyticsImportBody } from './consumption-api';
import type { Grade } from './evidence/evidence';
import type { NamedEntry } from './placing-api';
import type { EntryRef } from './vocabulary';

/** The reports that are read. A format is one file in `core/analytics`. */
export const ANALYTICS_REPORTS = [
  'ga4-pages',
  'ga4-explore',
  'universal-analytics',
  'matomo',
  'plausible',
  'umami',
  'goatcounter',
  'simple-analytics',
  'access-log',
  'cloudflare',
  'plain-csv',
] as const;
export type AnalyticsReport = (typeof ANALYTICS_REPORTS)[number];

/** What only the importer knows: the tool counted a part and extrapolated, hid small numbers, or was asked for a part. */
export const IMPORTER_WORDS = ['sampled', 'thresholded', 'filtered'] as const;
export type ImporterWord = (typeof IMPORTER_WORDS)[number];

/** What rows say themselves: no word of the importer's changes it. */
export const CERTAIN_REASONS = ['other-row', 'folders'] as const;

/** What a file only looks like, and the importer may know better. */
export const GUESSED_REASONS = [
  'assumed-columns',
  'below-total',
  'round-count',
  'high-minimum',
  'cut-row',
  'unread-rows',
  'server-log',
  'one-word',
  'segment',
  'no-match',
] as const;

/**
 * Why a path that is absent from a file is not known to have had no views. `other-row`: the tool put pages together;
 * `folders`: rows are folders, not pages; `assumed-columns`: headers in an unknown language; `below-total`: the rows are
 * fewer than the file's own total; `round-count`: as many rows as tools cut off at; `high-minimum`: no page that was
 * hardly viewed; `cut-row`: the last row ends in its middle; `unread-rows`: some lines cannot be read;
 * `server-log`: caches and pages that load others by script answer readers without asking the server; `one-word`: all paths share a word, as a search box leaves
 * them; `segment`: of a part of the visitors; `no-match`: no path leads to an entry; `said`: the importer says so.
 */
export const INCOMPLETE_REASONS = [...CERTAIN_REASONS, ...GUESSED_REASONS, 'said', ...IMPORTER_WORDS] as const;
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];

/** Query of POST /imports/analytics. The file comes as a form's field `file`, or as the whole body. */
export interface AnalyticsQuery {
  readonly dryRun?: 'true' | 'false';
  /** The period, both days included: where the file does not say it. */
  readonly from?: string;
  readonly to?: string;
  /** `true`: every page is in the file, though it looks cut off; an `(other)` row stays what it is. `false`: not every one. */
  readonly complete?: 'true' | 'false';
  /** Words of IMPORTER_WORDS, apart by commas. */
  readonly because?: string;
  /** Which site or section it is about, instead of what the file calls its property. */
  readonly site?: string;
  /** Hosts whose views count, apart by commas, where the file names several. */
  readonly hosts?: string;
}

/** A path of the file with its views. */
export interface PathCount {
  readonly path: string;
  readonly views: number;
}

/** A path that several entries have, `shared` of which you may read; `entries` are the first few of these. */
export interface SharedPath extends PathCount {
  readonly entries: readonly NamedEntry[];
  readonly shared: number;
}

/** How many paths, with how many views together; the first hundred of them, most views first. */
export interface PathList<Path extends PathCount = PathCount> {
  readonly paths: number;
  readonly views: number;
  readonly top: readonly Path[];
}

/** A URL pattern by which paths of the file lead to entries of a type that has none yet. */
export interface SuggestedPattern {
  readonly uid: string;
  readonly displayName: string;
  readonly pattern: string;
  /** Published versions that the file names under it, of those that were looked at. */
  readonly found: number;
  readonly of: number;
}

/** So many entries are graded otherwise. */
export interface GradeChange {
  readonly from: Grade;
  readonly to: Grade;
  readonly entries: number;
}

/** A section of which several paths of the file end as entries that you may read do; `paths` with their `views`, of so many `entries`. */
export interface SuggestedMoveBody extends MovedSection {
  readonly paths: number;
  readonly views: number;
  readonly entries: number;
}

interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** POST /imports/analytics: what the file says, and what importing it does. */
export interface AnalyticsBody {
  readonly dryRun: boolean;
  /** `delimiter` `null`: each line is a row, as in a log. */
  readonly file: {
    readonly name: string | null;
    readonly encoding: string;
    readonly delimiter: ',' | ';' | '\t' | null;
  };
  readonly report: AnalyticsReport;
  readonly site: string;
  /** `null`: neither the file nor the request says it, so that only a dry run is answered. */
  readonly period: { readonly from: string; readonly to: string; readonly isFromFile: boolean } | null;
  /** Days between its rows of which none is: the first run of them. Without a word of the importer's there is no period. */
  readonly gap: { readonly rows: DaySpan; readonly missing: DaySpan } | null;
  readonly isComplete: boolean;
  readonly incomplete: readonly IncompleteReason[];
  /** Hosts that the file names, most views first; views of those not chosen are counted for no entry. */
  readonly hosts: readonly HostViews[];
  /** Rows about a path; paths, each once as it was normalised; their views, without `otherViews` of no known path. */
  readonly rows: number;
  readonly paths: number;
  readonly views: number;
  readonly otherViews: number;
  /** Hits of robots, left out; `null`: the file does not tell them from people, so that they count. */
  readonly robots: number | null;
  /** Of entries that you may read; what belongs to others is counted for them, and unmatched to you. */
  readonly mapped: { readonly paths: number; readonly views: number; readonly entries: number };
  readonly unmatched: PathList;
  readonly ambiguous: PathList<SharedPath>;
  /** Of the mapped paths, those that no entry has now: so many were its former address, so many stand in a section that moved. */
  readonly readdressed: { readonly former: number; readonly moved: number };
  /** Paths of no entry that may have been the address of entries that you may read: these are not measured. */
  readonly inDoubt: PathList<SharedPath>;
  /** On a dry run. */
  readonly moves: readonly SuggestedMoveBody[];
  /** Of types that you may read and whose pattern is not set; on a dry run. */
  readonly patterns: readonly SuggestedPattern[];
  /** Imports of the same tool and site that count no longer on the days they share with this one. */
  readonly replaces: readonly AnalyticsImportBody[];
  /** Counted imports of the same tool and overlapping days that count beside it, being of another site. */
  readonly besides: readonly AnalyticsImportBody[];
  /** Of entries that you may read, those that would be graded otherwise; on a dry run, once there is a period and an audit. */
  readonly grades: readonly GradeChange[] | null;
  /** As it was written; `null` on a dry run. */
  readonly import: AnalyticsImportBody | null;
}

/**
 * PUT /imports/analytics/overrides: a path belongs to an entry from the next import on, and where it was in doubt from the
 * next audit on; `entry` `none`: it is of no entry; `null`: of one that is listed to you, as its pattern says again.
 */
export interface PathOverrideInput {
  readonly path: string;
  readonly entry: (EntryRef & { readonly locale?: string }) | 'none' | null;
}

/** GET /imports/analytics/overrides: a path that somebody mapped by hand to an entry that you may read, or that you said is of none, as it is kept: without case. Newest first. */
export interface MappedPathBody {
  readonly path: string;
  /** `null`: it is not there any more, or not in the locale, so that the path is left to the patterns; `none`: it is of no entry. */
  readonly entry: (NamedEntry & { readonly locale: string }) | 'none' | null;
  readonly by: string | null;
  /** ISO 8601 */
  readonly at: string;
}

/** Its answer. `path` as it is kept. */
export interface PathOverrideBody {
  readonly path: string;
  readonly entry: (EntryRef & { readonly locale: string }) | 'none' | null;
}

/**
 * PUT /imports/analytics/moves: what began with `from` begins with `to` now, both without a slash at the end, `*` in `from`
 * for any one segment, `''` for the whole site. It maps paths from the next import on, and where they were in doubt from
 * the next audit on. Answered as it is kept. DELETE with the same in its query takes it back.
 */
export type MoveInput = MovedSection;

/** GET /imports/analytics/moves: a section that you said has moved, or anybody, if you may see every address. Newest first. */
export interface MoveBody extends MovedSection {
  readonly by: string | null;
  /** ISO 8601 */
  readonly at: string;
}
