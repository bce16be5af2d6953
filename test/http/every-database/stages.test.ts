import type { PresetPreview, StageBody } from '../../../server/core/api';
import { DEFAULT_STAGES } from '../../../server/core/default-stages';
import { apiOf, ARTICLE, pairsIn, type Api } from '../../support/api';
import { hostForAll } from '../../support/host';
import { superAdmin } from '../../support/users';

const host = hostForAll();
let api: Api;
let entry: string;

beforeAll(async () => {
  api = apiOf(host(), (await superAdmin(host())).token);
  entry = await api.contentManager(ARTICLE).create({ title: 'Stages' });
});

const list = async (): Promise<readonly StageBody[]> => ((await api.get('/stages')).body as { data: StageBody[] }).data;

const live = async (): Promise<readonly string[]> =>
  (await list()).filter(({ retired }) => !retired).map(({ key }) => key);

test('the two journeys come with stages, targets and a playbook', async () => {
  const stages = await list();
  expect(stages.map(({ key, journey, position, target }) => [key, journey, position, target])).toEqual([
    ['awareness', 'buyer', 0, 3],
    ['consideration', 'buyer', 1, 3],
    ['decision', 'buyer', 2, 2],
    ['onboarding', 'customer', 0, 2],
    ['adoption', 'customer', 1, 2],
    ['retention', 'customer', 2, 2],
    ['expansion', 'customer', 3, 2],
    ['advocacy', 'customer', 4, 2],
  ]);
  for (const { playbook } of stages) {
    expect(playbook.question).toMatch(/\?$/);
    expect(playbook.content.length).toBeGreaterThan(3);
  }
});

test('a new stage stands last in its journey, and changes by what is named', async () => {
  const added = await api.post('/stages', {
    name: 'Renewal',
    journey: 'customer',
    aliases: ['contract end'],
    playbook: { question: 'Again?' },
  });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    data: { key: 'renewal', journey: 'customer', position: 5, target: 2, aliases: ['contract end'], entries: 0 },
  });
  const changed = await api.put('/stages/renewal', { target: 4, playbook: { owners: ['Finance'] } });
  expect(changed.body).toMatchObject({
    data: { name: 'Renewal', target: 4, playbook: { question: 'Again?', owners: ['Finance'], content: [] } },
  });
});

test('a key is unique across both journeys', async () => {
  const added = await api.post('/stages', { name: 'Awareness', journey: 'customer' });
  expect(added.body).toMatchObject({ data: { key: 'awareness-2', journey: 'customer' } });
  expect((await api.del('/stages/awareness-2')).status).toBe(204);
});

test('a name stands once in its journey', async () => {
  const added = await api.post('/stages', { name: 'awareness', journey: 'buyer' });
  const renamed = await api.put('/stages/decision', { name: 'Awareness ' });
  for (const { status, body } of [added, renamed]) {
    expect([status, body]).toMatchObject([
      400,
      {
        error: {
          details: { field: 'name' },
          message: '`name`: another stage of this journey is called "Awareness" already; choose another name.',
        },
      },
    ]);
  }
  expect((await api.put('/stages/decision', { name: 'Decision' })).status).toBe(200);
});

test('one journey is ordered at a time', async () => {
  const response = await api.put('/stages/order', { keys: ['decision', 'awareness', 'consideration'] });
  expect((response.body as { data: StageBody[] }).data.slice(0, 4).map(({ key }) => key)).toEqual([
    'decision',
    'awareness',
    'consideration',
    'onboarding',
  ]);
  expect((await api.put('/stages/order', { keys: ['decision', 'onboarding'] })).status).toBe(400);
  expect((await api.put('/stages/order', { keys: ['awareness', 'consideration', 'decision'] })).status).toBe(200);
});

test('the journey of a stage cannot change', async () => {
  const response = await api.put('/stages/renewal', { journey: 'buyer' });
  expect(response.status).toBe(400);
  expect(response.body).toMatchObject({ error: { message: expect.stringContaining('journey') as string } });
});

test('a stage in use hands its tags on, to the other journey if need be', async () => {
  await api.add(ARTICLE, entry, { persona: 'everyone', stage: 'renewal' }, { persona: null, stage: 'retention' });
  expect((await api.del('/stages/renewal')).status).toBe(409);
  expect((await api.del('/stages/renewal?reassignTo=decision')).status).toBe(204);
  expect((await api.tags(ARTICLE, entry)).body).toMatchObject({
    data: {
      tags: [
        { persona: null, stage: 'retention', journey: 'customer' },
        { persona: 'everyone', stage: 'decision', journey: 'buyer' },
      ],
    },
  });
});

test.each([
  ['no journey', { name: 'A' }, 'journey'],
  ['an unknown journey', { name: 'A', journey: 'partner' }, 'journey'],
  ['a target of 0', { name: 'A', journey: 'buyer', target: 0 }, 'target'],
  ['a target of 1.5', { name: 'A', journey: 'buyer', target: 1.5 }, 'target'],
  ['a target of 10⁹', { name: 'A', journey: 'buyer', target: 1e9 }, 'target'],
  ['a text for aliases', { name: 'A', journey: 'buyer', aliases: 'TOFU' }, 'aliases'],
  ['an unknown part of the playbook', { name: 'A', journey: 'buyer', playbook: { colour: 'red' } }, 'playbook.colour'],
])('creating with %s: 400', async (_name, data, field) => {
  const response = await api.post('/stages', data);
  expect(response.status).toBe(400);
  expect((response.body as { error: { message: string } }).error.message).toContain(`\`${field}\``);
});

describe('presets', () => {
  test('are listed with their stages', async () => {
    const response = await api.get('/stages/presets');
    expect((response.body as { data: { key: string }[] }).data.map(({ key }) => key)).toEqual([
      'default',
      'three-phase',
      'support-led',
      'lifecycle',
    ]);
  });

  test('an unknown one: 404', async () => {
    expect((await api.post('/stages/presets/none/preview', {})).status).toBe(404);
    expect((await api.post('/stages/presets/none/apply', {})).status).toBe(404);
  });

  test('a preview tells what becomes of each stage, and changes nothing', async () => {
    const before = await list();
    const preview = (await api.post('/stages/presets/support-led/preview', {})).body as { data: PresetPreview };
    const moves = preview.data.moves.map(({ from, to, entries }) => [from.key, to?.key ?? null, entries]);
    expect(moves).toEqual([
      ['awareness', 'awareness', 0],
      ['consideration', 'consideration', 0],
      ['decision', 'decision', 1],
      ['onboarding', 'onboarding', 0],
      ['adoption', 'adoption-and-engagement', 0],
      ['retention', 'retention', 1],
      ['expansion', null, 0],
      ['advocacy', 'loyalty-and-advocacy', 0],
    ]);
    expect(preview.data.added.map(({ key }) => key)).toEqual(['adoption-and-engagement', 'loyalty-and-advocacy']);
    expect(await list()).toEqual(before);
  });

  test('applied, tags move on, the rest retires with its tags, and the way back is open', async () => {
    await api.add(
      ARTICLE,
      entry,
      { persona: 'everyone', stage: 'expansion' },
      { persona: 'everyone', stage: 'adoption' },
      { persona: 'everyone', stage: 'onboarding' }
    );
    await api.put('/stages/decision', { playbook: { question: 'Our own?' } });

    expect((await api.post('/stages/presets/lifecycle/apply', {})).status).toBe(200);
    expect(await live()).toEqual([
      'awareness', 'consideration', 'purchase', 'post-purchase', 'loyalty', 'advocacy',
    ]); // prettier-ignore
    expect(pairsIn((await api.tags(ARTICLE, entry)).body)).toEqual([
      '-.loyalty',
      'everyone.expansion',
      'everyone.post-purchase',
      'everyone.purchase',
    ]);

    expect((await api.post('/stages/presets/default/apply', {})).status).toBe(200);
    expect(await live()).toEqual(DEFAULT_STAGES.map(({ key }) => key));
    expect(pairsIn((await api.tags(ARTICLE, entry)).body)).toEqual([
      '-.retention',
      'everyone.decision',
      'everyone.expansion',
      'everyone.onboarding',
    ]);
    expect((await list()).find(({ key }) => key === 'decision')?.playbook.question).toBe('Our own?');
  });
});
