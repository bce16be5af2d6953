import { screen, within } from '@testing-library/react';
import type { CoverageBody } from '../../../server/core/api';
import { anInventoryRow, UNMEASURED } from '../../support/builders';
import { aCoverage } from '../../support/coverage-body';
import { aList, createPagesBackend, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';
import { aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openCoverage = async (search = '', coverage: CoverageBody = aCoverage(), backend = createPagesBackend()) => {
  backend.on('GET', '/coverage', () => ({ data: coverage }));
  const page = openPage(search, backend);
  const table = within(await screen.findByRole('table'));
  return { ...page, backend, table, button: (name: string | RegExp) => table.getByRole('button', { name }) };
};
const drawer = async (name: string) => within(await screen.findByRole('dialog', { name }));

describe('a persona', () => {
  test('opens from its row: its journey as a strip, what to write next, and the cells behind it', async () => {
    const { user, button, query } = await openCoverage();
    await user.click(button('Finance lead'));
    expect(query()).toEqual({ cell: 'finance/*' });
    const panel = await drawer('Finance lead');
    const strip = (name: string) =>
      within(panel.getByRole('list', { name }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    expect(strip('Before purchase')).toEqual(['4AwarenessPlentyNot measured', '1DecisionThinNot measured']);
    expect(strip('After purchase')).toEqual(['0OnboardingGap']);
    expect(panel.getByRole('link', { name: '5 current entries' })).toHaveAttribute(
      'href',
      expect.stringMatching(/persona=finance&age=current$/)
    );
    const next = within(panel.getByRole('region', { name: 'Next to write' }));
    expect(next.getByText('Onboarding')).toBeInTheDocument();
    expect(next.getByRole('link', { name: 'Start a draft for Finance lead · Onboarding' })).toBeInTheDocument();
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);

    await user.click(panel.getByRole('button', { name: /Onboarding/ }));
    expect(await drawer('Finance lead · Onboarding')).toBeTruthy();
  });

  test('opens by keyboard, and gives the focus back', async () => {
    const { user, button } = await openCoverage();
    button(/^IT admin · Awareness/).focus();
    await user.keyboard('{ArrowLeft}');
    expect(button('IT admin')).toHaveFocus();
    await user.keyboard('{Enter}');
    await drawer('IT admin');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(button('IT admin')).toHaveFocus();
  });
});

describe('a stage', () => {
  test('opens from its column by keyboard: question, what works, who finds something', async () => {
    const { user, button } = await openCoverage('', {
      ...aCoverage(),
      everyone: [{ stage: 'onboarding', current: 3, old: 0, ...UNMEASURED }],
    });
    button(/^Finance lead · Onboarding/).focus();
    await user.keyboard('{ArrowUp}');
    expect(button('Onboarding')).toHaveFocus();
    await user.keyboard('{Enter}');
    const panel = await drawer('Onboarding');
    expect(panel.getByText('After purchase')).toBeInTheDocument();
    const who = within(panel.getByRole('list', { name: 'Who finds something' })).getAllByRole('button');
    expect(who.map(({ textContent }) => textContent)).toEqual([
      '0Finance leadGap',
      '5IT adminPlentyNot measured',
      '2OpsOn targetNot measured',
      '3EveryoneNot measured',
    ]);
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    await user.keyboard('{Escape}');
    expect(button('Onboarding')).toHaveFocus();
  });
});

describe('the hand-off', () => {
  test('opens with the decision left, onboarding right, and what is missing', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', (_body, _params, { stage }) =>
      stage === 'decision' ? aList([anInventoryRow({ title: 'Pricing' })]) : aList([])
    );
    const { user, button } = await openCoverage('', aCoverage(), backend);
    button(/^Finance lead · Decision/).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    const panel = await drawer('Finance lead · Purchase');
    const missing = within(panel.getByRole('region', { name: 'What is missing' }));
    expect(missing.getByText(/^Nothing current at Onboarding\./)).toBeInTheDocument();
    expect(missing.getByRole('link', { name: 'Start a draft for Finance lead · Onboarding' })).toBeInTheDocument();
    expect(await within(panel.getByRole('region', { name: 'Decision' })).findByText('Pricing')).toBeInTheDocument();
    expect(
      await within(panel.getByRole('region', { name: 'Onboarding' })).findByText('No entry is here.')
    ).toBeInTheDocument();
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    await user.keyboard('{Escape}');
    expect(button(/^Finance lead · Purchase/)).toHaveFocus();
  });

  test('that is kept asks to be read', async () => {
    await openCoverage('?cell=it/*purchase');
    const panel = await drawer('IT admin · Purchase');
    expect(panel.getByText(/^Both sides have current content/)).toBeInTheDocument();
  });
});

describe('a persona for whom nothing is written', () => {
  const withQuiet = (): CoverageBody => {
    const coverage = aCoverage([[4, 1, 0], [2, 2, 5], []]);
    return {
      ...coverage,
      everyone: [{ stage: 'awareness', current: 77, old: 0, ...UNMEASURED }],
      totals: { ...coverage.totals, personas: { ...coverage.totals.personas, everyone: { current: 77, old: 0 } } },
    };
  };

  test('is one quiet row, that shows its stages on request', async () => {
    const { user, table, button, query, container } = await openCoverage('', withQuiet());
    const row = () => within(table.getByRole('row', { name: /^Ops/ }));
    expect(row().queryByText('Gap')).not.toBeInTheDocument();
    expect(row().getByRole('link', { name: '77 for everyone' })).toHaveAttribute(
      'href',
      expect.stringMatching(/persona=everyone&age=current$/)
    );
    expect(await seriousFindings(container)).toEqual([]);

    button(/^IT admin · Decision/).focus();
    await user.keyboard('{ArrowDown}');
    expect(button('Ops: Nothing specific yet')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(query()).toEqual({ rows: 'ops' });
    expect(row().getAllByText('Gap')).toHaveLength(3);
    await user.click(button('Hide stages Ops'));
    expect(query()).toEqual({});
    expect(row().queryByText('Gap')).not.toBeInTheDocument();
  });

  test('is one sentence among the biggest gaps', async () => {
    const { user } = await openCoverage('', withQuiet());
    const items = () => within(screen.getByRole('region', { name: 'Biggest gaps' })).getAllByRole('listitem');
    expect(items().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Finance lead · Onboarding/),
      expect.stringMatching(
        /^OpsNothing specific is written yet\. 77 entries are for everyone\. Begin with Awareness: “awareness\?”/
      ),
    ]);
    await user.click(within(screen.getByRole('region', { name: 'Biggest gaps' })).getByRole('button', { name: 'Ops' }));
    expect(await drawer('Ops')).toBeTruthy();
  });

  test('gets the focus back from a drawer of a cell that its row does not show', async () => {
    const { user, button } = await openCoverage('?cell=ops/awareness', withQuiet());
    await drawer('Ops · Awareness');
    await user.keyboard('{Escape}');
    expect(button('Ops')).toHaveFocus();
  });

  test('among many stands below, behind a button', async () => {
    const coverage = withQuiet();
    const [ops] = coverage.personas.filter(({ key }) => key === 'ops');
    if (!ops) throw new Error('no ops');
    const more = Array.from({ length: 20 }, (_, at) => ({ ...ops, key: `more${at}`, name: `More ${at}` }));
    const cells = coverage.cells.flatMap((cell) =>
      cell.persona === 'ops' ? [cell, ...more.map(({ key }) => ({ ...cell, persona: key }))] : [cell]
    );
    const { user, table, button } = await openCoverage('', {
      ...coverage,
      personas: [...coverage.personas, ...more],
      cells,
    });
    const rows = () => table.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(rows().slice(-2)).toEqual(['Entries', '21 personas for whom nothing is written yet']);
    await user.click(button('21 personas for whom nothing is written yet'));
    expect(rows()).toHaveLength(5 + 21);
  });
});

describe('what cannot be done is said', () => {
  test('nothing is left to place', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', () => aList([]));
    await openCoverage('?cell=finance/onboarding', aCoverage(), backend);
    const panel = await drawer('Finance lead · Onboarding');
    expect(await panel.findByText('Nothing is left to place.')).toBeInTheDocument();
    expect(panel.queryByRole('link', { name: 'Place entries' })).not.toBeInTheDocument();
  });

  test('a role that may place but not create entries', async () => {
    const backend = createPagesBackend(aVocabulary());
    backend.on('GET', '/coverage', () => ({ data: aCoverage() }));
    openPage('?cell=finance/onboarding', backend, []);
    const words = 'Your role may not create entries, so no draft can be started from here.';
    expect(await screen.findAllByText(words)).toHaveLength(2);
    expect(within(screen.getByRole('region', { name: 'Biggest gaps' })).getByText(words)).toBeInTheDocument();
  });
});
