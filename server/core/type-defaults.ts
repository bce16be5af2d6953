import {
  FIELD_SETTINGS,
  type ContentTypeBody,
  type ContentTypeInput,
  type ContentTypeRef,
  type ContentTypeSetting,
  type FieldSetting,
  type NameableFields,
} from './api';
import { parsePathPattern } from './path-pattern';
import { invalid } from './refusal';

/** A content type of the host as far as auditing needs to know it. */
export interface TypeShape extends ContentTypeRef {
  readonly singularName: string;
  readonly hasSlug: boolean;
}

/** Last words of names of types that sort or sign content and are none themselves. */
const NOT_CONTENT = new Set([
  'author', 'category', 'contributor', 'editor', 'label', 'menu', 'navigation', 'person', 'redirect', 'redirection',
  'redirect-rule', 'tag', 'team-member', 'topic', 'user', 'writer',
]); // prettier-ignore

/** Accounts of a site's visitors: some hosts give them drafts or a slug, which makes them no content. */
const ACCOUNTS = 'plugin::users-permissions.';

/** What holds while nobody has decided: content is what is published or has an address. */
export const defaultSetting = (type: TypeShape): ContentTypeSetting => ({
  uid: type.uid,
  audited: type.kind === 'collectionType' && (type.draftAndPublish || type.hasSlug) && !isNoContent(type),
  urlPattern: null,
  titleField: null,
  contentDateField: null,
  ownerField: null,
  expiryField: null,
  publishing: 'off',
});

/** A stored setting as far as it holds, and what of it does not: attributes that are gone, or may not be named. */
export const holding = (
  type: TypeShape,
  stored: Partial<ContentTypeSetting>,
  fields: NameableFields
): Pick<ContentTypeBody, 'setting' | 'gone'> => {
  const all = { ...defaultSetting(type), ...stored, uid: type.uid };
  const gone = FIELD_SETTINGS.flatMap((name) => {
    const value = all[name];
    return value !== null && problemOf(type, fields, name, value) !== null ? [[name, value] as const] : [];
  });
  return {
    setting: { ...all, ...Object.fromEntries(gone.map(([name]) => [name, null])) },
    gone: Object.fromEntries(gone),
  };
};

/**
 * A stored setting with a change applied. Refuses fields that the type does not have or that the user may not name, and
 * patterns that are none; what is stored already may be sent again.
 */
export const changeSetting = (
  type: TypeShape,
  stored: Partial<ContentTypeSetting>,
  change: ContentTypeInput,
  fields: NameableFields
): ContentTypeSetting => {
  const before = { ...defaultSetting(type), ...stored };
  for (const name of FIELD_SETTINGS) {
    const value = change[name];
    if (typeof value !== 'string' || value === before[name]) continue;
    const problem = problemOf(type, fields, name, value);
    if (problem !== null) throw invalid(name, problem.message, { known: problem.known });
  }
  return { ...before, ...change, uid: type.uid };
};

const isNoContent = ({ uid, singularName }: TypeShape): boolean =>
  uid.startsWith(ACCOUNTS) ||
  [...NOT_CONTENT].some((word) => singularName === word || singularName.endsWith(`-${word}`));

interface Problem {
  readonly message: string;
  readonly known?: readonly string[];
}

const FIELDS_OF = {
  titleField: 'title',
  contentDateField: 'date',
  expiryField: 'date',
  ownerField: 'owner',
} satisfies Record<Exclude<FieldSetting, 'urlPattern'>, keyof NameableFields>;

/** Why a setting cannot be so; `null`: it can. */
const problemOf = (type: TypeShape, fields: NameableFields, name: FieldSetting, value: string): Problem | null => {
  if (name !== 'urlPattern') return fieldProblem(type, name, value, fields[FIELDS_OF[name]]);
  const parsed = parsePathPattern(value);
  if ('error' in parsed) return { message: `\`urlPattern\`: ${parsed.error}.` };
  for (const token of parsed.tokens) {
    const named =
      token.kind === 'hop' ? `${token.relation}.${token.field}` : token.kind === 'field' ? token.field : null;
    const problem = named === null ? null : fieldProblem(type, name, named, fields.path);
    if (problem !== null) return problem;
  }
  return null;
};

const fieldProblem = (type: TypeShape, name: FieldSetting, field: string, known: readonly string[]): Problem | null => {
  if (known.includes(field)) return null;
  const choice = known.length > 0 ? `use one of ${known.join(', ')}` : 'it has none that would do';
  const message = `\`${name}\`: "${type.displayName}" has no field "${field}" for this, or you may not read it; ${choice}.`;
  return { message, known };
};
