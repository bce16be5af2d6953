import type { Core } from '@strapi/strapi';
import { remembered } from '../../core/remembered';
import type { Rule, RuleField } from '../../core/rules-api';
import type { Documents, UserAbility } from '../../library/access';
import { collationOf } from '../../library/collation';
import { hostType } from '../../library/content-types';
import { readableRows } from '../../library/entry-access';
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

  /** Whether what a rule compares is out of sight. What the host no longer has is nobody's secret, and can be cleared away. */
  const isHidden = async ({ contentType, condition }: Rule): Promise<boolean> => {
    if (!hostType(strapi, contentType)) return false;
    const sight = await of(contentType);
    if (sight === null) return true;
    const isNamed = ({ field }: RuleField): boolean => field === condition?.field;
    return ruleFields(strapi, contentType, 'system').some(isNamed) && !sight.fields.some(isNamed);
  };

  return {
    ability,
    of,
    /** The entries of a type that the user may read; `null`: all of them. */
    documents: async (uid: string): Promise<Documents | 'none' | null> => {
      if (!hostType(strapi, uid)) return null;
      const sight = await of(uid);
      if (sight === null) return 'none';
      if (sight.isWhole) return null;
      const query = strapi.db.queryBuilder(uid).where(sight.rows).select('documentId').getKnexQuery();
      return { query, collation: await collationOf(strapi, uid) };
    },
    /** Keys of the rules whose conditions are out of sight. */
    hiddenAmong: async (rules: readonly Rule[]): Promise<ReadonlySet<string>> => {
      const keys = new Set<string>();
      for (const rule of rules) if (await isHidden(rule)) keys.add(rule.key);
      return keys;
    },
  };
};

export type Sight = ReturnType<typeof createSight>;
