/** The bodies of the admin HTTP API (`/content-strategy/…`): written by the controllers, read by the admin. */
import type { Action } from './actions';
import type { AgeBasis } from './audit/findings/finding';
import type { DecisionKind } from './decision';
import type { EvidenceBody } from './consumption-api';
import type { NamedDecision } from './decisions-api';
import type { PeriodKey } from './evidence/period';
import type { Silence } from './evidence/silence';
import type { EvidenceQuery } from './evidence/state';
import type {
  CellSetting,
  EntryRef,
  Exclusion,
  ExclusionReason,
  Journey,
  Persona,
  Playbook,
  Priority,
  PublishingRule,
  Stage,
  Status,
  TagOrigin,
  TagPair,
  Verdict,
} from './vocabulary';

export interface Data<T> {
  readonly data: T;
}

/** `totalIsExact: false`: counting stopped at 10,001. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** GET /vocabulary: all that a page or the side panel needs to name things, in one request. */
export interface VocabularyBody {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  /** Types under audit that the user may read. */
  readonly contentTypes: readonly ContentTypeRef[];
  /** The host's locales, default first; empty without i18n. */
  readonly locales: readonly { readonly code: string; readonly name: string }[];
  /** Types of which entries need a place to be published: warned or refused. */
  readonly publishing: Readonly<Record<string, Exclude<PublishingRule, 'off'>>>;
  readonly can: Readonly<Record<Action, boolean>>;
}

/** GET /api/content-strategy/journeys: whom content is made for and when, as a front end may show it; without retired ones. */
export interface JourneysBody {
  /** In order; `everyone` is a key besides them. */
  readonly personas: readonly Pick<Persona, 'key' | 'name' | 'description' | 'position'>[];
  /** The buyer's journey first, each with its stages in order. */
  readonly journeys: readonly {
    readonly key: Journey;
    readonly name: string;
    readonly stages: readonly (Pick<Stage, 'key' | 'name' | 'position'> & { readonly question: string })[];
  }[];
}

export interface ContentTypeRef {
  readonly uid: string;
  readonly displayName: string;
  readonly kind: 'collectionType' | 'singleType';
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
}

/** POST /personas. `key` is made from the name when left out. */
export interface PersonaInput {
  readonly key?: string;
  readonly name: string;
  readonly description?: string;
  readonly group?: string;
  readonly priority?: Priority;
  readonly buys?: boolean;
  readonly uses?: boolean;
}

/** PUT /personas/:key */
export type PersonaPatch = Partial<Omit<PersonaInput, 'key'>> & { readonly retired?: boolean };

/** POST /stages */
export interface StageInput {
  readonly key?: string;
  readonly name: string;
  readonly journey: Journey;
  readonly aliases?: readonly string[];
  readonly target?: number;
  readonly playbook?: Partial<Playbook>;
}

/** PUT /stages/:key */
export type StagePatch = Partial<Omit<StageInput, 'key' | 'journey'>> & { readonly retired?: boolean };

/** PUT /personas/order, PUT /stages/order: every key once, in the new order (stages: of one journey). */
export interface OrderInput {
  readonly keys: readonly string[];
}

/** GET /personas and GET /stages add how many entries use each. */
export type PersonaBody = Persona & { readonly entries: number };
export type StageBody = Stage & { readonly entries: number };

/** GET /stages/presets */
export interface PresetBody {
  readonly key: string;
  readonly name: string;
  readonly stages: readonly Pick<Stage, 'key' | 'name' | 'journey'>[];
}

/** POST /stages/presets/:key/preview and …/apply: what becomes of each present stage. */
export interface PresetPreview {
  readonly preset: string;
  readonly moves: readonly {
    readonly from: Pick<Stage, 'key' | 'name' | 'journey'>;
    /** `null`: no successor; the stage retires and keeps its tags. */
    readonly to: Pick<Stage, 'key' | 'name' | 'journey'> | null;
    readonly entries: number;
  }[];
  readonly added: readonly Pick<Stage, 'key' | 'name' | 'journey'>[];
}

/** GET /cells lists those set; PUT /cells/:persona/:stage */
export type CellInput = Partial<Pick<CellSetting, 'target' | 'notNeeded'>>;

/** How a content type takes part in the audit. Field names are attribute names of the type; `null`: none. */
export interface ContentTypeSetting {
  readonly uid: string;
  readonly audited: boolean;
  /** `/{locale}/blog/{slug}`; `{category.slug}` follows one to-one hop. */
  readonly urlPattern: string | null;
  readonly titleField: string | null;
  readonly contentDateField: string | null;
  readonly ownerField: string | null;
  readonly expiryField: string | null;
  /** Whether publishing in the admin needs a placed entry; only for types with drafts. */
  readonly publishing: PublishingRule;
}

/** GET /content-types: every type of the host that could be audited, with what its fields could be mapped to. */
export interface ContentTypeBody extends ContentTypeRef {
  readonly setting: ContentTypeSetting;
  /** `false`: still the default, nobody has decided. */
  readonly decided: boolean;
  /** What was set and holds no longer, as if it were not set: its attribute is gone, or may not be named. */
  readonly gone: Partial<Readonly<Record<FieldSetting, string>>>;
  /** What the asking user may name. */
  readonly fields: NameableFields;
}

/** The settings that name attributes of their type. */
export const FIELD_SETTINGS = ['urlPattern', 'titleField', 'contentDateField', 'ownerField', 'expiryField'] as const;
export type FieldSetting = (typeof FIELD_SETTINGS)[number];

/** Attributes of a type that settings may name, each for a use; in a path `category.slug` too. */
export interface NameableFields {
  readonly title: readonly string[];
  readonly date: readonly string[];
  readonly owner: readonly string[];
  readonly path: readonly string[];
}

/** Types that have left the host and of which settings, placements or decisions are kept: `meta` of GET /content-types. */
export interface GoneTypes {
  readonly gone: readonly string[];
}

/** PUT /content-types/:uid */
export type ContentTypeInput = Partial<Omit<ContentTypeSetting, 'uid'>>;

export interface TagBody extends TagPair {
  readonly journey: Journey | null;
  readonly origin: TagOrigin;
  /** Who set it, as a name; `null` when the origin is no person or the person is gone. */
  readonly by: string | null;
  /** Keys of the rules that gave the persona and the stage, joined by a space; `null` when the origin is no rule. */
  readonly rule: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** GET, PUT, PATCH /tags/:uid/:documentId */
export interface TagSetBody extends EntryRef {
  readonly tags: readonly TagBody[];
  readonly excluded: Exclusion | null;
}

/** PATCH: `excluded` left out stays, `null` takes the exclusion back; setting it removes all tags. */
export interface TagPatch {
  readonly add?: readonly TagPair[];
  readonly remove?: readonly TagPair[];
  readonly excluded?: { readonly reason: ExclusionReason } | null;
}

/** PUT: replaces the set; at most 100 tags. */
export interface TagReplacement {
  readonly tags: readonly TagPair[];
  readonly excluded?: { readonly reason: ExclusionReason } | null;
}

export const AUDIT_STATUSES = ['running', 'finished', 'failed'] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

/** GET /audits, /audits/:id, /audits/latest; POST /audits answers 202 with one of these; PUT /audits/:id `{ name }` saves it for good. */
export interface AuditBody {
  readonly id: number;
  readonly status: AuditStatus;
  readonly trigger: 'manual' | 'daily' | 'change';
  readonly name: string | null;
  /** Whole percent of the library looked through, 0 to 100: how much that is, is told of what a user may read alone. */
  readonly progress: number;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** What went wrong, as a sentence, when `failed`. */
  readonly error: string | null;
  /** The library or its settings changed so much since (an import) that the numbers no longer describe it. */
  readonly outdated: boolean;
}

export const COUNTED = ['published', 'all', 'dedicated'] as const;
/** What a number counts: published entries, drafts too, or published ones written specifically. */
export type Counted = (typeof COUNTED)[number];

/** Distinct entries: the large number and the small line beside it. */
export interface Count {
  readonly current: number;
  readonly old: number;
}

export const DEMANDS = ['crowded', 'underserved'] as const;
/** Supply against demand: more than is looked at, or less than is asked for. */
export type Demand = (typeof DEMANDS)[number];

/** What is known of the consumption of the entries behind a number. */
export interface Consumption {
  /** Counted views; `null` where none of the entries is measured. */
  readonly views: number | null;
  /** Entries that could be judged, and of these the never consumed. */
  readonly measured: number;
  readonly neverConsumed: number;
  /** In a period: not all days of all the published entries are known, so that the views are at least so many. */
  readonly isPartial?: boolean;
}

export interface CoverageCell extends Count, Consumption {
  readonly persona: string;
  readonly journey: Journey;
  readonly stage: string;
  /** Current entries for everyone at this stage: shown beside, never added. */
  readonly everyone: number;
  /** Covered, but by no entry written specifically. */
  readonly sharedOnly: boolean;
  readonly target: number;
  readonly verdict: Verdict;
  readonly notNeeded: string | null;
  readonly demand: Demand | null;
  /** 1 is the gap that matters most; `null` for what is no gap. */
  readonly rank: number | null;
}

export const HANDOFFS = ['kept', 'broken', 'not-started'] as const;
/** Whether what is promised before the purchase is met after it: `broken` without onboarding content, `not-started` without decision content. */
export type Handoff = (typeof HANDOFFS)[number];

export interface CoverageGap {
  readonly persona: string;
  readonly stage: string;
  readonly question: string;
  /** What works there, from the playbook. */
  readonly content: readonly string[];
  /** The other persona's cell at this stage with most to adapt. */
  readonly nearest: { readonly persona: string; readonly stage: string; readonly entries: number } | null;
}

/** GET /coverage: `cells` = personas × stages, empty ones included, rows in order. */
export interface CoverageBody {
  readonly audit: AuditBody;
  readonly counted: Counted;
  /** As they were named and ordered when the audit ran. */
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly cells: readonly CoverageCell[];
  /** Distinct entries of each persona, `everyone` and `not-set` in each journey. */
  readonly journeyCells: readonly (Count & Consumption & { readonly persona: string; readonly journey: Journey })[];
  readonly everyone: readonly (Count & Consumption & { readonly stage: string })[];
  /** Tags with one side open; only what holds something. */
  readonly notSet: {
    readonly persona: readonly (Count & Consumption & { readonly stage: string })[];
    readonly stage: readonly (Count & Consumption & { readonly persona: string })[];
  };
  readonly handoffs: readonly { readonly persona: string; readonly handoff: Handoff }[];
  /** Biggest first. */
  readonly gaps: readonly CoverageGap[];
  readonly totals: {
    readonly entries: number;
    /** In a journey or, `excluded`, no part of one: all that is dealt with. */
    readonly placed: number;
    readonly toPlace: number;
    readonly excluded: number;
    readonly personas: Readonly<Record<string, Count>>;
    readonly stages: Readonly<Record<string, Count>>;
    readonly journeys: Readonly<Record<Journey, Count>>;
  };
  /** Of the entries behind the totals, and the days (`YYYY-MM-DD`) of which the views tell: `null` where nobody knows. */
  readonly consumption: {
    /** The period asked for; `null`: all that is known. */
    readonly period: PeriodKey | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly personas: Readonly<Record<string, Consumption>>;
    readonly stages: Readonly<Record<string, Consumption>>;
    readonly journeys: Readonly<Record<Journey, Consumption>>;
  };
  /** Too little is placed to judge cells. */
  readonly sparse: boolean;
}

/** What GET /coverage/types is asked for: one number on the heatmap. */
export type CoverageTypesQuery = Pick<
  InventoryQuery,
  'audit' | 'contentType' | 'locale' | 'counted' | 'persona' | 'journey' | 'stage'
>;

/** GET /coverage/types: the entries behind one number by content type, as many as the user may read; only types with any. */
export type CoverageTypesBody = readonly { readonly uid: string; readonly entries: number }[];

/** GET /glance: what an untagged library already tells. */
export interface GlanceBody {
  readonly audit: AuditBody;
  readonly entries: number;
  readonly contentTypes: readonly { readonly uid: string; readonly displayName: string; readonly entries: number }[];
  /** Each links to `/inventory?finding=key&counted=all`. */
  readonly findings: readonly { readonly finding: string; readonly entries: number }[];
  /** By what ages are told; `null`: of some entries by the last edit, of others by the content date. */
  readonly ageBy: 'edited' | null;
  /** Distinct owners that are gone or blocked. */
  readonly ownersGone: number;
}

export const OWNER_STATES = ['active', 'blocked', 'gone'] as const;
export type OwnerState = (typeof OWNER_STATES)[number];

export const PLACEMENTS = ['placed', 'to-place', 'excluded'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Why an entry is still to place. */
export const OPEN_REASONS = ['no-tags', 'persona-open', 'stage-open', 'retired'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** In filters: entries about which nothing has been decided. */
export const UNDECIDED = 'undecided';

/** Where an entry stands, and what is decided about it. */
export type EntryNow = Pick<InventoryRow, 'placement' | 'openReason' | 'tags' | 'excluded' | 'decision'>;

/** One row of GET /inventory: an entry, or with a locale filter that version of it. Dates are ISO 8601. */
export interface InventoryRow extends EntryRef {
  /** The version described; `null` for the entry over all of its versions. */
  readonly locale: string | null;
  readonly locales: readonly string[];
  readonly contentType: string;
  readonly kind: 'collectionType' | 'singleType';
  /** The document ID where the title's field is empty or hidden from the user. */
  readonly title: string;
  readonly path: string | null;
  readonly status: Status;
  readonly current: boolean;
  readonly placement: Placement;
  readonly openReason: OpenReason | null;
  readonly tags: readonly (TagPair & { readonly journey: Journey | null; readonly origin: TagOrigin })[];
  readonly excluded: ExclusionReason | null;
  /** Written specifically or for many; `null` while it is in no cell. */
  readonly scope: 'dedicated' | 'shared' | null;
  readonly owner: string | null;
  readonly ownerState: OwnerState | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly contentDate: string | null;
  /** By what its age is told, the mapped content date or the last edit; `null`: the user may not read the content date. */
  readonly ageBy: AgeBasis | null;
  readonly expiresAt: string | null;
  readonly findings: readonly string[];
  readonly decision: NamedDecision | null;
  /** The day of its first publication, `YYYY-MM-DD`; `null`: not published, or hidden from the user. */
  readonly firstPublishedAt: string | null;
  readonly evidence: EvidenceBody;
  /** Where the Never consumed page has it, or `kept`; `null` for what was viewed or is not published. */
  readonly silence: Silence | null;
  /** Who has placed it by hand, by name; left out where nobody has, and in lists of a saved audit. */
  readonly placedBy?: readonly string[];
  /** What has become of it since the audit; left out where nothing has, and in lists of a saved audit. */
  readonly now?: EntryNow;
}

/** Query of GET /inventory; the same filters go to GET /exports/:name. `persona` and `stage` take `not-set`. */
export interface InventoryQuery extends EvidenceQuery {
  readonly persona?: string | undefined;
  readonly journey?: Journey | undefined;
  readonly stage?: string | undefined;
  readonly placement?: Placement | undefined;
  readonly contentType?: string | undefined;
  readonly locale?: string | undefined;
  readonly status?: Status | undefined;
  readonly counted?: Counted | undefined;
  readonly age?: 'current' | 'old' | undefined;
  /** A part of the owner's name, whatever its case. */
  readonly owner?: string | undefined;
  readonly finding?: string | undefined;
  readonly decision?: DecisionKind | typeof UNDECIDED | undefined;
  /** Decisions whose day has passed. */
  readonly due?: 'overdue' | undefined;
  readonly search?: string | undefined;
  /** An audit's id; the newest finished one when left out. */
  readonly audit?: number | undefined;
  /** Of which days views are shown and sorted by; all that are known when left out. */
  readonly period?: PeriodKey | undefined;
  /** Only what an operation of GET /operations has changed. */
  readonly operation?: number | undefined;
  /** Only what a file of GET /imports/analytics tells of. */
  readonly import?: number | undefined;
}

export const INVENTORY_SORTS = [
  'updatedAt',
  'title',
  'createdAt',
  'contentDate',
  'current',
  'firstPublishedAt',
  'views',
  'measuredDays',
  'lastViewed',
] as const;
export type InventorySort = `${(typeof INVENTORY_SORTS)[number]}:${'asc' | 'desc'}`;

export interface InventoryBody {
  readonly data: readonly InventoryRow[];
  readonly meta: {
    readonly pagination: Pagination;
    readonly audit: AuditBody;
    /** Entries that the same filter counts on the heatmap or in the history, when it differs from the rows that the user may open. */
    readonly counted: number | null;
  };
}

export const EXPORTS = [
  'coverage.csv',
  'inventory.csv',
  'tags.csv',
  'never-consumed.csv',
  'consumption.csv',
  'files.csv',
] as const;
export type ExportName = (typeof EXPORTS)[number];
