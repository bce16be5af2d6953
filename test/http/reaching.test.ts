/** Whatever names or reads a field of the host: only what may be named, by whom it may be, through every path there is. */
import type { ContentTypeBody } from '../../server/core/api';
import { ACTIONS, actionUid } from '../../server/core/actions';
import { nameable } from '../../server/library/nameable';
import type { RuleBody, RuleField, RuleInput } from '../../server/core/rules-api';
import { apiOf, type Api } from '../support/api';
import { hostForAll } from '../support/host';
import { audited } from '../support/library';
import { aReachingLibrary, DOSSIER, REACHING, SECRETS, SOURCE } from '../support/reaching-types';
import { superAdmin, userWith, type Grant } from '../support/users';

const host = hostForAll({ ...REACHING, accounts: true, config: { audit: { daily: false, afterChanges: false } } });
const OWN: readonly Grant[] = ACTIONS.map((action) => ({ action: actionUid(action) }));
const DOSSIER_FIELDS = Object.entries(REACHING.types?.['dossier']?.attributes ?? {}).flatMap(([name, attribute]) =>
  (attribute as { type: string }).type === 'component'
    ? ['metaTitle', 'note', 'pin', 'social.handle', 'social.key', 'writer'].map((inner) => `${name}.${inner}`)
    : [name]
);
const reads = (subject: string, ...fields: readonly string[]): Grant => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
  fields,
});
const MEMBER = 'plugin::users-permissions.user';
const SOURCES = reads(SOURCE, 'name', 'slug', 'mail', 'secret', 'pin', 'internal');
const MEMBERS = reads(MEMBER, 'username', 'email', 'provider', 'blocked', 'resetPasswordToken', 'confirmationToken');

const USER = ['firstname', 'lastname', 'username'];
const stepped = (fields: readonly string[], inner: readonly string[]): readonly string[] =>
  fields.flatMap((field) => inner.map((one) => `${field}.${one}`));
const FROM_SOURCE = ['name', 'slug', 'mail'];

/** What each place takes, by the permission that it needs besides reading dossiers: said here once more, in plain words. */
const ALLOWED = {
  rule: {
    own: [
      'title',
      'slug',
      'level',
      'featured',
      'extra',
      ...stepped(['editor', 'reviewers'], USER),
      'seo.metaTitle',
      'cards.metaTitle',
    ],
    sources: stepped(['source', 'sources'], FROM_SOURCE),
    members: ['member.username', 'members.username'],
  },
  path: {
    own: ['title', 'slug', 'weight', 'level', 'documentId', ...stepped(['editor'], USER)],
    sources: stepped(['source'], FROM_SOURCE),
    members: ['member.username'],
  },
  title: { own: ['title', 'slug', 'level'], sources: [], members: [] },
  date: { own: ['writtenOn', 'createdAt', 'updatedAt', 'publishedAt'], sources: [], members: [] },
  owner: { own: ['title', 'slug', 'level', 'editor'], sources: ['source'], members: ['member'] },
} as const;
type Place = keyof typeof ALLOWED;

/** An owner is set as `editor`, and is what the editor is called. */
const OWNERS = [...stepped(['editor'], USER), ...stepped(['source'], FROM_SOURCE), 'member.username'];

/** Everything that anybody could write down: each attribute, and one step from it. */
const everyName = (): readonly string[] => {
  const attributes = (uid: string): readonly (readonly [string, string])[] => {
    const { metadata } = host().strapi.db;
    const all = metadata.has(uid) ? metadata.get(uid).attributes : {};
    return Object.entries(all).map(([name, attribute]) => [name, (attribute as { target?: string }).target ?? '']);
  };
  return [
    ...attributes(DOSSIER).flatMap(([name, target]) => [
      name,
      ...attributes(target).map(([inner]) => `${name}.${inner}`),
    ]),
    ...['seo.social.handle', 'seo.social.key', 'seo.writer.password', 'editor.roles.name', 'zone.note', 'editor.'],
  ];
};

const ROLES: Readonly<Record<string, { grants: readonly Grant[]; sees: readonly (keyof (typeof ALLOWED)['rule'])[] }>> =
  {
    everything: { grants: [reads(DOSSIER, ...DOSSIER_FIELDS), SOURCES, MEMBERS], sees: ['own', 'sources', 'members'] },
    'dossiers alone': { grants: [reads(DOSSIER, ...DOSSIER_FIELDS)], sees: ['own'] },
    'no dossiers': { grants: [SOURCES, MEMBERS], sees: [] },
  };

let documentId: string;
/** All of them are held against the one function; those that are alike are asked over HTTP once. */
let names: readonly string[];
let asked: readonly string[];
const ALIKE =
  /^(reviewers|members|sources|confidant|cards|zone|cover|file|tag|token|adminRole|memberRole|createdBy|updatedBy|localizations)\.(?!id$|name$|username$|metaTitle$|accessKey$|password$)/;
/** Every body that was answered. */
const answers: string[] = [];

beforeAll(async () => {
  documentId = await aReachingLibrary(host());
  names = everyName();
  asked = names.filter((name) => !ALIKE.test(name));
  expect(names).toEqual(expect.arrayContaining(['editor.resetPasswordToken', 'seo.note', 'member.password']));
});

afterEach(async () => {
  await stored({});
  const said = answers.splice(0).join('\n').toLowerCase();
  expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
});

type Response = Awaited<ReturnType<Api['get']>>;
const heard = async (request: PromiseLike<Response>): Promise<Response> => {
  const response = await request;
  // What was asked is repeated in refusals; field names are no secrets.
  answers.push(response.text);
  return response;
};
const dataOf = ({ status, body }: Response): unknown => {
  expect([status, JSON.stringify(body)]).toEqual([200, expect.any(String)]);
  return (body as { data: unknown }).data;
};
const aRule = (field: string, value = 'x'): RuleInput => ({
  contentType: DOSSIER,
  condition: { field, operator: 'contains', values: [value] },
  personas: [],
  stages: ['awareness'],
  excluded: null,
});
/** Settings as an older version may have kept them: past every check. */
const stored = async (setting: object): Promise<void> => {
  const query = host().strapi.db.query('plugin::content-strategy.setting');
  await query.deleteMany({ where: { key: `content-type:${DOSSIER}` } });
  await query.create({
    data: { key: `content-type:${DOSSIER}`, value: { is: { uid: DOSSIER, audited: true, ...setting } } },
  });
};
const dossier = async (api: Api): Promise<ContentTypeBody> => {
  const found = (dataOf(await heard(api.get('/content-types'))) as ContentTypeBody[]).find(
    ({ uid }) => uid === DOSSIER
  );
  if (!found) throw new Error('no dossiers');
  return found;
};

const allowedToSome = (place: Place): readonly string[] => Object.values(ALLOWED[place]).flat();

test.each(Object.keys(ALLOWED) as Place[])('of every attribute there is, %s takes what it may', (place) => {
  const { strapi } = host();
  const found = names.filter((name) => nameable(strapi, DOSSIER, place, name, 'system') !== null);
  const expected =
    place === 'owner' ? [...ALLOWED.owner.own.filter((one) => one !== 'editor'), ...OWNERS] : allowedToSome(place);
  expect(found.sort()).toEqual([...expected].sort());
});

describe.each(Object.keys(ROLES))('who reads %s', (name) => {
  let api: Api;
  const allowed = (place: Place): readonly string[] =>
    (ROLES[name]?.sees ?? []).flatMap((part) => ALLOWED[place][part]);

  const inFull = name === 'everything';
  const isAsked = (field: string): boolean => !inFull || asked.includes(field);

  beforeAll(async () => {
    api = apiOf(host(), (await userWith(host(), [...OWN, ...(ROLES[name]?.grants ?? [])])).token);
  });

  test('rules offer, tell and compare what may be named', async () => {
    const offered = await heard(api.get(`/rules/fields?contentType=${DOSSIER}`));
    if (allowed('rule').length === 0) expect(offered.status).toBe(400);
    else expect((dataOf(offered) as RuleField[]).map(({ field }) => field).sort()).toEqual([...allowed('rule')].sort());
    const taken: string[] = [];
    for (const field of inFull ? asked : allowedToSome('rule')) {
      const { status } = await heard(api.get(`/rules/values?contentType=${DOSSIER}&field=${field}`));
      expect([200, 400]).toContain(status);
      if (status === 200) taken.push(field);
    }
    expect(taken.sort()).toEqual(allowed('rule').filter(isAsked).sort());
  });

  test('no rule compares what may not be named', async () => {
    for (const field of (inFull ? asked : allowedToSome('rule')).filter((one) => !allowed('rule').includes(one))) {
      expect([field, (await heard(api.post('/rules/preview', { rules: [aRule(field)] }))).status]).toEqual([
        field,
        400,
      ]);
      expect((await heard(api.put('/rules', { rules: [aRule(field)], place: true }))).status).toBe(400);
    }
    for (const field of allowed('rule')) {
      expect([field, (await heard(api.post('/rules/preview', { rules: [aRule(field)] }))).status]).toEqual([
        field,
        200,
      ]);
    }
  });

  test('settings offer and take what may be named', async () => {
    const { fields } = await dossier(api);
    const places = [
      ['urlPattern', 'path', fields.path],
      ['titleField', 'title', fields.title],
      ['contentDateField', 'date', fields.date],
      ['expiryField', 'date', fields.date],
      ['ownerField', 'owner', fields.owner],
    ] as const;
    for (const [setting, place, offered] of places) {
      expect([setting, [...offered].sort()]).toEqual([setting, [...allowed(place)].sort()]);
      const taken: string[] = [];
      for (const field of inFull ? asked : allowedToSome(place)) {
        const value = setting === 'urlPattern' ? `/{${field}}` : field;
        const { status, text } = await heard(api.put(`/content-types/${DOSSIER}`, { [setting]: value }));
        expect([200, 400]).toContain(status);
        if (status === 200) taken.push(field);
        else expect(text).toContain(`\`${setting}\``);
        if (status === 200) await stored({});
      }
      const writable = setting === 'urlPattern' && inFull ? [...allowed(place), ...LOCALE] : allowed(place);
      expect([setting, taken.sort()]).toEqual([setting, [...writable].sort()]);
    }
  });
});

/** `{locale}` is a word of patterns, and leads to no attribute. */
const LOCALE = ['locale'];

test('stored settings that name what may not be named count as not set, are shown, and can be removed', async () => {
  const api = apiOf(host(), (await superAdmin(host())).token);
  const settings = [
    ['urlPattern', 'path'],
    ['titleField', 'title'],
    ['contentDateField', 'date'],
    ['expiryField', 'date'],
    ['ownerField', 'owner'],
  ] as const;
  for (const name of asked) {
    const valueOf = (setting: string): string => (setting === 'urlPattern' ? `/{${name}}` : name);
    await stored(Object.fromEntries(settings.map(([setting]) => [setting, valueOf(setting)])));
    const shown = await dossier(api);
    for (const [setting, place] of settings) {
      const holds = [...allowedToSome(place), ...(setting === 'urlPattern' ? LOCALE : [])].includes(name);
      const [value, gone] = [shown.setting[setting], shown.gone[setting]];
      expect([setting, name, value, gone]).toEqual([
        setting,
        name,
        holds ? valueOf(setting) : null,
        holds ? undefined : valueOf(setting),
      ]);
    }
  }
  await stored({ ownerField: 'token' });
  const change = await heard(api.put(`/content-types/${DOSSIER}`, { ownerField: null }));
  expect((dataOf(change) as ContentTypeBody).gone).toEqual({});
});

const WORST = [
  {
    urlPattern: '/{editor.resetPasswordToken}',
    titleField: 'code',
    ownerField: 'confidant',
    contentDateField: 'signedOn',
  },
  { urlPattern: '/{slug}/{member.email}', titleField: 'unseen', ownerField: 'token', expiryField: 'signedOn' },
  { urlPattern: '/{source.secret}', titleField: 'hidden', ownerField: 'code' },
];

test.each(WORST)('an audit by %j prints nothing of it anywhere', async (setting) => {
  const api = apiOf(host(), (await superAdmin(host())).token);
  await stored(setting);
  await audited(host());
  const rows = dataOf(await heard(api.get(`/inventory?contentType=${DOSSIER}`))) as Record<string, unknown>[];
  expect(rows).toMatchObject([{ documentId, title: 'The dossier', path: null, contentDate: null, expiresAt: null }]);
  for (const route of [
    'coverage',
    'glance',
    'files',
    'never-consumed',
    'measurement',
    'vocabulary',
    'rules',
    'operations',
  ]) {
    await heard(api.get(`/${route}`));
  }
  for (const name of ['inventory', 'tags', 'coverage', 'never-consumed', 'files', 'consumption']) {
    await heard(api.get(`/exports/${name}.csv`));
  }
  for (const search of SECRETS) {
    const found = await api.get(`/inventory?contentType=${DOSSIER}&search=${search}`);
    expect([search, dataOf(found)]).toEqual([search, []]);
  }
});

test('a kept rule on what may not be named matches nothing, and tells no value', async () => {
  const api = apiOf(host(), (await superAdmin(host())).token);
  const secrets = {
    'editor.resetPasswordToken': 'reset',
    code: 'dossier',
    'source.secret': 'source',
    'seo.note': 'seo',
  };
  const kept = Object.entries(secrets).map(([field, value]) => aRule(field, value));
  const query = host().strapi.db.query('plugin::content-strategy.rule');
  for (const [position, { contentType, ...definition }] of kept.entries()) {
    await query.create({ data: { key: `rule-${position + 1}`, entryUid: contentType, position, definition } });
  }
  const shown = dataOf(await heard(api.get('/rules'))) as RuleBody[];
  expect(shown.map(({ condition, hidden, gone }) => [condition, hidden, gone])).toEqual(
    Object.keys(secrets).map((name) => [null, false, { what: 'field', name }])
  );
  const created = await api.contentManager(DOSSIER).create({ title: 'New', slug: 'new', code: 'dossiercode' });
  expect((await heard(api.tags(DOSSIER, created))).body).toMatchObject({ data: { tags: [] } });
  await api.contentManager(DOSSIER).remove(created);
  await query.deleteMany({ where: {} });
});

test('paths, owners and titles are shown to whoever may read all that they are made of', async () => {
  await stored({ urlPattern: '/{source.slug}/{member.username}', ownerField: 'source', titleField: 'slug' });
  await audited(host());
  const shownTo = async (...grants: readonly Grant[]): Promise<unknown> => {
    const api = apiOf(host(), (await userWith(host(), [...OWN, ...grants])).token);
    const [row] = dataOf(await heard(api.get(`/inventory?contentType=${DOSSIER}`))) as Record<string, unknown>[];
    return [row?.['title'], row?.['path'], row?.['owner']];
  };
  const all = reads(DOSSIER, ...DOSSIER_FIELDS);
  const without = (...fields: readonly string[]) =>
    reads(DOSSIER, ...DOSSIER_FIELDS.filter((one) => !fields.includes(one)));
  expect(await shownTo(all, SOURCES, MEMBERS)).toEqual(['the-dossier', '/sara/mo', 'Sara Source']);
  expect(await shownTo(all, reads(SOURCE, 'slug'), MEMBERS)).toEqual(['the-dossier', '/sara/mo', null]);
  expect(await shownTo(all, SOURCES)).toEqual(['the-dossier', null, 'Sara Source']);
  expect(await shownTo(all, MEMBERS)).toEqual(['the-dossier', null, null]);
  expect(await shownTo(without('source', 'slug'), SOURCES, MEMBERS)).toEqual([documentId, null, null]);
  // What an audit read is shown by the fields of then, whatever is mapped now.
  await stored({ urlPattern: '/{slug}', ownerField: null });
  expect(await shownTo(all)).toEqual(['the-dossier', null, null]);
});
