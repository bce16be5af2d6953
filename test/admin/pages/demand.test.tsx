import { screen, within } from '@testing-library/react';
import { demandIn, strengthOf } from '../../../admin/pages/coverage/demand/demand-model';
import type { CoverageCell } from '../../../server/core/api';
import { aCoverage } from '../../support/coverage-body';
import { createPagesBackend, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

/** Finance lead: much viewed at Awareness, crowded; underserved at Decision; all else not measured. */
const measured = () => {
  const coverage = aCoverage();
  const known: Readonly<Record<string, Partial<CoverageCell>>> = {
    'finance/awareness': { views: 1_200, measured: 4, neverConsumed: 3, demand: 'crowded' },
    'finance/decision': { views: 300, measured: 1, neverConsumed: 0, demand: 'underserved' },
  };
  return {
    ...coverage,
    cells: coverage.cells.map((cell) => ({ ...cell, ...known[`${cell.persona}/${cell.stage}`] })),
    everyone: [{ stage: 'awareness', current: 2, old: 0 }],
    consumption: {
      personas: {
        finance: { views: 1_500, measured: 5, neverConsumed: 3 },
        everyone: { views: 250_000, measured: 2, neverConsumed: 0 },
      },
      stages: { awareness: { views: 251_200, measured: 6, neverConsumed: 3 } },
      everyone: { awareness: { views: 250_000, measured: 2, neverConsumed: 0 } },
    },
  };
};

const openCoverage = async (search = '') => {
  const backend = createPagesBackend();
  backend.on('GET', '/coverage', () => ({ data: measured() }));
  const page = openPage(search, backend);
  await screen.findByRole('table');
  return page;
};
const cells = (persona: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${persona}`) }))
    .getAllByRole('link')
    .map((cell) => [cell.textContent, cell.getAttribute('href')?.split('/').at(-1)]);

test('the Show switch stands in the URL', async () => {
  const { user, query } = await openCoverage();
  await user.click(screen.getByRole('radio', { name: 'Views' }));
  expect(query()).toEqual({ show: 'views' });
  await user.click(screen.getByRole('radio', { name: 'Coverage' }));
  expect(query()).toEqual({});
});

test('views: number and word, leading to the rows; not measured is no 0', async () => {
  const { container } = await openCoverage('?show=views');
  expect(cells('Finance lead')).toEqual([
    [
      'Finance lead · Awareness1,200viewsCrowded',
      'inventory?counted=published&persona=finance&stage=awareness&sort=views%3Adesc',
    ],
    [
      'Finance lead · Decision300viewsUnderserved',
      'inventory?counted=published&persona=finance&stage=decision&sort=views%3Adesc',
    ],
    [
      'Finance lead · Onboarding–No entries',
      'inventory?counted=published&persona=finance&stage=onboarding&sort=views%3Adesc',
    ],
    ['Finance lead, views:1,500', 'inventory?counted=published&persona=finance&sort=views%3Adesc'],
  ]);
  expect(cells('Everyone').map(([words]) => words)).toEqual(['Everyone · Awareness250Kviews', 'Everyone, views:250K']);
  expect(cells('Views').slice(0, 2)).toEqual([
    ['Awareness, views:251K', 'inventory?counted=published&stage=awareness&sort=views%3Adesc'],
    ['Decision, views:–', 'inventory?counted=published&stage=decision&sort=views%3Adesc'],
  ]);
  expect(cells('IT admin')[0]?.[0]).toBe('IT admin · Awareness–Not measured');
  expect(screen.queryByRole('heading', { name: 'Biggest gaps' })).not.toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('never consumed: of how many measured, leading to these', async () => {
  await openCoverage('?show=never-consumed');
  expect(cells('Finance lead').slice(0, 2)).toEqual([
    [
      'Finance lead · Awareness3of 4 measuredCrowded',
      'inventory?counted=published&persona=finance&stage=awareness&evidence=never-consumed',
    ],
    [
      'Finance lead · Decision0of 1 measuredUnderserved',
      'inventory?counted=published&persona=finance&stage=decision&evidence=never-consumed',
    ],
  ]);
  expect(cells('Finance lead').at(-1)).toEqual([
    'Finance lead, never consumed of 5 measured:3',
    'inventory?counted=published&persona=finance&evidence=never-consumed',
  ]);
});

test('is one tab stop; arrow keys move', async () => {
  const { user } = await openCoverage('?show=views');
  const links = within(screen.getByRole('table')).getAllByRole('link');
  expect(links.filter((link) => link.tabIndex === 0)).toHaveLength(1);
  links[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('link', { name: /^IT admin · Decision/ })).toHaveFocus();
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
