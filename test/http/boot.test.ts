import { as, hostForAll } from '../support/host';
import { superAdmin, userWith } from '../support/users';

const host = hostForAll();

test('the vocabulary answers to whoever may read, and to nobody else', async () => {
  const admin = await superAdmin(host());
  const stranger = await userWith(host(), []);
  expect((await as(host()).get('/content-strategy/vocabulary')).status).toBe(401);
  expect((await as(host(), stranger.token).get('/content-strategy/vocabulary')).status).toBe(403);
  const response = await as(host(), admin.token).get('/content-strategy/vocabulary');
  expect(response.status).toBe(200);
});
