import { remembered } from '../../server/core/remembered';

test('each key is asked once, by however many at the same time', async () => {
  const asked: string[] = [];
  const ask = remembered(async (key: string) => asked.push(key));
  await Promise.all([ask('a'), ask('b'), ask('a')]);
  await ask('a');
  expect(asked).toEqual(['a', 'b']);
});

test('a failure reaches all who waited for it, and nobody after them', async () => {
  let failures = 1;
  const ask = remembered(async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('broken');
    return 'whole';
  });
  const both = await Promise.allSettled([ask('a'), ask('a')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('a')).toBe('whole');
});
