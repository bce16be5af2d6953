import type { Count, Counted, CoverageBody } from '../../server/core/api';
import { JOURNEYS } from '../../server/core/vocabulary';
import { readCsv } from '../support/csv';
import { aLibraryInDisorder } from '../support/disorder';
import { countsAs, expectedEntries, livePairs, placementOf, type ExpectedEntry } from '../support/expected';
import { hostForAll } from '../support/host';
import { ARTICLE, audited, GUIDE, LANDING_PAGE } from '../support/library';
import { reader, typesOf, type Query, type Reader } from '../support/reading';
import { superAdmin } from '../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const TYPES = [
  { uid: ARTICLE, title: 'title', date: 'writtenOn', expiry: 'expiresAt' },
  { uid: GUIDE, title: 'name' },
  { uid: LANDING_PAGE, title: 'headline' },
];
const PERSONAS = ['finance', 'ops', 'it'];
const STAGES = ['awareness', 'decision', 'onboarding'];
const JOURNEY_OF: Readonly<Record<string, string>> = { awareness: 'buyer', decision: 'buyer', onboarding: 'customer' };
let read: Reader;
let entries: readonly ExpectedEntry[];

beforeAll(async () => {
  await aLibraryInDisorder(host());
  await audited(host());
  read = reader(host(), (await superAdmin(host())).token);
  entries = await expectedEntries(host(), TYPES);
});

/** A number on the page, the list behind it, and which pairs make an entry stand there. */
interface NumberOnPage {
  readonly name: string;
  readonly count: Count;
  readonly query: Query;
  readonly holds: (pairs: readonly string[], entry: ExpectedEntry) => boolean;
}

const NONE: Count = { current: 0, old: 0 };
const sided = (side: 0 | 1, key: string) => (pairs: readonly string[]) =>
  pairs.some((pair) => pair.split('.')[side] === (key === 'not-set' ? '-' : key));

const numbersOn = (page: CoverageBody): readonly NumberOnPage[] => [
  ...page.cells.map((cell) => ({
    name: `${cell.persona} × ${cell.stage}`,
    count: cell,
    query: { persona: cell.persona, stage: cell.stage },
    holds: (pairs: readonly string[]) => pairs.includes(`${cell.persona}.${cell.stage}`),
  })),
  ...page.everyone.map((count) => ({
    name: `everyone × ${count.stage}`,
    count,
    query: { persona: 'everyone', stage: count.stage },
    holds: (pairs: readonly string[]) => pairs.includes(`everyone.${count.stage}`),
  })),
  ...STAGES.map((stage) => ({
    name: `persona not set × ${stage}`,
    count: page.notSet.persona.find((one) => one.stage === stage) ?? NONE,
    query: { persona: 'not-set', stage },
    holds: (pairs: readonly string[]) => pairs.includes(`-.${stage}`),
  })),
  ...['everyone', ...PERSONAS].map((persona) => ({
    name: `${persona} × stage not set`,
    count: page.notSet.stage.find((one) => one.persona === persona) ?? NONE,
    query: { persona, stage: 'not-set' },
    holds: (pairs: readonly string[]) => pairs.includes(`${persona}.-`),
  })),
  ...['everyone', 'not-set', ...PERSONAS].map((persona) => ({
    name: `persona ${persona}`,
    count: page.totals.personas[persona] ?? NONE,
    query: { persona },
    holds: sided(0, persona),
  })),
  ...['not-set', ...STAGES].map((stage) => ({
    name: `stage ${stage}`,
    count: page.totals.stages[stage] ?? NONE,
    query: { stage },
    holds: sided(1, stage),
  })),
  ...page.journeyCells.map(({ persona, journey, ...count }) => ({
    name: `${persona} × ${journey}`,
    count,
    query: { persona, journey },
    holds: (pairs: readonly string[]) =>
      pairs.some((pair) => {
        const [side, stage = ''] = pair.split('.');
        return side === (persona === 'not-set' ? '-' : persona) && JOURNEY_OF[stage] === journey;
      }),
  })),
  ...JOURNEYS.map((journey) => ({
    name: `journey ${journey}`,
    count: page.totals.journeys[journey],
    query: { journey },
    holds: (pairs: readonly string[]) => pairs.some((pair) => JOURNEY_OF[pair.split('.')[1] ?? ''] === journey),
  })),
];

type Filter = { readonly counted: Counted; readonly contentType?: string; readonly locale?: string };

const countNaively = (filter: Filter, holds: NumberOnPage['holds']): Count => {
  const count = { current: 0, old: 0 };
  for (const entry of entries) {
    const as = countsAs(entry, filter);
    if (as !== null && holds(entry.isExcluded ? [] : livePairs(entry.pairs), entry)) count[as] += 1;
  }
  return count;
};

const FILTERS: readonly Filter[] = (['published', 'all', 'dedicated'] as const).flatMap((counted) =>
  [undefined, ARTICLE, GUIDE, LANDING_PAGE].flatMap((contentType) =>
    [undefined, 'en', 'de', 'fr'].map((locale) => ({
      counted,
      ...(contentType !== undefined && { contentType }),
      ...(locale !== undefined && { locale }),
    }))
  )
);

/** Each way of counting, type and locale at least once: every list of every combination would take minutes. */
const LISTED: readonly Filter[] = [
  { counted: 'published' },
  { counted: 'published', contentType: ARTICLE, locale: 'de' },
  { counted: 'all' },
  { counted: 'all', contentType: LANDING_PAGE, locale: 'en' },
  { counted: 'dedicated', locale: 'fr' },
  { counted: 'dedicated', contentType: GUIDE, locale: 'de' },
];

test.each(FILTERS)('every number under %j is the one that a naive count gives', async (filter) => {
  const page = await read.coverage(filter);
  const shown = numbersOn(page).map(({ name, count: { current, old } }) => [name, current, old]);
  const naive = numbersOn(page).map(({ name, holds }) => {
    const { current, old } = countNaively(filter, holds);
    return [name, current, old];
  });
  expect(shown).toEqual(naive);
});

describe.each(LISTED)('counted %j', (filter) => {
  let page: CoverageBody;
  beforeAll(async () => {
    page = await read.coverage(filter);
  });

  test('every number is the total of its list, and as many rows stand in it', async () => {
    for (const { name, count, query } of numbersOn(page)) {
      const { data, meta } = await read.page({ ...filter, ...query, pageSize: 100 });
      const old = data.filter(({ current }) => !current).length;
      expect([name, data.length - old, old]).toEqual([name, count.current, count.old]);
      expect([name, meta.pagination.total, meta.pagination.totalIsExact]).toEqual([name, data.length, true]);
      expect(new Set(data.map(({ uid, documentId }) => `${uid} ${documentId}`)).size).toBe(data.length);
    }
  });

  test('the content types of every number are those of its rows', async () => {
    for (const { name, query } of numbersOn(page)) {
      const types = (await read.coverageTypes({ ...filter, ...query })).map(({ uid, entries: count }) => [uid, count]);
      expect([name, Object.fromEntries(types)]).toEqual([name, typesOf(await read.rows({ ...filter, ...query }))]);
    }
  });

  test('the headline counts each entry once, and its parts add up', async () => {
    // What is to place is written for nobody yet: there the headline counts all that is published.
    const counted = filter.counted === 'dedicated' ? 'published' : filter.counted;
    const expected = (placement?: string) => {
      const { current, old } = countNaively(
        { ...filter, counted },
        (_pairs, entry) => placement === undefined || placementOf(entry) === placement
      );
      return current + old;
    };
    const { entries: all, placed, toPlace, excluded } = page.totals;
    expect({ all, placed, toPlace, excluded }).toEqual({
      all: expected(),
      placed: expected('placed') + expected('excluded'),
      toPlace: expected('to-place'),
      excluded: expected('excluded'),
    });
    for (const [placement, total] of [
      ['placed', placed - excluded],
      ['to-place', toPlace],
      ['excluded', excluded],
    ] as const) {
      const rows = await read.rows({ ...filter, counted, placement }, 3);
      expect([placement, rows.length]).toEqual([placement, total]);
    }
    expect(await read.rows({ ...filter, counted }, 7)).toHaveLength(all);
  });
});

test.each(LISTED.filter((_filter, at) => at % 3 === 0))(
  'the CSVs of %j hold the same entries as the lists and the same numbers as the page',
  async (filter) => {
    const page = await read.coverage(filter);
    for (const { name, query, count } of numbersOn(page)) {
      const lines = readCsv(await read.csv('inventory.csv', { ...filter, ...query }));
      const rows = await read.rows({ ...filter, ...query });
      expect([name, lines.map((line) => line['Document ID'])]).toEqual([name, rows.map((row) => row.documentId)]);
      expect([name, lines.filter(({ Age }) => Age === 'Current').length]).toEqual([name, count.current]);
    }
    const cells = readCsv(await read.csv('coverage.csv', filter)).map((line) => [
      line['Persona key'],
      line['Stage key'],
      Number(line['Entries']),
      Number(line['Old']),
    ]);
    expect(cells).toEqual([
      ...page.cells.map(({ persona, stage, current, old }) => [persona, stage, current, old]),
      ...page.everyone.map(({ stage, current, old }) => ['everyone', stage, current, old]),
      ...page.notSet.persona.map(({ stage, current, old }) => ['not-set', stage, current, old]),
      ...page.notSet.stage.map(({ persona, current, old }) => [persona, 'not-set', current, old]),
    ]);
  }
);

test.each([
  {},
  { contentType: ARTICLE },
  { locale: 'de' },
  { locale: 'fr' },
  { contentType: LANDING_PAGE, locale: 'de' },
])('every number of the glance under %j leads to as many rows', async (view) => {
  const glance = await read.glance(view);
  const all = await read.rows({ ...view, counted: 'all' });
  if (all.some(({ ageBy }) => ageBy !== 'edited')) expect(glance.ageBy).toBeNull();
  expect(all).toHaveLength(glance.entries);
  for (const { uid, entries: count } of glance.contentTypes) {
    expect([uid, (await read.rows({ ...view, counted: 'all', contentType: uid })).length]).toEqual([uid, count]);
  }
  for (const { finding, entries: count } of glance.findings) {
    const { data, meta } = await read.page({ ...view, counted: 'all', finding, pageSize: 100 });
    expect([finding, data.length, meta.pagination.total]).toEqual([finding, count, count]);
    expect(data.every(({ findings }) => findings.includes(finding))).toBe(true);
  }
  const leavers = (await read.rows({ ...view, counted: 'all', finding: 'owner-left' })).map(({ owner }) => owner);
  expect(glance.ownersGone).toBe(new Set(leavers).size);
});

test('a persona within a journey is a pair with both, and filters combine', async () => {
  for (const persona of PERSONAS) {
    for (const journey of JOURNEYS) {
      const { data, meta } = await read.page({ persona, journey, pageSize: 100 });
      const { current, old } = countNaively({ counted: 'all' }, (pairs) =>
        pairs.some((pair) => pair.startsWith(`${persona}.`) && JOURNEY_OF[pair.split('.')[1] ?? ''] === journey)
      );
      expect([persona, journey, data.length, meta.pagination.total]).toEqual([
        persona,
        journey,
        current + old,
        current + old,
      ]);
    }
  }
  const stale = await read.rows({ finding: 'stale', persona: 'finance', age: 'old' });
  expect(stale.every((row) => !row.current && row.findings.includes('stale'))).toBe(true);
  expect(stale.every((row) => row.tags.some(({ persona }) => persona === 'finance'))).toBe(true);
  expect(stale).not.toHaveLength(0);
  expect(await read.rows({ stage: 'onboarding', journey: 'buyer' })).toEqual([]);
});
