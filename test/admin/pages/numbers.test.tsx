/** Every number that we show leads to its rows: it stands in a link, or in a button or choice that opens them. */
import { screen } from '@testing-library/react';
import type { CoverageBody } from '../../../server/core/api';
import { aCoverage } from '../../support/coverage-body';
import { anAnalyticsImport } from '../../support/analytics-backend';
import { anInventoryRow } from '../../support/builders';
import { aFile, aMeasurement, aSummary, someFiles, someViews } from '../../support/consumption-backend';
import { aList, createPagesBackend, openPage } from '../../support/pages-backend';
import { anOperation } from '../../support/placing-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

/** Numbers that no list could show, and why. */
type WithoutRows = readonly (readonly [number: RegExp, why: string])[];

const ON_COVERAGE: WithoutRows = [
  [/ago$/, 'a time'],
  [/^ of \d+ wanted$/, 'a target'],
  [/months, not counted toward the target$/, 'a threshold'],
  [/(counted|Measured:|^,) January 1\s–\sMay 31, 2026/, 'a period'],
];

/** Texts with numbers that lead nowhere. */
const deadEnds = (root: Element, without = ON_COVERAGE): readonly string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const text = textContent ?? '';
    if (!/\d/.test(text) || without.some(([pattern]) => pattern.test(text))) continue;
    if (parentElement?.closest('a, button, label, style, option, title') === null) found.push(text);
  }
  return found;
};

const measured = { views: 40, measured: 4, neverConsumed: 2 };
const coverage = (overrides: Partial<CoverageBody> = {}): CoverageBody => {
  const body = aCoverage();
  const every = <T,>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.keys(of).map((key) => [key, measured]));
  return {
    ...body,
    cells: body.cells.map((cell) => ({ ...cell, old: 2, ...measured })),
    totals: { ...body.totals, excluded: 12 },
    consumption: {
      ...{ period: null, from: '2026-01-01', to: '2026-05-31', journeys: { buyer: measured, customer: measured } },
      ...{ personas: every(body.totals.personas), stages: every(body.totals.stages) },
    },
    ...overrides,
  };
};

const open = async (search: string, body: CoverageBody) => {
  const backend = createPagesBackend();
  backend.on('GET', '/coverage', () => ({ data: body }));
  const { container } = openPage(search, backend);
  await screen.findByRole('table');
  return container;
};

test.each([
  ['coverage', '', coverage()],
  ['coverage with drafts', '?counted=all', coverage()],
  ['views', '?show=views', coverage()],
  ['never consumed', '?show=never-consumed', coverage()],
  ['too little to judge', '', coverage({ sparse: true })],
])('on the heatmap: %s', async (_name, search, body) => {
  expect(deadEnds(await open(search, body))).toEqual([]);
});

test.each([
  ['a cell', '?cell=finance/decision', 'Finance lead · Decision'],
  ['a cell’s views', '?show=views&cell=finance/decision', 'Finance lead · Decision'],
  ['what of it was never consumed', '?show=never-consumed&cell=finance/decision', 'Finance lead · Decision'],
  ['a persona', '?cell=finance/*', 'Finance lead'],
  ['a stage', '?cell=*/decision', 'Decision'],
])('in the drawer of %s', async (_name, search, title) => {
  await open(search, coverage());
  const drawer = await screen.findByRole('dialog', { name: title });
  expect(deadEnds(drawer)).toEqual([]);
});

/** The other screens, each with what stands there when it is complete. */
const SCREENS: readonly {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly without: WithoutRows;
  /** Links of its numbers, by what they are called. */
  readonly links: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'the glance',
    path: '',
    ready: '131 measured',
    without: [
      ...ON_COVERAGE,
      [/^\d+%$/, 'a share of two numbers that both have their lists'],
      [/^Entries of 12 owners who have left$/, 'owners are no rows; their entries are the number beside'],
      [/^ in \d+ content types?, drafts included$/, 'content types are no rows; they are a filter of the list'],
    ],
    links: {
      '200 entries': 'inventory?counted=all',
      '64': 'inventory?finding=stale&counted=all',
      '30': 'inventory?finding=owner-left&counted=all',
      '38': 'never-consumed?silence=never-viewed',
      '131 measured': 'inventory?evidence=measured&counted=published',
      '12': 'never-consumed?silence=cannot-judge',
    },
  },
  {
    name: 'Inventory',
    path: '/inventory',
    ready: 'Old webinar',
    without: [
      [/^\d+ entr(y|ies)$/, 'the list itself'],
      [/ago$|^[A-Z][a-z]{2} \d+(, \d{4})?$/, 'a time'],
      [/^\d+$|^\d+ views, the last on /, 'views: sums, of visits that nobody keeps one by one'],
    ],
    links: {},
  },
  {
    name: 'Never consumed',
    path: '/never-consumed?silence=cannot-judge',
    ready: 'Old webinar',
    without: [
      [/^\d+ entr(y|ies)$/, 'the list itself'],
      [/ago$|^[A-Z][a-z]{2} \d+(, \d{4})?$/, 'a time'],
      [/^\d+ views, the last on /, 'views: sums, of visits that nobody keeps one by one'],
    ],
    links: {
      '38': 'never-consumed?silence=never-viewed',
      '131 measured entries': 'inventory?evidence=measured&counted=published',
      '12': 'never-consumed?silence=cannot-judge',
      '8 entries': 'never-consumed?silence=cannot-judge&evidenceReason=interrupted',
      '4 entries': 'never-consumed?silence=cannot-judge&evidenceReason=url-unmapped',
    },
  },
  {
    name: 'Files',
    path: '/files',
    ready: 'Price list.pdf',
    without: [
      [/^ take |[kMG]B/, 'sizes'],
      [/^[A-Z][a-z]{2} \d+, \d{4}$/, 'a time'],
      [/^\d+$|^No views in \d+ measured days$|^\d+ views, the last on /, 'downloads and views: sums'],
      [/^ · 2 files with the same content$/, 'they are found by what they hold, which no filter can ask for'],
      [/^and 2 more, not listed here$/, 'of the entries that use a file the first twenty are told'],
    ],
    links: { '1,240 files': 'files', '312': 'files?usage=unreferenced' },
  },
  {
    name: 'Measurement',
    path: '/measurement',
    ready: 'What was measured',
    without: [
      [/^\d+ of \d+ days$/, 'days: each is a bar beside it'],
      [/^[\d,]+$| · [\d,]+ views · |^Article \d+, Files \d+$/, 'views and events: sums'],
      [/^Jun \d+$/, 'a time'],
    ],
    links: {},
  },
  {
    name: 'History',
    path: '/history',
    ready: 'Views imported: ga4.csv',
    without: [
      [/ago$|^January 1\s–\sFebruary 11, 2025$/, 'a time'],
      [/^Views imported: ga4\.csv$/, 'a name'],
      [/^83,171 views, 94% of them of $/, 'views: sums, of visits that nobody keeps one by one'],
      [/^ · 3 skipped: /, 'what stayed as it was is not written down'],
      [/^12,000 of 48,000$/, 'under way: its list stands once it is done'],
    ],
    links: {
      '2 entries placed': 'inventory?operation=7',
      '5 entries among those shown to you, and others': 'inventory?operation=8',
      '312 entries': 'inventory?import=3',
    },
  },
];

const complete = () => {
  const backend = createPagesBackend();
  const pagination = { page: 1, pageSize: 20, pageCount: 1, total: 1, totalIsExact: true };
  const use = { uid: 'api::article.article', title: 'Pricing', status: 'published' } as const;
  const counts = anOperation().counts;
  backend.on('GET', '/coverage', () => ({ data: coverage() }));
  backend.on('GET', '/never-consumed', () => ({ data: aSummary() }));
  backend.on('GET', '/inventory', () => aList([anInventoryRow({ title: 'Old webinar', evidence: someViews() })]));
  backend.on('GET', '/files', () =>
    someFiles([
      aFile({ duplicates: 2 }),
      aFile({
        ...{ documentId: 'file2', name: 'team.jpg', ext: '.jpg', usage: 'published', usedBy: 7, evidence: someViews() },
        uses: [1, 2, 3, 4, 5].map((at) => ({ ...use, documentId: `doc${at}` })),
      }),
    ])
  );
  backend.on('GET', '/measurement', () => ({ data: aMeasurement() }));
  backend.on('GET', '/measurement/last-event', () => ({ data: { at: null } }));
  backend.on('GET', '/operations', () => ({
    data: [
      anOperation({ counts: { ...counts, skipped: { retired: 3 } } }),
      anOperation({ id: 8, isPartial: true, counts: { ...counts, changed: 5 } }),
      anOperation({ id: 9, status: 'running', counts: { ...counts, changed: 48_000 }, done: 12_000 }),
    ],
    meta: { pagination },
  }));
  backend.on('GET', '/imports/analytics', () => ({ data: [anAnalyticsImport()], meta: { pagination } }));
  return backend;
};

test.each(SCREENS)('on $name', async ({ path, ready, without, links }) => {
  const { container, user } = openPage(path, complete());
  await screen.findAllByText(ready);
  const more = screen.queryByRole('button', { name: 'and 4 more entries' });
  if (more) await user.click(more);
  expect(deadEnds(container, without)).toEqual([]);
  for (const [name, to] of Object.entries(links)) {
    const targets = screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'));
    expect(targets).toContain(`/plugins/content-strategy/${to}`);
  }
});

test('the headline’s parts add up, each with its list', async () => {
  await open('', coverage());
  const lists = ['131', '164', '12 not part of one', '21 to place'].map((name) =>
    screen.getByRole('link', { name }).getAttribute('href')?.replace(/^.*\?/, '')
  );
  expect(lists).toEqual([
    'counted=published&placement=placed',
    'counted=published',
    'counted=published&placement=excluded',
    'counted=published&placement=to-place',
  ]);
});
