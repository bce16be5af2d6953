/** Every number that we show leads to its rows: it stands in a link, or in a button that opens them. */
import { screen } from '@testing-library/react';
import type { CoverageBody } from '../../../server/core/api';
import { aCoverage } from '../../support/coverage-body';
import { createPagesBackend, openPage } from '../../support/pages-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

/** Numbers that have no rows of their own: times, targets, periods, thresholds, and what a number is said to be out of. */
const WITHOUT_ROWS = [
  /ago$/,
  /^ of \d+ wanted$/,
  /months, not counted toward the target$/,
  /(counted|Measured:|^,) January 1\s–\sMay 31, 2026/,
  /^, of \d+ measured long enough\.$/,
];

/** Texts with numbers that lead nowhere. */
const deadEnds = (root: Element): readonly string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const text = textContent ?? '';
    if (!/\d/.test(text) || WITHOUT_ROWS.some((pattern) => pattern.test(text))) continue;
    if (parentElement?.closest('a, button, style, option, title') === null) found.push(text);
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
