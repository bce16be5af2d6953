/** The two journeys: `buyer` before the purchase, `customer` after it. Fixed; every stage belongs to one. */
export const JOURNEYS = ['buyer', 'customer'] as const;
export type Journey = (typeof JOURNEYS)[number];

/** The built-in persona key of entries made for everyone; such an entry is never added to another persona. */
export const EVERYONE = 'everyone';

/** In filters and URLs: the side of a tag that is still open. Reserved, like `everyone`: no persona or stage has it as key. */
export const NOT_SET = 'not-set';

export const PRIORITIES = ['primary', 'secondary'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** For whom content is made. `key` is immutable kebab-case; `position` orders rows, from 0. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly group: string;
  readonly priority: Priority;
  readonly buys: boolean;
  readonly uses: boolean;
  readonly position: number;
  /** Out of pickers and heatmap; its tags are kept. */
  readonly retired: boolean;
}

/** What a stage asks for: the question in the persona's head and who answers it with what. */
export interface Playbook {
  readonly question: string;
  readonly goal: string;
  readonly owners: readonly string[];
  readonly content: readonly string[];
  readonly metrics: readonly string[];
}

/** An ordered step of one journey. `key` is immutable and unique across both journeys; `position` is within the journey, from 0. */
export interface Stage {
  readonly key: string;
  readonly name: string;
  readonly journey: Journey;
  readonly position: number;
  /** Other names by which imports and people know the stage. */
  readonly aliases: readonly string[];
  /** Current entries wanted in each of its cells. */
  readonly target: number;
  readonly playbook: Playbook;
  readonly retired: boolean;
}

/** One persona at one stage; `null` is "not set yet": kept and listed, in no cell. */
export interface TagPair {
  readonly persona: string | null;
  readonly stage: string | null;
}

export const TAG_ORIGINS = ['person', 'rule', 'import'] as const;
export type TagOrigin = (typeof TAG_ORIGINS)[number];

/** A tag as stored: the pair and where it came from. */
export interface Tag extends TagPair {
  readonly origin: TagOrigin;
}

export const EXCLUSION_REASONS = ['legal', 'navigation', 'error-page', 'other'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export const PUBLISHING_RULES = ['off', 'warn', 'block'] as const;
/** What happens in the admin when an entry is published that has no place: nothing, a warning, or a refusal. */
export type PublishingRule = (typeof PUBLISHING_RULES)[number];

/** Why an entry is no part of a journey. */
export interface Exclusion {
  readonly reason: ExclusionReason;
}

/** A Strapi document. */
export interface EntryRef {
  readonly uid: string;
  readonly documentId: string;
}

/** Identity of an entry, for sets and look-ups; uids and document IDs hold no space. */
export const entryKey = ({ uid, documentId }: EntryRef): string => `${uid} ${documentId}`;

export const STATUSES = ['draft', 'published', 'modified'] as const;
export type Status = (typeof STATUSES)[number];

/** A persona's own wish for one cell, over the stage's default. */
export interface CellSetting {
  readonly persona: string;
  readonly stage: string;
  /** `null`: the stage's target. */
  readonly target: number | null;
  /** Why nothing is needed here; `null` when something is. */
  readonly notNeeded: string | null;
}

export const VERDICTS = ['gap', 'thin', 'on-target', 'plenty', 'not-needed'] as const;
export type Verdict = (typeof VERDICTS)[number];
