import type { Core } from '@strapi/strapi';
import type { PersonaInput } from '../../core/api';
import { invalid, type Refusal } from '../../core/refusal';
import { assertRule } from '../../core/rules';
import type { RuleInput } from '../../core/rules-api';
import { assertSettable, type KnownKeys } from '../../core/tag-set';
import type { UserAbility } from '../../library/access';
import { createPersonaStore } from '../../stores/personas';
import { createRuleStore } from '../../stores/rules';
import { createStageStore } from '../../stores/stages';
import { service } from '..';
import type { createRuleReader } from './reading';

/** Refuses rules that no entry could follow, or that look at what their author may not see. */
export const createRuleCheck = (strapi: Core.Strapi, reader: ReturnType<typeof createRuleReader>) => {
  const known = async (more: readonly PersonaInput[]): Promise<KnownKeys> => ({
    personas: [
      ...(await createPersonaStore(strapi).list()),
      ...more.flatMap(({ key }) => (key === undefined ? [] : [{ key, retired: false }])),
    ],
    stages: await createStageStore(strapi).list(),
  });

  const requireField = async ({ contentType, condition }: RuleInput, ability: UserAbility, field: string) => {
    const fields = (await reader.fields(contentType, ability)).map((one) => one.field);
    const name = condition?.field ?? '';
    if (fields.includes(name)) return;
    throw invalid(
      field,
      `\`${field}\`: "${contentType}" has no field "${name}" for rules; use one of ${fields.join(', ')}.`,
      {
        known: fields,
      }
    );
  };

  /** `more`: personas that are about to be made; `uids`: types that are about to come under audit. */
  return async (
    rules: readonly RuleInput[],
    ability: UserAbility,
    more: readonly PersonaInput[] = [],
    uids: readonly string[] = []
  ): Promise<void> => {
    const keys = await known(more);
    const types = await service(strapi, 'contentTypes').list();
    const kept = new Set((await createRuleStore(strapi).list()).map(fieldOf));
    for (const [at, rule] of rules.entries()) {
      const field = `rules.${at}`;
      const type = types.find(({ uid }) => uid === rule.contentType);
      if (!type?.setting.audited && !(type && uids.includes(type.uid))) throw notAudited(rule.contentType, field);
      assertRule(rule, field);
      assertSettable(rule, keys, `${field}.`);
      // What a rule compares already, it may go on comparing, whoever saves it.
      if (rule.condition && !kept.has(fieldOf(rule))) await requireField(rule, ability, `${field}.condition.field`);
    }
  };
};

const fieldOf = ({ contentType, condition }: RuleInput): string => `${contentType} ${condition?.field ?? ''}`;

const notAudited = (uid: string, field: string): Refusal =>
  invalid(
    `${field}.contentType`,
    `\`${field}.contentType\`: there is no content type "${uid}" under audit; see Settings → Content Strategy → Content types.`
  );
