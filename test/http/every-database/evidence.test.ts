/** Grades as lists, CSV and the page of silence tell them, on a real Strapi with what trackers and imports would have left. */
import type { InventoryRow } from '../../../server/core/api';
import { actionUid, ACTIONS } from '../../../server/core/actions';
import {
  SILENCE_GROUPS,
  type EntryEvidenceBody,
  type NeverConsumedBody,
  type SilenceGroup,
} from '../../../server/core/consumption-api';
import { isoDay } from '../../../server/core/evidence/day';
import { PERIODS, spanOf, type PeriodKey } from '../../../server/core/evidence/period';
import { GRADE_WORD, SILENCE_WORD } from '../../../server/core/exports/words';
import { createSettingStore } from '../../../server/stores/settings';
import { CONSUMPTION_TABLES } from '../../../server/stores/consumption/tables';
import { apiOf } from '../../support/api';
import { firstPublished, imported, setImportState, SITE, today, tracked, viewed } from '../../support/consumption';
import { readCsv } from '../../support/csv';
import { as, hostForAll } from '../../support/host';
import {
  aGuide,
  anArticle,
  ARTICLE,
  audited,
  aVersion,
  documents,
  GUIDE,
  tagged,
  withAxes,
  withLocales,
  withSetting,
} from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin, userWith, type Grant } from '../../support/users';

const HOUR = 3_600_000;
const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const ids: Record<string, string> = {};
let token: string;
let read: Reader;
let ga4: number;

const idOf = (name: string): string => ids[name] ?? `no ${name}`;
const guide = (name: string) => ({ uid: GUIDE, documentId: idOf(name) });
const article = (name: string, locale: string) => ({ uid: ARTICLE, documentId: idOf(name), locale });

beforeAll(async () => {
  await withLocales(host(), 'de', 'fr', 'es');
  await withAxes(host(), 'finance ops', 'decision:buyer onboarding:customer');
  await withSetting(host(), ARTICLE, { urlPattern: '/{locale}/{slug}' });
  // Guides: a tracker since two hundred days, each day.
  for (const name of ['viewed', 'dormant', 'never', 'kept', 'keptTooLong', 'new', 'watched']) {
    ids[name] = await aGuide(host(), name);
    const ago = { new: 3, watched: 60 }[name] ?? 400;
    await firstPublished(host(), guide(name), ago);
    await tagged(host(), GUIDE, idOf(name), 'ops.onboarding');
  }
  await tracked(host(), { uid: GUIDE }, 200);
  await viewed(host(), guide('viewed'), 3, { views: 70 });
  await viewed(host(), guide('viewed'), 1, { views: 50 });
  await viewed(host(), guide('dormant'), [300, 250], { views: 7 });
  // English articles: a complete file; German ones: an incomplete one; French ones: nothing; Spanish ones: one of last month.
  for (const name of ['named', 'absent', 'twin', 'both']) {
    ids[name] = await anArticle(host(), { title: name });
    await firstPublished(host(), article(name, 'en'), 400);
  }
  for (const [locale, ago] of [
    ['de', 400],
    ['fr', 400],
  ] as const) {
    await aVersion(host(), ARTICLE, idOf('both'), {
      locale,
      data: { title: `both ${locale}`, slug: `both-${locale}` },
    });
    await firstPublished(host(), article('both', locale), ago);
  }
  ids['german'] = await anArticle(host(), { title: 'german', locale: 'de' });
  await firstPublished(host(), article('german', 'de'), 400);
  ids['spanish'] = await anArticle(host(), { title: 'spanish', locale: 'es' });
  await firstPublished(host(), article('spanish', 'es'), 400);
  ids['draft'] = await anArticle(host(), { title: 'draft', status: 'draft' });
  ga4 = await imported(host(), { name: 'ga4.csv', from: 200, to: 0 }, [{ uid: ARTICLE, locale: 'en' }]);
  const cut = await imported(host(), { name: 'cut.csv', from: 200, to: 0, complete: false }, [
    { uid: ARTICLE, locale: 'de' },
  ]);
  await imported(host(), { name: 'es.csv', from: 230, to: 30 }, [{ uid: ARTICLE, locale: 'es' }]);
  await viewed(host(), article('named', 'en'), [200, 0], { views: 40, source: `import:${ga4}` });
  await viewed(host(), article('both', 'de'), [200, 0], { views: 2, source: `import:${cut}` });
  await host()
    .strapi.db.connection(CONSUMPTION_TABLES.obstacles)
    .insert({ import_id: ga4, uid: ARTICLE, document_id: idOf('twin'), locale: 'en' });
  ({ token } = await superAdmin(host()));
  const keep = (name: string, due: number) =>
    apiOf(host(), token).put(`/decisions/${GUIDE}/${idOf(name)}`, { kind: 'keep', due: isoDay(today() + due) });
  await keep('kept', 30);
  await keep('keptTooLong', -1);
  await audited(host());
  read = reader(host(), token);
});

const nameOf = (documentId: string): string => Object.keys(ids).find((name) => ids[name] === documentId) ?? documentId;
const names = async (query: Parameters<Reader['rows']>[0]): Promise<readonly string[]> =>
  (await read.rows(query)).map(({ documentId }) => nameOf(documentId)).sort();

/** Grade, reason and group of every entry. */
const GRADED = {
  viewed: ['consumed', null, null],
  dormant: ['dormant', null, null],
  never: ['never-consumed', null, 'never-viewed'],
  kept: ['never-consumed', null, 'kept'],
  keptTooLong: ['never-consumed', null, 'never-viewed'],
  new: ['too-new', null, 'watching'],
  watched: ['too-new', null, 'watching'],
  named: ['consumed', null, null],
  absent: ['never-consumed', null, 'never-viewed'],
  twin: ['unmeasured', 'url-unmapped', 'cannot-judge'],
  both: ['consumed', null, null],
  german: ['unmeasured', 'below-cut-off', 'cannot-judge'],
  spanish: ['never-consumed', null, 'never-viewed'],
  draft: ['unpublished', null, null],
} as const;

test('every entry has its grade, with what it rests on', async () => {
  const rows = await read.rows({});
  const graded = Object.fromEntries(
    rows.map(({ documentId, evidence, silence }) => [nameOf(documentId), [evidence.grade, evidence.reason, silence]])
  );
  expect(graded).toEqual(GRADED);
  const evidenceOf = (name: string) => rows.find(({ documentId }) => documentId === idOf(name))?.evidence;
  expect(evidenceOf('viewed')).toEqual({
    grade: 'consumed',
    reason: null,
    views: 120,
    viewsFrom: isoDay(today() - 200),
    viewsTo: isoDay(today()),
    measuredDays: 180,
    windowDays: 180,
    windowTo: null,
    lastViewed: isoDay(today() - 1),
    judgeableFrom: null,
    sources: ['www.example.com'],
    uncountedShare: 0,
    delivered: null,
  });
  expect(evidenceOf('never')).toMatchObject({ views: 0, measuredDays: 90, windowDays: 90, windowTo: null });
  expect(evidenceOf('spanish')).toMatchObject({ views: 0, measuredDays: 90, windowTo: isoDay(today() - 30) });
  expect(evidenceOf('watched')).toMatchObject({ views: 0, measuredDays: 60, judgeableFrom: isoDay(today() + 30) });
  expect(evidenceOf('named')).toMatchObject({ views: 40, sources: ['ga4.csv'], lastViewed: isoDay(today()) });
  expect(evidenceOf('twin')).toMatchObject({ views: null, measuredDays: 0, sources: [] });
  expect(evidenceOf('german')).toMatchObject({ views: null, viewsFrom: null, viewsTo: null });
  expect(rows.find(({ documentId }) => documentId === idOf('watched'))?.firstPublishedAt).toBe(isoDay(today() - 60));
});

test('that not even the API sent it is said where all days of its grade were counted', async () => {
  const settings = createSettingStore(host().strapi);
  const sinceDaysAgo = (days: number | null) =>
    settings.set('deliveries-since', days === null ? null : new Date(Date.now() - days * 86_400_000).toISOString());
  const deliveredOf = async (name: string) =>
    (await read.rows({})).find(({ documentId }) => documentId === idOf(name))?.evidence.delivered;
  const { uid, documentId } = guide('kept');
  const sent = { uid, document_id: documentId, locale: '', month: 600, details: 1, lists: 0, last_day: 1 };
  await host().strapi.db.connection(CONSUMPTION_TABLES.deliveries).insert(sent);
  const found: unknown[] = [];
  for (const days of [90, 91, null]) {
    await sinceDaysAgo(days);
    found.push([days, await deliveredOf('never'), await deliveredOf('kept')]);
  }
  expect(found).toEqual([
    [90, null, true],
    [91, false, true],
    [null, null, null],
  ]);
  await host().strapi.db.connection(CONSUMPTION_TABLES.deliveries).delete();
});

test('each version has its own, and under a locale that is the one listed', async () => {
  const gradesIn = async (locale: string) =>
    Object.fromEntries(
      (await read.rows({ locale, contentType: ARTICLE })).map(({ documentId, evidence }) => [
        nameOf(documentId),
        evidence.reason ?? evidence.grade,
      ])
    );
  expect(await gradesIn('en')).toEqual({
    named: 'consumed',
    absent: 'never-consumed',
    twin: 'url-unmapped',
    both: 'never-consumed',
    draft: 'unpublished',
  });
  expect(await gradesIn('de')).toEqual({ both: 'consumed', german: 'below-cut-off' });
  expect(await gradesIn('fr')).toEqual({ both: 'no-source' });
});

describe('filters', () => {
  const graded = (test: (grade: readonly (string | null)[]) => boolean) =>
    Object.entries(GRADED).flatMap(([name, grade]) => (test(grade) ? [name] : []));

  test.each(['consumed', 'dormant', 'never-consumed', 'too-new', 'unmeasured', 'unpublished'])(
    '%s',
    async (evidence) => {
      const expected = graded(([grade]) => grade === evidence).sort();
      expect(await names({ evidence })).toEqual(expected);
      const { meta } = await read.page({ evidence });
      expect(meta.pagination).toMatchObject({ total: expected.length, totalIsExact: true });
      expect(await names({ evidence, contentType: GUIDE, counted: 'published' })).toEqual(
        expected.filter((name) =>
          ['viewed', 'dormant', 'never', 'kept', 'keptTooLong', 'new', 'watched'].includes(name)
        )
      );
    }
  );

  test.each(['no-source', 'interrupted', 'url-unmapped', 'below-cut-off'])('because of %s', async (evidenceReason) => {
    const expected = graded(([, reason]) => reason === evidenceReason);
    expect(await names({ evidenceReason })).toEqual(expected);
    expect((await read.page({ evidence: 'unmeasured', evidenceReason })).meta.pagination.total).toBe(expected.length);
  });

  test.each(['never-viewed', 'watching', 'cannot-judge', 'kept'])('in silence: %s', async (silence) => {
    const expected = graded(([, , group]) => group === silence).sort();
    expect(await names({ silence })).toEqual(expected);
    expect((await read.page({ silence })).meta.pagination.total).toBe(expected.length);
    expect(await names({ silence, persona: 'ops', stage: 'onboarding' })).toEqual(
      expected.filter((name) => !['absent', 'twin', 'german', 'spanish'].includes(name))
    );
  });

  test('what nobody knows is a 400 that names the field', async () => {
    for (const query of ['evidence=viewed', 'evidenceReason=why', 'silence=loud', 'sort=reason:asc']) {
      const response = await as(host(), token).get(`/content-strategy/inventory?${query}`);
      expect(response.status).toBe(400);
      expect(response.text).toContain(query.split('=')[0]);
    }
  });
});

describe('sorting: what is not known comes last, both ways', () => {
  const known: Readonly<Record<string, (row: InventoryRow) => string | number | null>> = {
    views: ({ evidence }) => evidence.views,
    // Of what nothing tells the days are not known either.
    measuredDays: ({ evidence }) => (evidence.views === null ? null : evidence.measuredDays),
    lastViewed: ({ evidence }) => evidence.lastViewed,
    firstPublishedAt: ({ firstPublishedAt }) => firstPublishedAt,
  };
  test.each(Object.keys(known).flatMap((field) => [[field, 'asc'] as const, [field, 'desc'] as const]))(
    'by %s %s, the same on every page size',
    async (field, direction) => {
      const rows = await read.rows({ sort: `${field}:${direction}` });
      expect(rows).toHaveLength(Object.keys(GRADED).length);
      const values = rows.map((row) => known[field]?.(row) ?? null);
      const sorted = values.filter((value) => value !== null).sort((a, b) => (a < b ? -1 : Number(a > b)));
      const blanks = values.filter((value) => value === null);
      expect(blanks.length).toBeGreaterThan(0);
      expect(values).toEqual([...(direction === 'asc' ? sorted : sorted.reverse()), ...blanks]);
      expect(await read.rows({ sort: `${field}:${direction}` }, 4)).toEqual(rows);
    }
  );
});

describe('views of a period', () => {
  const shownIn = async (period: PeriodKey) =>
    Object.fromEntries(
      (await read.rows({ period })).map(({ documentId, evidence: { period: shown } }) => [
        nameOf(documentId),
        [shown?.views, shown?.missingDays],
      ])
    );

  test('are those of its days; what is not known is no zero, and what is known in part says so', async () => {
    expect(await shownIn('30-days')).toEqual({
      viewed: [120, 0],
      dormant: [0, 0],
      never: [0, 0],
      kept: [0, 0],
      keptTooLong: [0, 0],
      new: [0, 0],
      watched: [0, 0],
      // Forty views in two hundred days: of which of them, the file does not say.
      named: [null, 30],
      absent: [0, 0],
      twin: [null, 30],
      // The French version is not measured, and of the German one only the sum is known.
      both: [0, 30],
      german: [null, 30],
      spanish: [null, 29],
      draft: [null, 30],
    });
    const { dormant, viewed: seen, named } = await shownIn('12-months');
    const days = today() - spanOf('12-months', today()).from;
    expect([dormant, seen, named]).toEqual([
      [7, days - 200],
      [120, days - 200],
      [null, days],
    ]);
  });

  test.each(PERIODS)('%s: heatmap, list and CSV say the same', async (period) => {
    const { from, to } = spanOf(period, today());
    const side = { persona: 'ops', stage: 'onboarding', counted: 'published', period };
    const { cells, consumption } = await read.coverage({ period });
    const cell = cells.find(({ persona, stage }) => persona === 'ops' && stage === 'onboarding');
    const rows = (await read.rows({ ...side, sort: 'views:desc' })).map(({ evidence }) => evidence.period);
    const sum = rows.reduce((total, one) => total + (one?.views ?? 0), 0);
    expect(consumption).toMatchObject({ period, from: isoDay(from), to: isoDay(to) });
    expect(rows.every((one) => one?.from === isoDay(from) && one.to === isoDay(to))).toBe(true);
    expect(cell).toMatchObject({ views: sum, isPartial: rows.some((one) => (one?.missingDays ?? 0) > 0) });
    expect(consumption.personas['ops']).toMatchObject({ views: sum });
    const known = rows.flatMap((one) => one?.views ?? []);
    expect(rows.map((one) => one?.views ?? null).slice(0, known.length)).toEqual([...known].sort((a, b) => b - a));
    const sheet = readCsv(await read.csv('inventory.csv', side));
    expect(sheet.map((line) => line['Views']).sort()).toEqual(rows.map((one) => String(one?.views ?? '')).sort());
    expect(sheet.every((line) => line['Views from'] === isoDay(from) && line['Days not measured'] !== '')).toBe(true);
    const line = readCsv(await read.csv('coverage.csv', { period })).find(
      (one) => one['Persona key'] === 'ops' && one['Stage key'] === 'onboarding'
    );
    expect(line).toMatchObject({
      Views: String(sum),
      'Views from': isoDay(from),
      'At least': cell?.isPartial === true ? 'yes' : '',
    });
  });

  test('without one lists say all that is known', async () => {
    const [row] = await read.rows({ search: 'viewed', contentType: GUIDE });
    expect(row?.evidence).not.toHaveProperty('period');
    expect((await read.coverage()).consumption.period).toBeNull();
  });

  test('of an earlier audit, and unknown ones, are refused by name', async () => {
    const { id } = await audited(host());
    await audited(host());
    for (const path of ['coverage', 'inventory', 'exports/inventory.csv']) {
      for (const query of [`period=30-days&audit=${id}`, 'period=1-day']) {
        const response = await as(host(), token).get(`/content-strategy/${path}?${query}`);
        expect([path, query, response.status]).toEqual([path, query, 400]);
        expect(response.text).toContain('period');
      }
    }
  });
});

const neverConsumed = async (query = '', as_ = token): Promise<NeverConsumedBody> => {
  const response = await as(host(), as_).get(`/content-strategy/never-consumed${query}`);
  expect(response.status).toBe(200);
  return (response.body as { data: NeverConsumedBody }).data;
};

test('the page of silence counts its own lists, and what is kept, though measured, in no group', async () => {
  expect(await neverConsumed()).toMatchObject({
    measured: 9,
    neverConsumed: 4,
    watching: 2,
    cannotJudge: [
      { reason: 'url-unmapped', entries: 1 },
      { reason: 'below-cut-off', entries: 1 },
    ],
    kept: 1,
  });
  expect(await neverConsumed(`?contentType=${GUIDE}`)).toMatchObject({
    measured: 5,
    neverConsumed: 2,
    cannotJudge: [],
  });
  expect(await neverConsumed('?locale=fr')).toMatchObject({
    measured: 5,
    neverConsumed: 2,
    cannotJudge: [{ reason: 'no-source', entries: 1 }],
  });
});

test('under a filter the groups count what their lists show', async () => {
  for (const filter of ['persona=ops&stage=onboarding', 'search=keptTooLong', 'decision=keep', 'owner=nobody']) {
    const { measured, isExact, ...groups } = await neverConsumed(`?${filter}`);
    const lengthOf = async (query: Parameters<Reader['rows']>[0]) =>
      (await read.rows({ ...Object.fromEntries(new URLSearchParams(filter)), ...query, counted: 'published' })).length;
    expect(isExact).toBe(true);
    expect(groups).toMatchObject({
      neverConsumed: await lengthOf({ silence: 'never-viewed' }),
      watching: await lengthOf({ silence: 'watching' }),
      kept: await lengthOf({ silence: 'kept' }),
    });
    expect(measured).toBe(await lengthOf({ evidence: 'measured' }));
  }
  expect((await neverConsumed('?persona=ops')).neverConsumed).toBe(2);
  const refused = await as(host(), token).get('/content-strategy/never-consumed?silence=kept');
  expect(refused.status).toBe(400);
});

describe('CSV', () => {
  test('says what the screen says; what is not measured is blank, never 0', async () => {
    const rows = await read.rows({});
    const sheet = readCsv(await read.csv('inventory.csv'));
    for (const { documentId, evidence, firstPublishedAt } of rows) {
      const line = sheet.find((one) => one['Document ID'] === documentId);
      expect(line).toMatchObject({
        'First published': firstPublishedAt ?? '',
        Evidence: GRADE_WORD[evidence.grade],
        Views: evidence.views === null ? '' : String(evidence.views),
        'Views from': evidence.viewsFrom ?? '',
        'Views to': evidence.viewsTo ?? '',
        'Measured days': evidence.measuredDays === 0 ? '' : String(evidence.measuredDays),
        'Last viewed': evidence.lastViewed ?? '',
        Source: evidence.sources.join('; '),
      });
      expect(line?.['Reason']).toMatch(/\.$/);
    }
    const of = (name: string) => sheet.find((one) => one['Document ID'] === idOf(name));
    expect([of('never')?.['Views'], of('twin')?.['Views']]).toEqual(['0', '']);
    expect(of('never')?.['Reason']).toBe('No view ever, and 90 of the last 90 days were measured.');
  });

  test('never-consumed.csv: the groups one after the other, or the one that is asked for', async () => {
    const groups = async (query = {}) =>
      readCsv(await read.csv('never-consumed.csv', query)).map((line) => [
        line['Group'],
        nameOf(line['Document ID'] ?? ''),
      ]);
    const all = await groups();
    const isGroup = (group: string | null): group is SilenceGroup => SILENCE_GROUPS.some((one) => one === group);
    expect([...all].sort()).toEqual(
      Object.entries(GRADED)
        .flatMap(([name, [, , group]]) => (isGroup(group) ? [[SILENCE_WORD[group], name]] : []))
        .sort()
    );
    const order = SILENCE_GROUPS.map((group) => SILENCE_WORD[group]);
    expect(all.map(([group]) => order.indexOf(group ?? ''))).toEqual(
      all.map(([group]) => order.indexOf(group ?? '')).sort((a, b) => a - b)
    );
    expect(await groups({ silence: 'watching', contentType: GUIDE })).toHaveLength(2);
  });
});

describe('consumption.csv', () => {
  const lines = async (query = {}) =>
    readCsv(await read.csv('consumption.csv', query)).map((line) =>
      [nameOf(line['Document ID'] ?? ''), line['Locale'], line['Source'], line['From'], line['To'], line['Views']].join(
        ' '
      )
    );
  const day = (ago: number) => isoDay(today() - ago);

  test('what each source counted: trackers by month, imports by their period', async () => {
    const rows = await lines();
    expect(rows).toContain(`named en ga4.csv ${day(200)} ${day(0)} 40`);
    expect(rows).toContain(`both de cut.csv ${day(200)} ${day(0)} 2`);
    const months = rows.filter((row) => row.startsWith('viewed '));
    expect(months.every((row) => /^viewed {2}www\.example\.com \d{4}-\d\d-01 /.test(row))).toBe(true);
    expect(months.every((row) => (row.split(' ').at(-2) ?? '') <= day(0))).toBe(true);
  });

  test('adds up to the views that lists show', async () => {
    const sums = new Map<string, number>();
    for (const row of await lines()) {
      const [name = '', views] = [row.split(' ')[0], row.split(' ').at(-1)];
      sums.set(name, (sums.get(name) ?? 0) + Number(views));
    }
    const shown = (await read.rows({})).flatMap(({ documentId, evidence: { views } }) =>
      (views ?? 0) > 0 ? [[nameOf(documentId), views] as const] : []
    );
    expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(shown));
  });

  test('of what the filter lists', async () => {
    expect((await lines({ contentType: GUIDE })).every((row) => /^(viewed|dormant) /.test(row))).toBe(true);
    expect((await lines({ contentType: ARTICLE, locale: 'de' })).map((row) => row.split(' ')[0])).toEqual(['both']);
  });
});

test('views of an import and of a tracker on its days count once, the larger number, on screen and in the CSV', async () => {
  const counted = async () => {
    await audited(host());
    const { documentId, evidence } = (await read.rows({ search: 'named' }))[0] ?? {};
    const lines = readCsv(await read.csv('consumption.csv', { search: 'named' }));
    const inViews = lines.filter((line) => line['Document ID'] === documentId && line['In views'] === 'yes');
    return {
      grade: evidence?.grade,
      views: evidence?.views,
      csv: inViews.reduce((sum, line) => sum + Number(line['Views']), 0),
      from: [...new Set(inViews.map((line) => line['Source']))].sort(),
      lines: lines.reduce((sum, line) => sum + Number(line['Views']), 0),
    };
  };
  const named = article('named', 'en');
  const [file, site] = ['ga4.csv', 'www.example.com'];
  // Before the file's days and in them, on both sides of the window in which views are recent.
  await viewed(host(), named, 260, { views: 6 });
  await viewed(host(), named, 190, { views: 5 });
  await viewed(host(), named, 3, { views: 5 });
  expect(await counted()).toEqual({ grade: 'consumed', views: 46, csv: 46, from: [file, site], lines: 56 });
  await viewed(host(), named, 4, { views: 31 });
  expect(await counted()).toEqual({ grade: 'consumed', views: 47, csv: 47, from: [site], lines: 87 });
  await host()
    .strapi.db.connection(CONSUMPTION_TABLES.views)
    .where({ document_id: named.documentId })
    .whereNot({ source: `import:${ga4}` })
    .delete();
  expect(await counted()).toEqual({ grade: 'consumed', views: 40, csv: 40, from: [file], lines: 40 });
});

describe('one entry', () => {
  const entry = async (uid: string, name: string, as_ = token) =>
    as(host(), as_).get(`/content-strategy/evidence/${uid}/${idOf(name)}`);
  const bodyOf = async (uid: string, name: string, as_ = token) =>
    ((await entry(uid, name, as_)).body as { data: EntryEvidenceBody }).data;

  test('what lists say of it, and each of the last days', async () => {
    const { evidence, versions, days, auditedAt } = await bodyOf(GUIDE, 'viewed');
    const [row] = (await read.rows({ contentType: GUIDE })).filter(({ documentId }) => documentId === idOf('viewed'));
    expect(evidence).toEqual(row?.evidence);
    expect([versions, typeof auditedAt]).toEqual([[], 'string']);
    expect(days).toHaveLength(90);
    expect(days.at(-1)).toEqual({ day: isoDay(today()), views: 0 });
    expect(days.filter(({ views }) => views !== 0)).toEqual([
      { day: isoDay(today() - 3), views: 70 },
      { day: isoDay(today() - 1), views: 50 },
    ]);
  });

  test('its versions', async () => {
    const { evidence, versions } = await bodyOf(ARTICLE, 'both');
    expect(evidence.grade).toBe('consumed');
    expect(versions.map((one) => [one.locale, one.evidence.grade]).sort()).toEqual([
      ['de', 'consumed'],
      ['en', 'never-consumed'],
      ['fr', 'unmeasured'],
    ]);
  });

  test('days of which nothing is known are null', async () => {
    const { days } = await bodyOf(ARTICLE, 'german');
    expect(days.every(({ views }) => views === null)).toBe(true);
    expect((await bodyOf(ARTICLE, 'absent')).days.every(({ views }) => views === 0)).toBe(true);
    expect((await bodyOf(ARTICLE, 'named')).days.every(({ views }) => views === null)).toBe(true);
  });

  test('newer than the last audit', async () => {
    ids['newest'] = await aGuide(host(), 'newest');
    expect(await bodyOf(GUIDE, 'newest')).toMatchObject({ auditedAt: null, evidence: { grade: 'unmeasured' } });
    await documents(host(), GUIDE).delete({ documentId: idOf('newest') });
    expect((await entry(GUIDE, 'newest')).status).toBe(404);
    delete ids['newest'];
  });
});

describe('a user of the German versions', () => {
  const OWN: readonly Grant[] = ACTIONS.map((action) => ({ action: actionUid(action) }));
  const reads: Grant = {
    action: 'plugin::content-manager.explorer.read',
    subject: ARTICLE,
    fields: ['title', 'slug'],
    locales: ['de'],
  };
  let german: string;
  beforeAll(async () => {
    german = (await userWith(host(), [...OWN, reads])).token;
  });

  test('sees, counts and exports their evidence alone', async () => {
    const rows = await reader(host(), german).rows({});
    expect(
      rows.map(({ documentId, evidence }) => [nameOf(documentId), evidence.reason ?? evidence.grade]).sort()
    ).toEqual([
      ['both', 'consumed'],
      ['german', 'below-cut-off'],
    ]);
    expect(await neverConsumed('', german)).toMatchObject({
      measured: 1,
      neverConsumed: 0,
      watching: 0,
      cannotJudge: [{ reason: 'below-cut-off', entries: 1 }],
      kept: 0,
    });
    expect(readCsv(await reader(host(), german).csv('never-consumed.csv'))).toHaveLength(1);
  });

  test('of one entry too, and of no other', async () => {
    const ask = (uid: string, name: string) =>
      as(host(), german).get(`/content-strategy/evidence/${uid}/${idOf(name)}`);
    const { evidence, versions } = ((await ask(ARTICLE, 'both')).body as { data: EntryEvidenceBody }).data;
    expect([evidence.grade, evidence.views, versions.map(({ locale }) => locale)]).toEqual(['consumed', 2, ['de']]);
    expect((await ask(ARTICLE, 'named')).status).toBe(404);
    expect((await ask(GUIDE, 'viewed')).status).toBe(404);
  });
});

test('coverage: views of a cell, measured and never consumed entries', async () => {
  const { cells } = await read.coverage({});
  const cell = cells.find(({ persona, stage }) => persona === 'ops' && stage === 'onboarding');
  expect(cell).toMatchObject({ current: 7, views: 127, measured: 5, neverConsumed: 3, demand: 'crowded' });
  const empty = cells.find(({ persona, stage }) => persona === 'finance' && stage === 'decision');
  expect(empty).toMatchObject({ views: null, measured: 0, neverConsumed: 0, demand: null });
});

test('coverage: totals of views, measured and never consumed are those of their rows', async () => {
  const { consumption, everyone, notSet, journeyCells } = await read.coverage({});
  const totals = [
    ...Object.entries(consumption.personas).map(([persona, total]) => [{ persona }, total] as const),
    ...Object.entries(consumption.stages).map(([stage, total]) => [{ stage }, total] as const),
    ...Object.entries(consumption.journeys).map(([journey, total]) => [{ journey }, total] as const),
    ...everyone.map(({ stage, ...total }) => [{ persona: 'everyone', stage }, total] as const),
    ...notSet.persona.map(({ stage, ...total }) => [{ persona: 'not-set', stage }, total] as const),
    ...notSet.stage.map(({ persona, ...total }) => [{ persona, stage: 'not-set' }, total] as const),
    ...journeyCells.map(({ persona, journey, ...total }) => [{ persona, journey }, total] as const),
  ];
  const told: string[] = [];
  for (const [query, { views, neverConsumed }] of totals) {
    const rows = (await read.rows({ ...query, counted: 'published' })).map(({ evidence }) => evidence);
    const sum = rows.reduce((before, row) => before + (row.views ?? 0), 0);
    const never = rows.filter(({ grade }) => grade === 'never-consumed').length;
    expect([query, views ?? 0, neverConsumed]).toEqual([query, sum, never]);
    if (views !== null) told.push(Object.values(query).join(' '));
  }
  expect(told).toEqual(['ops', 'onboarding', 'customer', 'ops customer']);
});

describe('audit after audit', () => {
  const stored = (table: string) => host().strapi.db.connection(table).select('*');
  const rowsOf = async () => (await stored('cs_inventory')).length;

  test('an audit again writes nothing; views alone make no new version of a row', async () => {
    const [rows, views] = [await rowsOf(), await stored('cs_inventory_views')];
    await audited(host());
    expect(await rowsOf()).toBe(rows);
    expect(await stored('cs_inventory_views')).toEqual(views);
    await viewed(host(), guide('viewed'), 2, { views: 5 });
    await audited(host());
    expect(await rowsOf()).toBe(rows);
    const [row] = (await read.rows({ evidence: 'consumed' })).filter(({ documentId }) => documentId === idOf('viewed'));
    expect(row?.evidence.views).toBe(125);
  });

  test('a view makes what was never consumed viewed', async () => {
    await viewed(host(), guide('never'), 0);
    await audited(host());
    expect(await names({ silence: 'never-viewed' })).toEqual(['absent', 'keptTooLong', 'spanish']);
    expect(await neverConsumed()).toMatchObject({ measured: 9, neverConsumed: 3 });
  });

  test('an import that is undone tells nothing any more, and is heard again', async () => {
    const before = await read.rows({});
    await setImportState(host(), ga4, 'undone');
    await audited(host());
    const of = async (name: string) =>
      (await read.rows({})).find(({ documentId }) => documentId === idOf(name))?.evidence;
    expect(await of('named')).toMatchObject({ grade: 'unmeasured', reason: 'no-source', views: null, sources: [] });
    expect(await of('absent')).toMatchObject({ grade: 'unmeasured', reason: 'no-source', views: null });
    await setImportState(host(), ga4, 'counted');
    await audited(host());
    expect(await read.rows({})).toEqual(before);
  });

  test('publishing again does not make an entry new; a first publication is never moved forward', async () => {
    ids['republished'] = await anArticle(host(), { title: 'republished' });
    await audited(host());
    const first = async () =>
      (await read.rows({})).find(({ documentId }) => documentId === idOf('republished'))?.firstPublishedAt;
    expect(await first()).toBe(isoDay(today()));
    await firstPublished(host(), article('republished', 'en'), 500);
    await documents(host(), ARTICLE).unpublish({ documentId: idOf('republished'), locale: 'en' });
    const { id } = await audited(host());
    expect(await first()).toBeNull();
    await host()
      .strapi.db.connection('cs_audits')
      .where({ id })
      .decrement('started_at', 2 * HOUR);
    await documents(host(), ARTICLE).publish({ documentId: idOf('republished'), locale: 'en' });
    await audited(host());
    expect(await first()).toBe(isoDay(today() - 500));
    // What was measured meanwhile is no silence of an entry that nobody could read.
    const judged = (await read.rows({})).find(({ documentId }) => documentId === idOf('republished'))?.evidence;
    expect(judged).toMatchObject({ grade: 'too-new', judgeableFrom: isoDay(today() + 90) });
    await documents(host(), ARTICLE).publish({ documentId: idOf('republished'), locale: 'en' });
    await audited(host());
    expect(await first()).toBe(isoDay(today() - 500));
  });

  test('a content date that is mapped later moves it back, one in future does not', async () => {
    for (const [name, writtenOn] of [
      ['written', '2019-05-06'],
      ['planned', isoDay(today() + 300)],
    ] as const) {
      ids[name] = await anArticle(host(), { title: name, data: { writtenOn } });
    }
    await audited(host());
    await withSetting(host(), ARTICLE, { contentDateField: 'writtenOn' });
    await audited(host());
    const rows = await read.rows({ contentType: ARTICLE });
    const first = (name: string) => rows.find(({ documentId }) => documentId === idOf(name))?.firstPublishedAt;
    expect([first('written'), first('planned')]).toEqual(['2019-05-06', isoDay(today())]);
  });

  test('a tracker does not tell of what it cannot tell apart', async () => {
    const db = host().strapi.db.connection;
    const of = async (name: string) =>
      (await read.rows({})).find(({ documentId }) => documentId === idOf(name))?.evidence;
    await audited(host());
    expect(await of('kept')).toMatchObject({ grade: 'never-consumed' });
    const { uid, documentId } = guide('kept');
    await db(CONSUMPTION_TABLES.doubts).insert({ uid, document_id: documentId, locale: '', last_day: today() - 5 });
    await audited(host());
    expect(await of('kept')).toMatchObject({ grade: 'unmeasured', reason: 'url-unmapped', measuredDays: 4 });
    await db(CONSUMPTION_TABLES.doubts).delete();
    // Guides have no URL pattern: where pages send nothing but their path, nobody can count them.
    await db(CONSUMPTION_TABLES.days).where({ uid: GUIDE }).update({ named: 29 });
    await audited(host());
    expect(await of('kept')).toMatchObject({ grade: 'unmeasured', reason: 'url-unmapped', measuredDays: 0 });
    expect(await of('viewed')).toMatchObject({ grade: 'consumed' });
    await db(CONSUMPTION_TABLES.days).where({ uid: GUIDE }).update({ named: 30 });
    await audited(host());
    expect(await of('kept')).toMatchObject({ grade: 'never-consumed' });
  });

  test('what an audit has seen as a draft came out since, whatever its content date says', async () => {
    await withSetting(host(), ARTICLE, { contentDateField: 'writtenOn' });
    ids['backdated'] = await anArticle(host(), {
      title: 'backdated',
      status: 'draft',
      data: { writtenOn: '2019-05-06' },
    });
    await host()
      .strapi.db.query(ARTICLE)
      .updateMany({ where: { documentId: idOf('backdated') }, data: { createdAt: new Date(Date.now() - 2 * HOUR) } });
    await audited(host());
    await documents(host(), ARTICLE).publish({ documentId: idOf('backdated'), locale: 'en' });
    for (let audits = 0; audits < 2; audits += 1) {
      await audited(host());
      const row = (await read.rows({})).find(({ documentId }) => documentId === idOf('backdated'));
      expect(row).toMatchObject({ firstPublishedAt: isoDay(today()), evidence: { grade: 'too-new' } });
    }
  });

  test('with nothing counted any more all views are blank, and none is left behind', async () => {
    await host().strapi.db.connection(CONSUMPTION_TABLES.days).where({ source: SITE }).delete();
    await host().strapi.db.connection(CONSUMPTION_TABLES.views).delete();
    await host().strapi.db.connection(CONSUMPTION_TABLES.imports).update({ state: 'undone' });
    await audited(host());
    expect(await stored('cs_inventory_views')).toEqual([]);
    const grades = new Set((await read.rows({ counted: 'published' })).map(({ evidence }) => evidence.grade));
    expect([...grades].sort()).toEqual(['too-new', 'unmeasured']);
  });
});
