import { RULE_FIELD_KINDS, type RuleField, type RuleFieldChoice } from './rules-api';

/** A field that rules may compare, and what some entries of its type say in it. */
export interface SampledField extends RuleField {
  /** Strapi's own word for what the values are. */
  readonly type: string;
  /** Of each entry that says something, its values. */
  readonly samples: readonly (readonly string[])[];
}

/** What each entry or person has for itself: addresses and whole texts group nothing. */
const OF_EACH_TYPE = new Set(['email', 'uid', 'text']);
const OF_EACH_NAME = /(^|\.)(e-?mail|slug|bio|biography|url|path)$/i;
/** More different values than this nobody chooses from. */
const FEW = 50;

/** What people are offered to make rules by, the most useful first: what divides entries into groups. */
export const choicesOf = (fields: readonly SampledField[]): readonly RuleFieldChoice[] =>
  inOrderOfUse(fields)
    .map((sampled) => ({ field: sampled.field, kind: sampled.kind, suits: suitOf(sampled) }))
    .sort((a, b) => SUITS.indexOf(a.suits) - SUITS.indexOf(b.suits));

/** By the kind of field, and of a relation the one that people read. */
export const inOrderOfUse = <Field extends RuleField>(fields: readonly Field[]): readonly Field[] =>
  [...fields].sort(
    (a, b) =>
      RULE_FIELD_KINDS.indexOf(a.kind) - RULE_FIELD_KINDS.indexOf(b.kind) || Number(isLabel(b)) - Number(isLabel(a))
  );

const suitOf = ({ field, kind, type, samples }: SampledField): RuleFieldChoice['suits'] => {
  if (OF_EACH_TYPE.has(type) || OF_EACH_NAME.test(field)) return 'none';
  if (kind === 'enumeration' || kind === 'boolean') return 'groups';
  const different = new Set(samples.flat()).size;
  // What a relation leads to is shared by nature; a text is, where it repeats.
  const repeats = kind === 'relation' || (different > 0 && different * 2 <= samples.length);
  return repeats && different <= FEW ? 'groups' : 'words';
};

const SUITS: readonly RuleFieldChoice['suits'][] = ['groups', 'words', 'none'];

const isLabel = ({ field }: RuleField): boolean => /\.(name|title|label|displayName)$/.test(field);
