import type { Core } from '@strapi/strapi';
import type { VeiledRules } from '../../core/hidden-rules';
import { remembered } from '../../core/remembered';
import type { Rule, RuleField, RuleGone } from '../../core/rules-api';
import type { Documents, UserAbility } from '../../library/access';
import { collationOf } from '../../library/collation';
import { hostType } from '../../library/content-types';
import { readableRows } from '../../library/entry-access';
import { nameable } from '../../library/nameable';
import { sightOf, type ReadRules } from '../../library/permission-rules';
import { ruleFields } from '../../library/rule-match';
import type { AuditedType } from '../../library/type-columns';
import { service } from '..';

/** What somebody who asks about rules may see of one content type. */
export interface TypeSight extends Pick<ReadRules, 'sees'> {
  readonly type: AuditedType;
  /** What rows have to meet to be read: versions in locales and under conditions of the user's roles. */
  readonly rows: object;
  /** Whether no version of any entry is out of sight. */
  readonly isWhole: boolean;
  /** What rules may compare. */
  readonly fields: readonly RuleField[];
}

/**
 * What one user sees of the types that rules are about; looked at once for a request. Whatever a user is told of rules
 * goes by it, so that nobody can ask a rule about an entry, a language or a field that is out of his sight.
 */
export const createSight = (strapi: Core.Strapi, ability: UserAbility) => {
  const look = async (uid: string): Promise<TypeSight | null> => {
    const contentTypes = service(strapi, 'contentTypes');
    const type = (await contentTypes.list()).find((one) => one.uid === uid);
    const locales = (await contentTypes.locales()).map(({ code }) => code);
    const sight = sightOf(ability, locales);
    const rules = type ? sight(uid) : null;
    const rows = rules && (await readableRows(strapi, ability, uid));
    if (!type || !rules || !rows) return null;
    return {
      type,
      rows,
      sees: rules.sees,
      isWhole: rules.isOpen && (rules.locales === 'all' || !type.localized),
      fields: ruleFields(strapi, uid, sight),
    };
  };

  /** `null`: there is no such type, or the user may read nothing of it. */
  const of = remembered(look);

  /** Whether what a rule compares is out of sight. What nobody may name any more can be cleared away. */
  const isHidden = async (rule: Rule): Promise<boolean> => {
    const { contentType, condition } = rule;
    if (!hostType(strapi, contentType)) return false;
    const sight = await of(contentType);
    if (sight === null) return true;
    if (condition === null || goneOf(strapi, rule) !== null) return false;
    return !sight.fields.some(({ field }) => field === condition.field);
  };

  return {
    ability,
    of,
    /** The entries of a type that the user may read; `null`: all of them. */
    documents: async (uid: string): Promise<Documents | 'none' | null> => {
      const sight = await of(uid);
      if (sight === null) return 'none';
      if (sight.isWhole) return null;
      const query = strapi.db.queryBuilder(uid).where(sight.rows).select('documentId').getKnexQuery();
      return { query, collation: await collationOf(strapi, uid) };
    },
    /** The rules whose conditions the user is not told, by key. */
    veiledAmong: async (rules: readonly Rule[]): Promise<VeiledRules> => {
      const hidden = new Set<string>();
      const gone = new Map<string, RuleGone>();
      for (const rule of rules) {
        const named = goneOf(strapi, rule);
        if (await isHidden(rule)) hidden.add(rule.key);
        else if (named !== null) gone.set(rule.key, named);
      }
      return { hidden, gone };
    },
  };
};

/**
 * What a rule names and nobody may name any more; `null`: nothing. Its values may be of a field that some could not read,
 * or that was banned since: nobody can tell who may still be told them.
 */
export const goneOf = (strapi: Core.Strapi, { contentType, condition }: Rule): RuleGone | null => {
  if (!hostType(strapi, contentType)) return { what: 'contentType', name: contentType };
  if (condition === null || nameable(strapi, contentType, 'rule', condition.field, 'system') !== null) return null;
  return { what: 'field', name: condition.field };
};

export type Sight = ReturnType<typeof createSight>;
