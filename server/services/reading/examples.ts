import type { Core } from '@strapi/strapi';
import type { PlacingExample } from '../../core/placing-api';
import type { UserAbility } from '../../library/access';
import type { PlainExample } from '../placing/bodies';
import { mergeNamer } from './merges';
import { withTitles } from './titles';

/** Examples with the titles that the user may read, of the entries into which they are merged too. */
export const namedExamples = async (
  strapi: Core.Strapi,
  examples: readonly PlainExample[],
  ability: UserAbility
): Promise<readonly PlacingExample[]> => {
  const decided = examples.flatMap(({ decision }) => [decision?.before, decision?.after]);
  const name = await mergeNamer(strapi, decided, ability);
  return (await withTitles(strapi, examples, ability)).map(({ decision, ...example }) => ({
    ...example,
    ...(decision && {
      decision: { before: decision.before && name(decision.before), after: decision.after && name(decision.after) },
    }),
  }));
};
