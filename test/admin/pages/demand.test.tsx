import { screen, within } from '@testing-library/react';
import { demandIn, strengthOf } from '../../../admin/pages/coverage/demand/demand-model';
import type { CoverageBody, CoverageCell } from '../../../server/core/api';
import { anEvidence, anInventoryRow, UNMEASURED } from '../../support/builders';
import { aCoverage } from '../../support/coverage-body';
import { aList, createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

/** Finance lead: much viewed at Awareness, crowded; underserved at Decision; all else not measured. */
const measured = (): CoverageBody => {
  const coverage = aCoverage();
  const known: Readonly<Record<string, Partial<CoverageCell>>> = {
    'finance/awareness': { views: 1_200, measured: 4, neverConsumed: 3, demand: 'crowded' },
    'finance/decision': { views: 300, measured: 1, neverConsumed: 0, demand: 'underserved' },
  };
  return {
    ...coverage,
    cells: coverage.cells.map((cell) => ({ ...cell, ...known[`${cell.persona}/${cell.stage}`] })),
    everyone: [{ stage: 'awareness', current: 2, old: 0, views: 250_000, measured: 2, neverConsumed: 0 }],
    notSet: {
      persona: [{ stage: 'decision', current: 1, old: 0, views: 7, measured: 1, neverConsumed: 0 }],
      stage: [{ persona: 'it', current: 3, old: 0, views: 0, measured: 3, neverConsumed: 3 }],
    },
    consumption: {
      period: null,
      from: '2025-12-01',
      to: '2026-11-29',
      personas: {
        finance: { views: 1_500, measured: 5, neverConsumed: 3 },
        everyone: { views: 250_000, measured: 2, neverConsumed: 0 },
        'not-set': { views: 7, measured: 1, neverConsumed: 0 },
      },
      stages: {
        awareness: { views: 251_200, measured: 6, neverConsumed: 3 },
        'not-set': { views: 0, measured: 3, neverConsumed: 3 },
      },
      journeys: { buyer: UNMEASURED, customer: UNMEASURED },
    },
  };
};

const openCoverage = async (search = '', coverage: CoverageBody = measured()) => {
  const backend = createPagesBackend();
  backend.on('GET', '/coverage', () => ({ data: coverage }));
  const page = openPage(search, backend);
  await screen.findByRole('table');
  return { ...page, backend };
};
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
const cells = (name: string) =>
  row(name)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const totals = (name: string) =>
  row(name)
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')?.split('/').at(-1)]);

test('the Show switch stands in the URL', async () => {
  const { user, query } = await openCoverage();
  await user.click(screen.getByRole('radio', { name: 'Views' }));
  expect(query()).toEqual({ show: 'views' });
  await user.click(screen.getByRole('radio', { name: 'Coverage' }));
  expect(query()).toEqual({});
});

test('all three have the same rows, columns and hand-offs', async () => {
  const { user } = await openCoverage();
  const heads = () => [
    ...screen.getAllByRole('rowheader').map(({ textContent }) => textContent),
    ...screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
  ];
  const shownFirst = heads();
  expect(shownFirst).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Persona not set/), 'Stage not set', 'Purchase'])
  );
  for (const show of ['Views', 'Never consumed']) {
    await user.click(screen.getByRole('radio', { name: show }));
    expect(heads().map((head) => (head === show ? 'Entries' : head))).toEqual(shownFirst);
  }
});

test('views: number and word; not measured is no 0; totals lead to the rows', async () => {
  const { container } = await openCoverage('?show=views');
  expect(cells('Finance lead').slice(1)).toEqual([
    'Finance lead · Awareness1,200viewsCrowded',
    'Finance lead · Decision300viewsUnderserved',
    'Finance lead · PurchaseBroken',
    'Finance lead · Onboarding–No entries',
    'Finance lead · Stage not set–No entries',
  ]);
  expect(totals('Finance lead')).toEqual([
    ['Finance lead, views:1,500', 'inventory?counted=published&persona=finance&sort=views%3Adesc'],
  ]);
  expect(cells('Everyone')[0]).toBe('Everyone · Awareness250Kviews');
  expect(cells('Persona not set')[1]).toBe('Persona not set · Decision7views');
  expect(cells('IT admin').slice(1)).toEqual([
    'IT admin · Awareness–Not measured',
    'IT admin · Decision–Not measured',
    'IT admin · PurchaseKept',
    'IT admin · Onboarding–Not measured',
    'IT admin · Stage not set0views',
  ]);
  expect(totals('Views').slice(0, 2)).toEqual([
    ['Awareness, views:251K', 'inventory?counted=published&stage=awareness&sort=views%3Adesc'],
    ['Decision, views:–', 'inventory?counted=published&stage=decision&sort=views%3Adesc'],
  ]);
  expect(screen.queryByRole('heading', { name: 'Biggest gaps' })).not.toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('never consumed: of how many measured', async () => {
  await openCoverage('?show=never-consumed');
  expect(cells('Finance lead').slice(1, 3)).toEqual([
    'Finance lead · Awareness3of 4 measuredCrowded',
    'Finance lead · Decision0of 1 measuredUnderserved',
  ]);
  expect(totals('Finance lead')).toEqual([
    [
      'Finance lead, never consumed of 5 measured:3',
      'inventory?counted=published&persona=finance&evidence=never-consumed',
    ],
  ]);
});

describe('the period', () => {
  test.each([
    ['views', /^Views counted December 1, 2025 – November 29, 2026, by all sources/],
    ['never-consumed', /^Never viewed in at least 90 measured days\. Measured: December 1, 2025 – November 29, 2026/],
  ])('of %s stands over the matrix', async (show, sentence) => {
    await openCoverage(`?show=${show}`);
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });

  test('of an audit that kept none is not made up', async () => {
    const coverage = measured();
    await openCoverage('?show=views', { ...coverage, consumption: { ...coverage.consumption, from: null, to: null } });
    expect(screen.getByText(/^This audit does not say from when to when/)).toBeInTheDocument();
  });

  test('of nothing leads to measuring', async () => {
    await openCoverage('?show=views', aCoverage());
    expect(screen.getByText(/^Nothing has been measured yet/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Measure views' })).toBeInTheDocument();
  });
});

describe('the chooser of the period', () => {
  const inPeriod = (): CoverageBody => {
    const coverage = measured();
    const { consumption } = coverage;
    return {
      ...coverage,
      cells: coverage.cells.map((cell) => ({ ...cell, ...(cell.views === 300 && { isPartial: true }) })),
      consumption: { ...consumption, period: '30-days', from: '2026-10-31', to: '2026-11-29' },
    };
  };

  test('stands in the URL, and asks matrix, drawer and lists for its days', async () => {
    const { user, query, backend } = await openCoverage('?show=views');
    await user.click(screen.getByRole('combobox', { name: 'Views of' }));
    backend.on('GET', '/coverage', () => ({ data: inPeriod() }));
    backend.on('GET', '/inventory', () =>
      aList([
        anInventoryRow({
          evidence: anEvidence({
            views: 99,
            period: { from: '2026-10-31', to: '2026-11-29', views: 7, missingDays: 3 },
          }),
        }),
      ])
    );
    await user.click(await screen.findByRole('option', { name: 'Last 30 days' }));
    expect(query()).toEqual({ show: 'views', period: '30-days' });
    expect(await screen.findByText(/^Views counted October 31 – November 29, 2026/)).toHaveTextContent(
      /\+ means or more: an entry was not measured on all of these days/
    );
    expect(lastQuery(backend, '/coverage')).toMatchObject({ period: '30-days' });
    expect(cells('Finance lead').slice(1, 3)).toEqual([
      'Finance lead · Awareness1,200viewsCrowded',
      'Finance lead · Decision300+ or moreviewsUnderserved',
    ]);
    await user.click(screen.getByRole('button', { name: /^Finance lead · Decision/ }));
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByRole('link', { name: '300 or more views' }).parentElement).toHaveTextContent(
      '300 or more views, October 31 – November 29, 2026: some are not known.'
    );
    expect(await drawer.findByText(/7 or more views/)).toBeInTheDocument();
    expect(lastQuery(backend, '/inventory')).toMatchObject({ period: '30-days', sort: 'views:desc' });
    expect(lastQuery(backend, '/coverage/types')).not.toHaveProperty('period');
  });

  test.each(['?period=30-days', '?show=never-consumed&period=30-days', '?show=views&period=30-days&audit=3'])(
    'is not of what has days of its own: %s',
    async (search) => {
      const { backend } = await openCoverage(search);
      expect(lastQuery(backend, '/coverage')).not.toHaveProperty('period');
      expect(screen.queryByRole('combobox', { name: 'Views of' })).not.toBeInTheDocument();
    }
  );
});

describe('the legend', () => {
  test.each([
    ['coverage', 'Gap: nothing current', /^Views: none to most/],
    ['views', 'Views: none to most', /^Gap: nothing current/],
    ['never-consumed', 'Never viewed: none to all of the measured', /^Views: none to most/],
  ])('of %s tells of what is shown', async (show, own, others) => {
    await openCoverage(`?show=${show}`);
    expect(screen.getByText(own)).toBeInTheDocument();
    expect(screen.queryByText(others)).not.toBeInTheDocument();
  });
});

describe('a click on a cell', () => {
  const open = async (show: string, name: RegExp) => {
    const page = await openCoverage(`?show=${show}`);
    page.backend.on('GET', '/inventory', () => aList([anInventoryRow({ evidence: anEvidence({ views: 12 }) })]));
    await page.user.click(screen.getByRole('button', { name }));
    return { ...page, drawer: within(await screen.findByRole('dialog')) };
  };

  test('opens the same drawer over the views, the most viewed first', async () => {
    const { drawer, backend, query } = await open('views', /^Finance lead · Awareness/);
    expect(query()).toEqual({ show: 'views', cell: 'finance/awareness' });
    const number = drawer.getByRole('link', { name: '1,200 views' });
    expect(number.parentElement).toHaveTextContent(/^1,200 views, December 1, 2025\s–\sNovember 29, 2026$/);
    expect(number).toHaveAttribute('href', expect.stringMatching(/persona=finance&stage=awareness&sort=views%3Adesc$/));
    expect(await drawer.findByText(/12 views/)).toBeInTheDocument();
    expect(lastQuery(backend, '/inventory')).toMatchObject({
      persona: 'finance',
      stage: 'awareness',
      sort: 'views:desc',
    });
  });

  test('over never consumed, with these alone', async () => {
    const { drawer, backend } = await open('never-consumed', /^Finance lead · Awareness/);
    const number = drawer.getByRole('link', { name: '3 entries were never viewed' });
    expect(number.parentElement).toHaveTextContent('3 entries were never viewed, of 4 measured long enough.');
    expect(number).toHaveAttribute('href', expect.stringMatching(/stage=awareness&evidence=never-consumed$/));
    expect(await drawer.findByRole('heading', { name: 'Never viewed' })).toBeInTheDocument();
    expect(lastQuery(backend, '/inventory')).toMatchObject({ stage: 'awareness', evidence: 'never-consumed' });
  });

  test('of what has one side open too', async () => {
    const { drawer } = await open('views', /^Persona not set · Decision/);
    expect(drawer.getByText(/^7 views/)).toBeInTheDocument();
  });
});

test('is one tab stop; arrow keys move', async () => {
  const { user } = await openCoverage('?show=views');
  const table = within(screen.getByRole('table'));
  const stops = [...table.getAllByRole('button'), ...table.getAllByRole('link')];
  expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  screen.getByRole('button', { name: /^Finance lead · Awareness/ }).focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('button', { name: /^IT admin · Decision/ })).toHaveFocus();
});

describe('a cell', () => {
  const { cells: all } = measured();
  const [first] = all;
  const cell = (overrides: Partial<CoverageCell>): CoverageCell => ({ ...(first as CoverageCell), ...overrides });

  test.each([
    ['not measured', { views: null, measured: 0, neverConsumed: 0 }, null, null],
    ['measured zero', { views: 0, measured: 4, neverConsumed: 4 }, 0, 4],
  ])('%s', (_name, known, views, never) => {
    expect(demandIn(cell(known), 'views')).toBe(views);
    expect(demandIn(cell(known), 'never-consumed')).toBe(never);
  });

  test('is filled against the most viewed, or against its own measured', () => {
    expect(strengthOf(cell({ views: 300 }), 'views', all)).toBe(0.25);
    expect(strengthOf(cell({ measured: 4, neverConsumed: 3 }), 'never-consumed', all)).toBe(0.75);
    expect(strengthOf(cell({ views: null }), 'views', all)).toBe(0);
  });
});
