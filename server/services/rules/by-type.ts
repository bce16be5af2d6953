import type { Core } from '@strapi/strapi';
import { isKept } from '../../core/hidden-rules';
import type { Rule } from '../../core/rules-api';
import { hostType } from '../../library/content-types';
import { service } from '..';
import { goneOf, type Sight, type TypeSight } from './sight';

/** The rules of one type as one user sees them. */
export interface TypeRules {
  readonly uid: string;
  /** In order, the hidden ones too. */
  readonly rules: readonly Rule[];
  /** Those whose conditions the user may read. */
  readonly visible: readonly Rule[];
  /**
   * Those of which the user cannot judge for every entry whether it still meets them; where the field is gone, nobody
   * can: a renamed attribute must not take placements along.
   */
  readonly trusted: ReadonlySet<Rule>;
  /** Whether rules are about it, those asked about or those kept. */
  readonly isTried: boolean;
  /** `null`: reads nothing of it. */
  readonly sight: TypeSight | null;
}

/** The rules that were kept, and those that shall be. */
export interface RuleChange {
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
}

/** Rules by type: first the types that they are about or were about, then the others under audit. */
export const rulesByType = async (
  strapi: Core.Strapi,
  sight: Sight,
  { before, after }: RuleChange
): Promise<readonly TypeRules[]> => {
  const { hidden } = await sight.veiledAmong(before);
  const tried = new Set([...after, ...before].map(({ contentType }) => contentType));
  const audited = (await service(strapi, 'contentTypes').audited()).map(({ uid }) => uid);
  const types: TypeRules[] = [];
  for (const uid of new Set([...tried, ...audited])) {
    // A type that the host no longer has has no entries.
    if (!hostType(strapi, uid)) continue;
    const own = await sight.of(uid);
    const rules = after.filter(({ contentType }) => contentType === uid);
    const isPartly = own?.isWhole === false;
    types.push({
      uid,
      rules,
      visible: rules.filter(({ key }) => !hidden.has(key)),
      trusted: new Set(
        rules.filter(
          (rule) => goneOf(strapi, rule) !== null || hidden.has(rule.key) || (isPartly && isKept(rule, before))
        )
      ),
      isTried: tried.has(uid),
      sight: own,
    });
  }
  return types;
};
