import { hostForAll } from '../support/host';
import { withAxes } from '../support/library';
import { apiToken, rest } from '../support/rest';

/** Personas and stages for front ends. */
const host = hostForAll({ config: { serving: { filters: false, journeys: true } } });
const PATH = 'content-strategy/journeys';
const ACTION = 'plugin::content-strategy.journeys.find';

beforeAll(async () => {
  await withAxes(host(), 'finance hr* ops', 'onboarding:customer awareness:buyer legacy:buyer* decision:buyer');
  await host()
    .strapi.db.query('plugin::content-strategy.stage')
    .update({ where: { key: 'decision' }, data: { playbook: { question: 'Why you?', goal: 'secret' } } });
});

test('keys, names and questions in order, without what is retired', async () => {
  const { body } = await rest(host(), await apiToken(host(), [ACTION])).get(PATH);
  expect(body).toEqual({
    data: {
      personas: [
        { key: 'finance', name: 'finance', description: '', position: 0 },
        { key: 'ops', name: 'ops', description: '', position: 1 },
      ],
      journeys: [
        {
          key: 'buyer',
          name: 'Buyer',
          stages: [
            { key: 'awareness', name: 'awareness', question: '', position: 0 },
            { key: 'decision', name: 'decision', question: 'Why you?', position: 1 },
          ],
        },
        {
          key: 'customer',
          name: 'Customer',
          stages: [{ key: 'onboarding', name: 'onboarding', question: '', position: 0 }],
        },
      ],
    },
  });
});

test("the host's own permissions say who may ask", async () => {
  expect(host().strapi.contentAPI.permissions.providers.action.keys()).toContain(ACTION);
  expect((await rest(host()).get(PATH)).status).toBe(401);
  expect((await rest(host(), await apiToken(host(), ['api::article.article.find'])).get(PATH)).status).toBe(403);
  expect((await rest(host(), await apiToken(host())).get(PATH)).status).toBe(200);
});

test('one switch is not the other: lists take no persona', async () => {
  host().strapi.config.set('api.rest.strictParams', true);
  const { status } = await rest(host(), await apiToken(host())).get('articles', { persona: 'finance' });
  host().strapi.config.set('api.rest.strictParams', undefined);
  expect(status).toBe(400);
});
