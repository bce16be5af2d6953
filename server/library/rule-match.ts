import type { Core } from '@strapi/strapi';
import type { RuleField } from '../core/rules-api';
import { nameable, nameablePaths, type Asker } from './nameable';

/** What a rule may compare: the type's own values, and one step further those of its relations and components. */
export const ruleFields = (strapi: Core.Strapi, uid: string, by: Asker): readonly RuleField[] =>
  nameablePaths(strapi, uid, 'rule', by).map(({ name, step, type }) => ({
    field: name,
    kind: step?.kind ?? KIND_OF.get(type) ?? 'text',
  }));

const KIND_OF = new Map<string, RuleField['kind']>([
  ['enumeration', 'enumeration'],
  ['boolean', 'boolean'],
  ['json', 'list'],
]);

/** Strapi's word for what a field of a type holds, or one of its relations' or components' fields. */
export const valueType = (strapi: Core.Strapi, uid: string, field: string): string =>
  nameable(strapi, uid, 'rule', field, 'system')?.type ?? '';
