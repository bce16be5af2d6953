/** The steps of the benchmark of trying rules out, each run in a process of its own. */
import { RULE_OPERATORS, type RuleInput } from '../../../server/core/rules-api';
import { service } from '../../../server/services';
import { buildLibrary, UID } from '../audit/library';
import { answerStep, withHost } from '../host';
import { measure, type Reading } from '../meter';
import { superAdmin } from '../people';

interface On {
  readonly database: string;
}

/** As many as a request may hold. */
const RULES = 200;
const VALUES = 50;

const preview = ({ database }: On): Promise<Reading> =>
  withHost(database, async (strapi) => {
    const ability = await superAdmin(strapi);
    const rules = Array.from({ length: RULES }, (_, rule): RuleInput => {
      const values = Array.from({ length: VALUES }, (__, value) => `word ${rule * VALUES + value}`);
      const operator = RULE_OPERATORS[rule % RULE_OPERATORS.length] ?? 'is';
      return {
        contentType: UID,
        condition: { field: rule % 2 === 0 ? 'title' : 'slug', operator, values },
        personas: ['ops'],
        stages: [],
        excluded: null,
      };
    });
    return measure(() => service(strapi, 'rules').preview({ rules }, ability));
  });

void answerStep({
  build: ({ database, entries }: On & { readonly entries: number }) => buildLibrary(database, entries),
  preview,
});
