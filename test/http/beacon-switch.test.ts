import { BROWSER, sends, withBeacon } from '../support/beacon';
import { as, createHost } from '../support/host';

test('off, there is no such route', async () => {
  const off = await createHost();
  expect((await sends(off, { path: '/' })).status).toBe(405);
  await off.destroy();
});

test('one client may send only so much in a minute, and the name is up to the host', async () => {
  const slow = await createHost({ config: withBeacon({ perMinute: 4, endpoint: 'seen', origins: ['*'] }) });
  const send = (events: number) =>
    as(slow)
      .post('/api/content-strategy/seen')
      .set({ 'User-Agent': BROWSER })
      .send(Array.from({ length: events }, () => ({ path: '/' })));
  expect((await send(3)).status).toBe(202);
  const refused = await send(2);
  expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
  await slow.destroy();
});
