import type { Core } from '@strapi/strapi';
import { actionUid } from '../../core/actions';
import type { PlacingBody } from '../../core/placing-api';
import { Refusal } from '../../core/refusal';
import type { SessionAbility } from '../../http/session';
import { service } from '..';
import { namedExamples } from '../reading/examples';
import { rulesByType, type RuleChange } from './by-type';
import { planAll } from './looking';
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

/** Rules are saved before they place: when that fails, the answer says what was kept and how to go on. */
export const placedOrKept = async (...placing: Parameters<typeof placeByRules>): Promise<PlacingBody> => {
  try {
    return await placeByRules(...placing);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const [strapi] = placing;
    strapi.log.error(`Content Strategy: rules are saved, placing by them failed: ${String(error)}`);
    throw new Refusal(
      'busy',
      'What you entered is saved, but no entry was placed by the rules: open Settings > Content Strategy > Rules and ' +
        'place by them from there.',
      { saved: true }
    );
  }
};

/** Places what rules have placed or may place, of the entries that the user may read. */
const placeByRules = async (
  strapi: Core.Strapi,
  sight: Sight,
  { userId, ...change }: RuleChange & { readonly userId: number | null }
): Promise<PlacingBody> => {
  const types = (await rulesByType(strapi, sight, change)).filter(({ isTried }) => isTried);
  const { entries, plan } = await planAll(strapi, types);
  const placing = await service(strapi, 'placing').apply({ kind: 'rules', name: null, userId, entries, plan });
  return { ...placing, examples: await namedExamples(strapi, placing.examples, sight.ability) };
};
