import type { ContentTypeInput, ContentTypeRef, ContentTypeSetting } from './api';
import { parsePathPattern } from './path-pattern';
import { invalid } from './refusal';

/** A content type of the host as far as auditing needs to know it. */
export interface TypeShape extends ContentTypeRef {
  readonly singularName: string;
  readonly hasSlug: boolean;
  /** Attribute names that a setting may name. */
  readonly fields: {
    readonly title: readonly string[];
    readonly date: readonly string[];
    readonly owner: readonly string[];
    readonly path: readonly string[];
  };
}

/** Last words of names of types that sort or sign content and are none themselves. */
const NOT_CONTENT = new Set([
  'author', 'category', 'contributor', 'editor', 'label', 'menu', 'navigation', 'person', 'redirect', 'tag',
  'team-member', 'topic', 'user', 'writer',
]); // prettier-ignore

/** What holds while nobody has decided: content is what is published or has an address. */
export const defaultSetting = (type: TypeShape): ContentTypeSetting => ({
  uid: type.uid,
  audited: type.kind === 'collectionType' && (type.draftAndPublish || type.hasSlug) && !isNoContent(type.singularName),
  urlPattern: null,
  titleField: null,
  contentDateField: null,
  ownerField: null,
  expiryField: null,
  publishing: 'off',
});

/** A setting with a change applied. Refuses fields that the type does not have and patterns that are none. */
export const changeSetting = (
  type: TypeShape,
  setting: ContentTypeSetting,
  change: ContentTypeInput
): ContentTypeSetting => {
  assertField(type, 'titleField', change.titleField, type.fields.title);
  assertField(type, 'contentDateField', change.contentDateField, type.fields.date);
  assertField(type, 'expiryField', change.expiryField, type.fields.date);
  assertField(type, 'ownerField', change.ownerField, type.fields.owner);
  if (typeof change.urlPattern === 'string') assertPattern(type, change.urlPattern);
  return { ...setting, ...change, uid: type.uid };
};

const isNoContent = (singularName: string): boolean =>
  [...NOT_CONTENT].some((word) => singularName === word || singularName.endsWith(`-${word}`));

const assertField = (
  type: TypeShape,
  field: keyof ContentTypeInput,
  name: string | null | undefined,
  known: readonly string[]
): void => {
  if (name === null || name === undefined || known.includes(name)) return;
  const choice = known.length > 0 ? `use one of ${known.join(', ')}` : 'it has none that would do';
  throw invalid(field, `\`${field}\`: "${type.displayName}" has no field "${name}" for this; ${choice}.`, { known });
};

const assertPattern = (type: TypeShape, pattern: string): void => {
  const parsed = parsePathPattern(pattern);
  if ('error' in parsed) throw invalid('urlPattern', `\`urlPattern\`: ${parsed.error}.`);
  for (const token of parsed.tokens) {
    if (token.kind === 'field') assertField(type, 'urlPattern', token.field, type.fields.path);
    if (token.kind === 'hop') assertField(type, 'urlPattern', `${token.relation}.${token.field}`, type.fields.path);
  }
};
