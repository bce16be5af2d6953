import type { Core } from '@strapi/strapi';
import type { PersonaInput } from '../../core/api';
import { isKept } from '../../core/hidden-rules';
import { invalid, type Refusal } from '../../core/refusal';
import { assertRule } from '../../core/rules';
import type { Rule, RulesInput } from '../../core/rules-api';
import { assertSettable, type KnownKeys } from '../../core/tag-set';
import { readVocabulary } from '../../stores/vocabulary';
import { requireField, requireType } from './reading';
import type { Sight } from './sight';

/** What else there is besides what is stored. */
interface AboutToBe {
  readonly personas?: readonly PersonaInput[];
  /** Types that come under audit; `all`: it is only a trial. */
  readonly audited?: readonly string[] | 'all';
}

/** Refuses rules that no entry could follow, or that look at what their author may not see. What is kept may stay as it is. */
export const requireSound = async (
  strapi: Core.Strapi,
  rules: RulesInput['rules'],
  kept: readonly Rule[],
  sight: Sight,
  { personas: added = [], audited = [] }: AboutToBe = {}
): Promise<void> => {
  const { personas, stages } = await readVocabulary(strapi);
  const made = added.flatMap(({ key }) => (key === undefined ? [] : [{ key, retired: false }]));
  const keys: KnownKeys = { personas: [...personas, ...made], stages };
  for (const [at, rule] of rules.entries()) {
    if (isKept(rule, kept)) continue;
    const field = `rules.${at}`;
    const { type, fields } = await requireType(sight, rule.contentType, `${field}.contentType`);
    if (!type.setting.audited && audited !== 'all' && !audited.includes(type.uid)) {
      throw notAudited(type.displayName, `${field}.contentType`);
    }
    assertRule(rule, field);
    assertSettable(rule, keys, `${field}.`);
    if (rule.condition) requireField(fields, rule.condition.field, rule.contentType, `${field}.condition.field`);
  }
};

const notAudited = (name: string, field: string): Refusal =>
  invalid(field, `\`${field}\`: "${name}" is not under audit; see Settings → Content Strategy → Content types.`);
