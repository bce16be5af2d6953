import type { Core } from '@strapi/strapi';
import { actionUid } from '../../core/actions';
import type { PlacingBody } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { SessionAbility } from '../../http/session';
import { service } from '..';
import { namedExamples } from '../reading/examples';
import { rulesByType, type RuleChange } from './by-type';
import { planAll } from './looking';
import { previewRules } from './preview';
import type { Sight } from './sight';

/** Placing by rules is placing: who may only change settings is refused before anything is saved. */
export const requireMayPlace = (ability: SessionAbility): void => {
  if (ability.can(actionUid('tag'))) return;
  throw new Refusal(
    'forbidden',
    'Placing by rules needs the permission to place entries (`tag`) too; ask an administrator for it, or save the ' +
      'rules without placing: new entries will follow them.',
    { missing: actionUid('tag') }
  );
};

/** Places all that rules have placed or may place; what is told of it is of the entries that the user may read. */
export const placeByRules = async (
  strapi: Core.Strapi,
  sight: Sight,
  { userId, ...change }: RuleChange & { readonly userId: number | null }
): Promise<PlacingBody> => {
  const types = (await rulesByType(strapi, sight, change)).filter(({ isTried }) => isTried);
  const isWhole = types.every((type) => type.sight?.isWhole);
  // As many may change that nobody sees: counted before, as a preview does.
  const told = isWhole ? null : (await previewRules(strapi, types)).placing;
  const { entries, plan } = await planAll(strapi, types);
  const placing = await service(strapi, 'placing').apply({ kind: 'rules', name: null, userId, entries, plan });
  const { counts, examples: plain } = told ?? placing;
  const examples = await namedExamples(strapi, plain, sight.ability);
  if (told === null) return { ...placing, examples };
  const operation = counts.changed > 0 ? placing.operation : null;
  return { counts, examples, operation: operation && { ...operation, counts, done: counts.changed } };
};
