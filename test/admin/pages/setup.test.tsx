import { screen, waitFor, within } from '@testing-library/react';
import { lastQuery, openPage } from '../../support/pages-backend';
import { aCoverage, anAudit } from '../../support/coverage-body';
import { Refused } from '../../support/fake-backend';
import { seriousFindings } from '../../support/render-admin';
import { aType, createRulesBackend, sentSetup } from '../../support/setup-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const ARTICLE = 'api::article.article';
const untagged = (library: Parameters<typeof createRulesBackend>[0] = {}) =>
  createRulesBackend({
    types: [aType('article'), aType('guide'), aType('author', false), aType('homepage', false, 'singleType')],
    fields: {
      [ARTICLE]: [
        { field: 'title', kind: 'text' },
        { field: 'topic.name', kind: 'relation' },
      ],
    },
    values: { 'topic.name': [{ value: 'Pricing', entries: 12 }, { value: 'Odd', entries: 2 }] },
    vocabulary: { personas: [] },
    ...library,
  }); // prettier-ignore

beforeEach(() => localStorage.clear());
const next = () => screen.getByRole('button', { name: 'Next' });
const step = (name: string) => screen.findByRole('heading', { level: 2, name });

test('the way in: below a fifth placed, for who may change settings', async () => {
  const backend = untagged();
  backend.on('GET', '/coverage', () => ({ data: aCoverage([[0, 1, 0]], { sparse: true }) }));
  const { user } = openPage('', backend);
  await user.click(await screen.findByRole('link', { name: 'Place your content' }));
  expect(await step('Which types are content?')).toBeInTheDocument();
});

test('next, next, next, apply; then the heatmap, with undo', async () => {
  const old = { key: 'old', contentType: ARTICLE, condition: null, personas: [], stages: ['decision'], excluded: null };
  const backend = untagged({ rules: [{ ...old, entries: 3, hidden: false, gone: null }] });
  const { user, router, container } = openPage('/setup', backend);
  await step('Which types are content?');
  expect(screen.getByRole('checkbox', { name: 'Article · 120 entries' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Author' })).not.toBeChecked();
  expect(await seriousFindings(container)).toEqual([]);

  await user.click(next());
  expect(await step('Whom do you write for?')).toHaveFocus();
  expect(await seriousFindings(container)).toEqual([]);
  await user.click(next());
  await step('What does each type mostly do?');
  expect(screen.getByRole('combobox', { name: 'Article: when do they need it?' })).toHaveTextContent('Awareness');
  expect(screen.getByRole('combobox', { name: 'Guide: when do they need it?' })).toHaveTextContent('Onboarding');
  expect(await screen.findByText('120 entries', { selector: 'strong' })).toBeInTheDocument();
  expect(within(screen.getByRole('main')).getByRole('status')).toHaveTextContent(
    '120 entries would be placed; nothing is saved yet.'
  );
  expect(await seriousFindings(container)).toEqual([]);

  await user.click(next());
  await step('What will happen?');
  const rows = within(await screen.findByRole('table', { name: 'Rules' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'RulePlaced atEntriesFor example',
    'Every ArticleAwareness for Everyone40Pricing',
    'Every GuideOnboarding for Everyone40Pricing',
  ]);
  expect(screen.getByText(/1 rule that is there already is asked first/)).toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
  expect(sentSetup(backend)).toBeUndefined();

  await user.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('90 entries were placed by rules.')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/plugins/content-strategy');
  expect(screen.getByRole('link', { name: 'Drop your GA4 export' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/import'
  );
  expect(sentSetup(backend)?.rules).toHaveLength(2);
  expect(backend.log).toContainEqual(expect.objectContaining({ method: 'POST', url: '/content-strategy/audits' }));
  expect(localStorage.getItem('content-strategy.setup')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Taken back.')).toBeInTheDocument();
  expect(screen.queryByText('90 entries were placed by rules.')).not.toBeInTheDocument();
  expect(backend.log).toContainEqual(
    expect.objectContaining({ method: 'POST', url: '/content-strategy/operations/5/undo' })
  );
  // Rules that were there before stay.
  expect(backend.sent('PUT')).toEqual([{ data: { place: false, rules: [expect.objectContaining({ key: 'old' })] } }]);
});

test('while the numbers are from before, nobody is asked again to place the content', async () => {
  const backend = untagged();
  const before = anAudit({ startedAt: '2026-06-15T10:00:00.000Z' });
  backend.on('GET', '/coverage', () => ({ data: aCoverage([[0, 1, 0]], { sparse: true, audit: before }) }));
  const { user } = openPage('/setup?step=preview', backend);
  await user.click(await screen.findByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('The heatmap follows in a moment.', { exact: false })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /^(Place your content|Place one by one)/ })).not.toBeInTheDocument();
});

test('personas are typed; a choice of stage and persona goes into the rules', async () => {
  const { user, backend } = openPage('/setup?step=personas', untagged());
  await user.type(await screen.findByRole('textbox', { name: 'Add a persona' }), 'Finance lead, Ops{Enter}');
  expect(screen.getByRole('button', { name: 'Remove Ops' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Remove Ops' }));
  await user.click(next());

  await user.click(await screen.findByRole('combobox', { name: 'Article: who is it for?' }));
  await user.click(await screen.findByRole('option', { name: 'Finance lead' }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('combobox', { name: 'Guide: when do they need it?' }));
  await user.click(await screen.findByRole('option', { name: 'Not part of a journey: Legal' }));
  await user.keyboard('{Escape}');
  expect(screen.getByRole('combobox', { name: 'Guide: who is it for?' })).toHaveAttribute('data-disabled');
  await user.click(next());
  await user.click(await screen.findByRole('button', { name: 'Apply' }));
  await waitFor(() =>
    expect(sentSetup(backend)).toEqual({
      personas: [{ key: 'finance-lead', name: 'Finance lead' }],
      rules: [
        { contentType: ARTICLE, condition: null, personas: ['finance-lead'], stages: ['awareness'], excluded: null },
        { contentType: 'api::guide.guide', condition: null, personas: [], stages: [], excluded: 'legal' },
      ],
    })
  );
});

test('the values of a field become personas, or tell a type’s entries apart', async () => {
  const { user, backend } = openPage('/setup?step=personas', untagged());
  await user.click(await screen.findByRole('combobox', { name: 'Or take the values of a field' }));
  await user.click(await screen.findByRole('option', { name: 'topic.name (Article)' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Odd · 2 entries' }));
  await user.click(next());
  expect(screen.getByRole('combobox', { name: 'Article: who is it for?' })).toHaveTextContent('By topic.name');

  await user.click(screen.getByRole('combobox', { name: 'Article differs by' }));
  await user.click(await screen.findByRole('option', { name: 'Differs by topic.name' }));
  expect(await screen.findByRole('combobox', { name: 'Article: Pricing: when do they need it?' })).toHaveTextContent(
    'Decision'
  );
  await user.click(next());
  await user.click(await screen.findByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(sentSetup(backend)?.personas).toEqual([{ key: 'pricing', name: 'Pricing' }]));
  expect(sentSetup(backend)?.rules.slice(0, 2)).toMatchObject([
    { condition: { field: 'topic.name', values: ['Pricing'] }, stages: ['decision'], personas: [] },
    { condition: { field: 'topic.name', values: ['Pricing'] }, stages: [], personas: ['pricing'] },
  ]);
  expect(lastQuery(backend, '/rules/values')).toEqual({
    contentType: ARTICLE,
    field: 'topic.name',
    operator: 'is',
  });
});

test('it can be left and taken up again, back loses nothing, and the step is in the URL', async () => {
  const first = openPage('/setup', untagged());
  await first.user.click(await screen.findByRole('checkbox', { name: /^Article/ }));
  await first.user.click(next());
  await first.user.type(await screen.findByRole('textbox', { name: 'Add a persona' }), 'Ops');
  await first.user.click(next());
  await step('What does each type mostly do?');
  expect(first.query()).toEqual({ step: 'placing' });
  first.unmount();

  const { user, router } = openPage('/setup', untagged());
  await step('What does each type mostly do?');
  expect(screen.queryByRole('combobox', { name: 'Article: who is it for?' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('button', { name: 'Remove Ops' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Content types/ }));
  expect(await screen.findByRole('checkbox', { name: /^Article/ })).not.toBeChecked();
  await router.navigate(-1);
  expect(await screen.findByRole('button', { name: 'Remove Ops' })).toBeInTheDocument();
});

test('a plan that fills one cell is said to tell nothing, and a field is asked for', async () => {
  const one = { persona: 'everyone', stage: 'awareness', count: 160 };
  const two = [one, { persona: 'everyone', stage: 'decision', count: 12 }];
  const backend = untagged({ cells: (rules) => (rules < 3 ? [one] : two) });
  const { user } = openPage('/setup?step=placing', backend);
  expect(await screen.findByText('This would tell nothing: one cell would hold everything.')).toBeInTheDocument();
  expect(screen.getByText(/^160 entries, all at Awareness for Everyone\. /)).toHaveTextContent(
    'Choose a field by which Article differs, such as title, topic.name.'
  );
  await user.click(screen.getByRole('combobox', { name: 'Article differs by' }));
  await user.click(await screen.findByRole('option', { name: 'Differs by topic.name' }));
  await waitFor(() => expect(screen.queryByText(/one cell would hold everything/)).not.toBeInTheDocument());
});

test('a refusal is told and nothing is forgotten', async () => {
  const backend = untagged();
  backend.on('POST', '/setup', () => {
    throw new Refused(409, 'Somebody else is placing entries; try again in a minute.');
  });
  const { user } = openPage('/setup?step=preview', backend);
  await user.click(await screen.findByRole('button', { name: 'Apply' }));
  expect(await screen.findByText('Somebody else is placing entries; try again in a minute.')).toBeInTheDocument();
  expect(await step('What will happen?')).toBeInTheDocument();
});

test('is closed to who may not change settings', async () => {
  openPage(
    '/setup',
    untagged({ vocabulary: { can: { read: true, tag: true, audit: true, export: true, settings: false } } })
  );
  expect(await screen.findByText(/permissions? to access/i)).toBeInTheDocument();
});
