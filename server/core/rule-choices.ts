import { itemsOf } from './rule-match';
import { RULE_FIELD_KINDS, type RuleField, type RuleFieldChoice } from './rules-api';

/** A field that rules may compare, and what some entries of its type say in it. */
export interface SampledField extends RuleField {
  /** Strapi's own word for what the values are. */
  readonly type: string;
  /** Of each entry that says something, its values. */
  readonly samples: readonly (readonly string[])[];
}

/** What each entry or person has for itself: addresses, keys of other systems and whole texts group nothing. */
const OF_EACH_TYPE = new Set(['email', 'uid', 'text']);
const OF_EACH_NAME = new Set(['email', 'mail', 'slug', 'url', 'uri', 'link', 'href', 'key', 'id', 'uuid', 'guid', 'hash', 'bio', 'biography']); // prettier-ignore
/** More different values than this nobody chooses from; of a taxonomy, which entries share, the frequent ones will do. */
const FEW = 50;
const TAXONOMY = 250;

/** What people are offered to make rules by, the most useful first: what divides entries into groups. */
export const choicesOf = (fields: readonly SampledField[]): readonly RuleFieldChoice[] =>
  inOrderOfUse(fields)
    .map((sampled): RuleFieldChoice => ({
      field: sampled.field,
      kind: sampled.kind,
      suits: suitOf(sampled),
      operator: isListed(sampled) ? 'lists' : 'is',
    }))
    .sort((a, b) => SUITS.indexOf(a.suits) - SUITS.indexOf(b.suits));

/** By the kind of field, and of a relation the one that people read. */
export const inOrderOfUse = <Field extends RuleField>(fields: readonly Field[]): readonly Field[] =>
  [...fields].sort(
    (a, b) =>
      RULE_FIELD_KINDS.indexOf(a.kind) - RULE_FIELD_KINDS.indexOf(b.kind) || Number(isLabel(b)) - Number(isLabel(a))
  );

const suitOf = (sampled: SampledField): RuleFieldChoice['suits'] => {
  const { field, kind, type, samples } = sampled;
  if (kind === 'enumeration' || kind === 'boolean') return 'groups';
  if (isOfEach(field)) return 'none';
  if (isListed(sampled)) return 'groups';
  if (OF_EACH_TYPE.has(type)) return 'none';
  const texts = samples.flat();
  const different = new Set(texts).size;
  const repeats = different > 0 && different * 2 <= texts.length;
  if (type === 'json') return repeats && different <= TAXONOMY ? 'groups' : different > 0 ? 'words' : 'none';
  // What a relation leads to is shared by nature; a text is, where it repeats.
  if (kind !== 'relation') return repeats && different <= FEW ? 'groups' : 'words';
  return different <= FEW || (repeats && different <= TAXONOMY) ? 'groups' : 'words';
};

/** "sourceKey", "contact_email" and "category.canonicalURL" by their last word. */
const isOfEach = (field: string): boolean => {
  const [last = ''] = /[^\W_]+$/.exec(field.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')) ?? [];
  // A "learning path" is shared.
  return OF_EACH_NAME.has(last.toLowerCase()) || /(^|\.)path$/i.test(field);
};

/**
 * Whether texts list values: their parts say with fewer words, again and again, what the texts say in ever other
 * combinations. "Washington, DC" and "Smith, Jane" list nothing, and neither do titles with commas.
 */
const isListed = ({ kind, type, samples }: SampledField): boolean => {
  if ((kind !== 'text' && kind !== 'component') || type === 'json') return false;
  const texts = samples.flat();
  const lists = texts.map(itemsOf);
  const items = lists.flat();
  const different = new Set(items).size;
  return (
    lists.some((list) => list.length > 1) &&
    different * 4 <= items.length * 3 &&
    different <= Math.min(new Set(texts).size, TAXONOMY)
  );
};

const SUITS: readonly RuleFieldChoice['suits'][] = ['groups', 'words', 'none'];

const isLabel = ({ field }: RuleField): boolean => /\.(name|title|label|displayName)$/.test(field);
