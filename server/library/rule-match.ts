import type { Core } from '@strapi/strapi';
import type { RuleField } from '../core/rules-api';

/** What a rule may compare: the type's own values, and one step further those of its relations and components. */
export const ruleFields = (strapi: Core.Strapi, uid: string): readonly RuleField[] =>
  Object.entries(attributesOf(strapi, uid)).flatMap(([name, attribute]) => {
    const own = kindOf(attribute);
    if (own) return [{ field: name, kind: own }];
    const { kind, target } = stepOf(attribute) ?? {};
    if (!kind || !target) return [];
    return Object.entries(attributesOf(strapi, target)).flatMap(([inner, { type }]) =>
      TEXT.has(type) || type === 'enumeration' ? [{ field: `${name}.${inner}`, kind }] : []
    );
  });

/** Strapi's word for what a field of a type holds, or one of its relations' or components' fields. */
export const valueType = (strapi: Core.Strapi, uid: string, field: string): string => {
  const [name = '', inner] = field.split('.');
  const own = attributesOf(strapi, uid)[name];
  const target = own && stepOf(own)?.target;
  return (inner === undefined || !target ? own : attributesOf(strapi, target)[inner])?.type ?? '';
};

type Attribute = Readonly<Record<string, unknown>> & { readonly type: string };

const TEXT = new Set(['string', 'uid', 'text', 'email']);
const STRAPI_S_OWN = new Set(['documentId', 'locale', 'createdBy', 'updatedBy', 'localizations']);

const attributesOf = (strapi: Core.Strapi, uid: string): Readonly<Record<string, Attribute>> => {
  const models = { ...strapi.contentTypes, ...strapi.components } as unknown as Readonly<
    Record<string, { readonly attributes: Readonly<Record<string, Attribute>> }>
  >;
  const attributes = models[uid]?.attributes ?? {};
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !STRAPI_S_OWN.has(name)));
};

const kindOf = ({ type }: Attribute): RuleField['kind'] | null => {
  if (type === 'enumeration' || type === 'boolean') return type;
  return TEXT.has(type) ? 'text' : null;
};

const stepOf = ({ type, target, component, relation }: Attribute) => {
  if (type === 'component' && typeof component === 'string') return { kind: 'component', target: component } as const;
  const leads = type === 'relation' && typeof target === 'string' && !String(relation).startsWith('morph');
  return leads ? ({ kind: 'relation', target } as const) : null;
};
