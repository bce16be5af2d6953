/** Whatever text stands wherever a request can hold one, no database fails at it. */
import { ROUTES } from '../../../server/routes';
import { ARTICLE, apiOf } from '../../support/api';
import { BROWSER, ORIGIN, sends, withBeacon } from '../../support/beacon';
import { as, hostForAll } from '../../support/host';
import { anArticle, audited } from '../../support/library';
import { apiToken, rest } from '../../support/rest';
import { nameOf, sampleOf, sendTo, type Sample } from '../../support/route-samples';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { ...withBeacon(), serving: { filters: true, journeys: true } } });
let token: string;
let documentId: string;

beforeAll(async () => {
  ({ token } = await superAdmin(host()));
  const api = apiOf(host(), token);
  for (const key of ['it', 'ops']) await api.post('/personas', { name: key, key });
  documentId = await anArticle(host(), { title: 'Pricing', status: 'published' });
  await api.add(ARTICLE, documentId, { persona: 'it', stage: 'decision' });
  await api.put(`/content-types/${ARTICLE}`, { publishing: 'block' });
  await audited(host());
});

/** What has broken one of the databases, or might. */
const TEXTS = {
  NUL: 'a\0b',
  'a high surrogate': '\uD83D',
  'a low surrogate': 'a\uDC00b',
  'much text': 'x'.repeat(70_000),
  'as many emoji as fit': '🎈'.repeat(127),
  '255 emoji': '🎈'.repeat(255),
  'right to left, quoted': `\u202Eשלום\u202C %_\\'"%`,
};
/** In a path and in the query they are encoded, where there is an encoding. */
const ENCODED = ['a%00b', '%ED%A0%80', '%F0%9F%8E%88'.repeat(127), '%E2%80%AE%25', 'x'.repeat(3000)];

/** Each text of a body replaced, one at a time. */
const replacements = (value: unknown, text: string): readonly unknown[] => {
  if (typeof value === 'string') return [text];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => replacements(item, text).map((other) => value.with(at, other)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    replacements(item, text).map((other) => ({ ...value, [key]: other }))
  );
};

const variants = (sample: Sample): readonly (readonly [what: string, said: Sample])[] => [
  ...Object.keys(sample.params ?? {}).flatMap((name) =>
    ENCODED.map((text) => [`:${name} ${text}`, { ...sample, params: { ...sample.params, [name]: text } }] as const)
  ),
  ...Object.keys(sample.query ?? {}).flatMap((name) =>
    Object.entries(TEXTS)
      .filter(([, text]) => text.isWellFormed() && text.length < 8000)
      .map(([what, text]) => [`?${name} ${what}`, { ...sample, query: { ...sample.query, [name]: text } }] as const)
  ),
  ...Object.entries(TEXTS).flatMap(([what, text]) =>
    replacements(sample.body, text).map(
      (body) => [`${what} in ${JSON.stringify(body).slice(0, 300)}`, { ...sample, body }] as const
    )
  ),
];

/** As Strapi's admin reads refusals of ours. */
const fits = ({ error }: { readonly error?: { readonly details?: { readonly errors?: unknown } } }): boolean => {
  if (error?.details === undefined) return true;
  const { errors } = error.details;
  return (
    Array.isArray(errors) &&
    errors.every(({ path, message }) => Array.isArray(path) && path.every(isText) && isText(message))
  );
};

const isText = (value: unknown): value is string => typeof value === 'string';

const withDocument = (sample: Sample): Sample =>
  JSON.parse(JSON.stringify(sample).replaceAll('"document"', JSON.stringify(documentId))) as Sample;

test.each(ROUTES.map((route) => [nameOf(route), route] as const))('%s', async (_name, route) => {
  const broken: unknown[] = [];
  for (const [what, said] of variants(withDocument(sampleOf(route)))) {
    const { status, body, text } = await sendTo(host(), token, route, said);
    if (status >= 500 || !fits(body)) broken.push([what.slice(0, 200), status, text.slice(0, 200)]);
  }
  expect(broken).toEqual([]);
});

describe.each(Object.entries(TEXTS))('%s', (_what, text) => {
  test('in files, their names, cells and options', async () => {
    const sheet = Buffer.from(`Title,Persona,Stage,Decision,Decision note\n${text},${text},${text},${text},${text}\n`);
    const utf16 = Buffer.from(`\uFEFFDocument ID,Persona,Stage\n${documentId},${text},decision\n`, 'utf16le');
    const analytics = Buffer.from(`Page path,Views\n/${text},3\n`);
    const options = {
      columns: { [text]: null },
      values: { personas: { [text]: { create: text } }, stages: { [text]: text } },
    };
    const name = `${text.slice(0, 300).replace(/["\r\n]/g, '')}.csv`;
    const all = [];
    for (const file of [sheet, utf16]) {
      for (const validOnly of ['true', 'false']) {
        const post = () => as(host(), token).post('/content-strategy/imports/tags').query({ validOnly });
        all.push(await post().attach('file', file, name));
        all.push(await post().field('options', JSON.stringify(options)).attach('file', file, 'a.csv'));
        all.push(await post().query({ dryRun: 'true', answer: 'rejected.csv' }).attach('file', file, name));
      }
    }
    const period = { from: '2026-01-01', to: '2026-01-31', complete: 'true' };
    all.push(
      await as(host(), token).post('/content-strategy/imports/analytics').query(period).attach('file', analytics, name)
    );
    expect(all.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });

  test('in a name of a file that is sent as it is', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="';
    const tail = `.csv"\r\nContent-Type: text/csv\r\n\r\nDocument ID,Persona,Stage\n${documentId},it,decision\n\r\n--x--\r\n`;
    for (const path of ['tags', 'analytics']) {
      const { status } = await as(host(), token)
        .post(`/content-strategy/imports/${path}`)
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send(Buffer.from(head + text.slice(0, 2000) + tail, 'utf8').toString('binary'));
      expect(status).toBeLessThan(500);
    }
  });

  test('in events and their headers', async () => {
    const events = [
      { uid: text, documentId: text, locale: text },
      { uid: ARTICLE, documentId, locale: text },
      { path: text },
      { path: `/${text}` },
      { file: `/uploads/${text}.pdf` },
      { [text]: text },
    ];
    for (const event of events) expect((await sends(host(), event)).status).toBeLessThan(500);
    const header = Buffer.from(text.slice(0, 500).replace(/[\0\r\n]/g, ''), 'utf8').toString('latin1');
    for (const headers of [
      { Origin: header, 'User-Agent': BROWSER },
      { Origin: ORIGIN, 'User-Agent': header },
    ]) {
      expect((await sends(host(), { path: '/a' }, headers)).status).toBeLessThan(500);
    }
  });

  test('in what filters the lists of the REST API and of the Content Manager, and in what is published', async () => {
    const list = `/content-manager/collection-types/${ARTICLE}`;
    if (text.isWellFormed() && text.length < 8000) {
      const key = await apiToken(host());
      for (const name of ['persona', 'journey', 'stage']) {
        expect((await rest(host(), key).get('articles', { [name]: text })).status).toBeLessThan(500);
        expect((await rest(host(), key).get('articles', { [name]: [text, text] })).status).toBeLessThan(500);
      }
      for (const name of ['Persona', 'Journey', 'Stage', 'Placement']) {
        const query = { [`filters[$and][0][contentStrategy${name}][$eq]`]: text };
        expect((await as(host(), token).get(list).query(query)).status).toBeLessThan(500);
      }
    }
    const documentIds = [documentId, text];
    const { status } = await as(host(), token).post(`${list}/actions/bulkPublish`).send({ documentIds });
    // What Strapi itself makes of such IDs is not ours.
    const own = await as(host(), token)
      .post(`${list}/actions/bulkDelete`)
      .send({ documentIds: [text] });
    if (own.status < 500) expect(status).toBeLessThan(500);
  });
});
