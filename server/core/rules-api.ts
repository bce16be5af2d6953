/** Placement rules: bodies of the admin HTTP API. */
import type { PersonaInput } from './api';
import type { PlacingBody } from './placing-api';
import type { EntryRef, ExclusionReason } from './vocabulary';

export const RULE_OPERATORS = ['is', 'lists', 'contains', 'starts-with'] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** Compares a field with any of some values; upper and lower case are the same, spaces at the ends count. */
export interface RuleCondition {
  /** An attribute of the type, or one of a relation's or a component's: `category.slug`. A list in JSON says each of its texts. */
  readonly field: string;
  /** `lists`: a text that lists its values, apart by commas, semicolons, bars or lines, names one of these. */
  readonly operator: RuleOperator;
  /** `true` and `false` for a boolean. */
  readonly values: readonly string[];
}

/**
 * Places the entries of one content type that meet a condition. Rules of a type are asked in order: the first that
 * names personas gives the personas, the first that names stages gives the stages; either side may stay open. The first
 * of all that match may instead say that the entry is no part of a journey.
 */
export interface RuleInput {
  readonly contentType: string;
  /** `null`: every entry of the type. */
  readonly condition: RuleCondition | null;
  readonly personas: readonly string[];
  readonly stages: readonly string[];
  readonly excluded: ExclusionReason | null;
}

/** A rule that stays; `key` never changes. */
export interface Rule extends RuleInput {
  readonly key: string;
}

/** GET /rules, in order. */
export interface RuleBody extends Rule {
  /** Entries that it places now, alone or with another rule; of those that the user may read. */
  readonly entries: number;
  /** The user may not read what it compares: `condition` is `null` whatever it is, and saving must leave the rule as it is shown. */
  readonly hidden: boolean;
  /**
   * What it names and nobody may name any more; `null`: nothing. Such a rule matches nothing, and what it has placed stays
   * until it is taken out of the list: `condition` is `null` whatever it is, and sent so the rule stays as it is.
   */
  readonly gone: RuleGone | null;
}

/** `name`: the uid of a content type, or the field of a condition as it was written; gone from the host, or banned. */
export interface RuleGone {
  readonly what: 'contentType' | 'field';
  readonly name: string;
}

/** A rule of the list as previews and saving take it. */
export const keptRule = ({ entries: _entries, hidden: _hidden, gone: _gone, ...rule }: RuleBody): Rule => rule;

/** Those that divide entries best come first; `list`: JSON, of which lists of texts count. */
export const RULE_FIELD_KINDS = ['enumeration', 'relation', 'component', 'list', 'boolean', 'text'] as const;

/** What a rule may compare. */
export interface RuleField {
  readonly field: string;
  readonly kind: (typeof RULE_FIELD_KINDS)[number];
}

/** GET /rules/fields?contentType=: the most useful first, by the first 300 entries that the user may read. */
export interface RuleFieldChoice extends RuleField {
  /**
   * `groups`: entries share its few values; `words`: each says something else, such as its title, of which a rule may
   * look for words; `none`: allowed, and not worth offering: e-mail addresses, slugs, long texts, JSON without lists.
   */
  readonly suits: 'groups' | 'words' | 'none';
  /** By which entries that share a value are told: `lists` where one text names several. */
  readonly operator: 'is' | 'lists';
}

/** What values are asked for. */
export interface RuleValuesQuery extends Pick<RuleFieldChoice, 'field' | 'operator'> {
  readonly contentType: string;
}

/** GET /rules/values?contentType=&field=&operator=: the most frequent values, most entries first, at most 50; of `lists` each by itself. */
export interface RuleValue {
  readonly value: string;
  readonly entries: number;
}

/** So many entries a preview looks at, of all types together, so that trying rules out does not keep the host. */
export const MOST_PREVIEWED = 50_000;

/** POST /rules/preview: what these rules would do instead of those that are kept; nothing is saved. */
export interface RulesPreviewInput {
  /** With the keys of those kept, so that what they placed and would place again counts as no change. */
  readonly rules: readonly (RuleInput & { readonly key?: string })[];
  /** Personas that do not exist yet and that the rules name; with keys. */
  readonly personas?: readonly PersonaInput[];
}

/** How many entries would be in one cell; `persona` may be `everyone`. */
export interface RulesPreviewCell {
  readonly persona: string;
  readonly stage: string;
  readonly count: number;
}

/** All of it is over versions of entries that the user may read. */
export interface RulesPreviewBody {
  /** Rule by rule, in the order asked: entries that meet its condition, and the first of them. */
  readonly rules: readonly {
    readonly entries: number;
    readonly examples: readonly (EntryRef & { readonly title: string })[];
  }[];
  /** Entries that would be in a cell, for everyone at a stage, or no part of a journey; of all in the types under audit. */
  readonly placed: { readonly before: number; readonly after: number; readonly entries: number };
  /** The heatmap that would come, of the same entries; cells without any are left out. */
  readonly cells: readonly RulesPreviewCell[];
  /** `false`: there are more entries than a preview looks at (MOST_PREVIEWED); all numbers are of the first. */
  readonly isAll: boolean;
  readonly placing: PlacingBody;
}

/** PUT /rules: the whole list in order; rules without a key are new, those left out go. */
export interface RulesInput {
  readonly rules: readonly (RuleInput & { readonly key?: string })[];
  /** Also places anew all that rules have placed or may place; else only new entries follow the rules. */
  readonly place: boolean;
}

export interface RulesBody {
  readonly rules: readonly RuleBody[];
  /** `null` unless asked to place. */
  readonly placing: PlacingBody | null;
}

/** POST /setup: the first run in one go. Types under audit, personas, rules added behind those kept, and placing. */
export interface SetupInput {
  readonly contentTypes?: readonly { readonly uid: string; readonly audited: boolean }[];
  readonly personas?: readonly PersonaInput[];
  readonly rules: readonly RuleInput[];
}
