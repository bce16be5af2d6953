import type { Core } from '@strapi/strapi';
import type { PersonaInput } from '../../core/api';
import { invalid, type Refusal } from '../../core/refusal';
import { assertRule } from '../../core/rules';
import type { RuleInput } from '../../core/rules-api';
import { assertSettable, type KnownKeys } from '../../core/tag-set';
import type { UserAbility } from '../../library/access';
import { createRuleStore } from '../../stores/rules';
import { readVocabulary } from '../../stores/vocabulary';
import { service } from '..';
import type { createRuleReader } from './reading';

/** Refuses rules that no entry could follow, or that look at what their author may not see. */
export const createRuleCheck = (strapi: Core.Strapi, reader: ReturnType<typeof createRuleReader>) => {
  /** `more`: personas that are about to be made; `uids`: types that are about to come under audit. */
  return async (
    rules: readonly RuleInput[],
    ability: UserAbility,
    more: readonly PersonaInput[] = [],
    uids: readonly string[] = []
  ): Promise<void> => {
    const { personas, stages } = await readVocabulary(strapi);
    const made = more.flatMap(({ key }) => (key === undefined ? [] : [{ key, retired: false }]));
    const keys: KnownKeys = { personas: [...personas, ...made], stages };
    const types = await service(strapi, 'contentTypes').list();
    const kept = new Set((await createRuleStore(strapi).list()).map(fieldOf));
    for (const [at, rule] of rules.entries()) {
      const field = `rules.${at}`;
      const type = types.find(({ uid }) => uid === rule.contentType);
      if (!type?.setting.audited && !(type && uids.includes(type.uid))) throw notAudited(rule.contentType, field);
      assertRule(rule, field);
      assertSettable(rule, keys, `${field}.`);
      // What a rule compares already, it may go on comparing, whoever saves it.
      if (rule.condition && !kept.has(fieldOf(rule))) {
        await reader.requireField(rule.contentType, rule.condition.field, ability, `${field}.condition.field`);
      }
    }
  };
};

const fieldOf = ({ contentType, condition }: RuleInput): string => `${contentType} ${condition?.field ?? ''}`;

const notAudited = (uid: string, field: string): Refusal =>
  invalid(
    `${field}.contentType`,
    `\`${field}.contentType\`: there is no content type "${uid}" under audit; see Settings → Content Strategy → Content types.`
  );
