import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { VocabularyGate } from '../../../admin/components/VocabularyGate';
import { RuleSettings } from '../../../admin/settings/rules/RuleSettings';
import { keptRule, type RuleBody } from '../../../server/core/rules-api';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { createRulesBackend } from '../../support/setup-backend';
import { connect } from '../../support/strapi-admin';
import { ARTICLE } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const rule = (key: string, overrides: Partial<RuleBody> = {}): RuleBody => ({
  key,
  contentType: ARTICLE,
  condition: null,
  personas: ['finance'],
  stages: ['awareness'],
  excluded: null,
  entries: 12,
  hidden: false,
  gone: null,
  ...overrides,
});
const NEWS = rule('news', {
  condition: { field: 'topic', operator: 'is', values: ['News', 'Press'] },
  personas: [],
  entries: 1912,
});
const LEGAL = rule('legal', {
  condition: { field: 'title', operator: 'starts-with', values: ['Terms'] },
  personas: [],
  stages: [],
  excluded: 'legal',
});

const open = (rules: readonly RuleBody[] = [NEWS, rule('rest'), LEGAL]) => {
  const backend = createRulesBackend({
    rules,
    fields: { [ARTICLE]: [{ field: 'topic', kind: 'enumeration' }, { field: 'title', kind: 'text', suits: 'words' }, { field: 'slug', kind: 'text', suits: 'none' }] },
    values: { topic: [{ value: 'News', entries: 9 }, { value: 'Case', entries: 3 }] },
  }); // prettier-ignore
  connect(backend);
  const view = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <VocabularyGate>
        <RuleSettings />
      </VocabularyGate>
    </ContentStrategyProvider>
  );
  return { ...view, backend };
};

const save = async (user: ReturnType<typeof open>['user'], place = true) => {
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save the rules' });
  if (!place) await user.click(within(dialog).getByRole('radio', { name: 'New entries only' }));
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Save' })).toBeEnabled());
  return dialog;
};

test('lists rules in their order: what each meets, gives, and places now', async () => {
  const { container } = open();
  const table = await screen.findByRole('table', { name: 'Rules' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.querySelectorAll('td')].slice(1, 4).map(({ textContent }) => textContent))).toEqual([
    ['Article where topic is News or Press', 'Awareness, persona not set', '1,912'],
    ['Every Article', 'Awareness for Finance lead', '12'],
    ['Article where title starts with Terms', 'Not part of a journey: Legal', '12'],
  ]);
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(await seriousFindings(container)).toEqual([]);
});

test('where there is none it leads to the first one, and to the guided way', async () => {
  const { user } = open([]);
  expect(await screen.findByRole('link', { name: 'Place your content step by step' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/setup'
  );
  await user.click(screen.getAllByRole('button', { name: 'Add rule' })[0] as HTMLElement);
  expect(screen.getByRole('dialog', { name: 'Add rule' })).toBeInTheDocument();
});

test('a rule by what the user may not read can be put elsewhere, and no more', async () => {
  const { user, backend } = open([rule('secret', { hidden: true }), NEWS]);
  const name = 'Article, by something that you may not read';
  expect(await screen.findByRole('button', { name: `Edit ${name}` })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('button', { name: `Delete ${name}` })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: 'Delete Article where topic is News or Press' }));
  const dialog = await save(user);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  const kept = keptRule(rule('secret'));
  await waitFor(() => expect(backend.sent('PUT')).toEqual([{ data: { rules: [kept], place: true } }]));
});

test('a rule that names what is gone says so, and can be deleted', async () => {
  const byField = rule('tier', { gone: { what: 'field', name: 'tier' }, entries: 3 });
  const ofType = rule('guide', { contentType: 'api::guide.guide', entries: 0, gone: { what: 'contentType', name: 'api::guide.guide' } }); // prettier-ignore
  const { container, user, backend } = open([byField, ofType, NEWS]);
  const table = await screen.findByRole('table', { name: 'Rules' });
  const [, first, second, third] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent(/Article by tier gone.*What it placed stays until you delete it/);
  expect(second).toHaveTextContent(/api::guide.guide gone/);
  expect(third).not.toHaveTextContent('gone');
  expect(await seriousFindings(container)).toEqual([]);
  expect(screen.getByRole('button', { name: 'Edit Article by tier' })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: 'Delete api::guide.guide' }));
  const dialog = await save(user);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  const sent = [byField, NEWS].map(keptRule);
  await waitFor(() => expect(backend.sent('PUT')).toEqual([{ data: { rules: sent, place: true } }]));
});

test('adds one; saving tells what changes, and places anew', async () => {
  const { user, backend } = open();
  await user.click(await screen.findByRole('button', { name: 'Add rule' }));
  const form = screen.getByRole('dialog', { name: 'Add rule' });
  expect(within(form).getByRole('button', { name: 'Add' })).toBeDisabled();
  await user.click(within(form).getByRole('combobox', { name: /^Field/ }));
  const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(offered).toEqual(['topic', 'title']);
  await user.click(screen.getByRole('option', { name: 'topic' }));
  await user.click(await within(form).findByRole('combobox', { name: /^With any of/ }));
  await user.click(await screen.findByRole('option', { name: 'Case' }));
  await user.keyboard('{Escape}');
  await user.click(within(form).getByRole('combobox', { name: 'When do they need it?' }));
  await user.click(await screen.findByRole('option', { name: /^Decision/ }));
  await user.keyboard('{Escape}');
  expect(await within(form).findByText('40 entries match, such as Pricing')).toBeInTheDocument();
  expect(await seriousFindings(form)).toEqual([]);
  await user.click(within(form).getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Article where topic is Case')).toBeInTheDocument();
  expect(screen.getByText('not saved')).toBeInTheDocument();
  expect(backend.sent('PUT')).toEqual([]);

  const dialog = await save(user);
  expect(await within(dialog).findByText(/170 afterwards\. 90 entries change\. 10 entries stay as they are: a person set them/)).toBeInTheDocument();
  expect(within(dialog).getByText('What a person set is never overwritten.')).toBeInTheDocument();
  expect(await seriousFindings(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('90 entries were placed by rules.')).toBeInTheDocument();
  const [sent] = backend.sent('PUT') as readonly { data: { rules: readonly RuleBody[]; place: boolean } }[];
  expect(sent?.data.place).toBe(true);
  expect(sent?.data.rules.map(({ key }) => key)).toEqual(['news', 'rest', 'legal', undefined]);
  expect(sent?.data.rules[3]).toEqual({
    contentType: ARTICLE,
    condition: { field: 'topic', operator: 'is', values: ['Case'] },
    personas: [],
    stages: ['decision'],
    excluded: null,
  });
}); // prettier-ignore

test('spaces at the ends of a written value count, and can be seen', async () => {
  const { user, backend } = open([]);
  await user.click((await screen.findAllByRole('button', { name: 'Add rule' }))[0] as HTMLElement);
  const form = screen.getByRole('dialog', { name: 'Add rule' });
  await user.click(within(form).getByRole('combobox', { name: /^Field/ }));
  await user.click(await screen.findByRole('option', { name: 'title' }));
  await user.type(await within(form).findByRole('textbox', { name: /^With any of/ }), 'how {Enter}  {Enter}guide');
  await user.click(within(form).getByRole('combobox', { name: 'When do they need it?' }));
  await user.click(await screen.findByRole('option', { name: /^Decision/ }));
  await user.keyboard('{Escape}');
  await user.click(within(form).getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Article where title is how␣ or guide')).toBeInTheDocument();
  const dialog = await save(user);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(backend.sent('PUT')).toMatchObject([{ data: { rules: [{ condition: { values: ['how ', 'guide'] } }] } }])
  );
});

test('changes and deletes; new entries only', async () => {
  const { user, backend } = open();
  await user.click(await screen.findByRole('button', { name: 'Edit Every Article' }));
  const form = screen.getByRole('dialog', { name: 'Edit rule' });
  await user.click(within(form).getByRole('combobox', { name: 'Who is it for?' }));
  await user.click(await screen.findByRole('option', { name: 'Everyone' }));
  await user.keyboard('{Escape}');
  await user.click(within(form).getByRole('button', { name: 'Change' }));
  expect(await screen.findByText('Awareness for Everyone')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Delete Article where title starts with Terms' }));
  const dialog = await save(user, false);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(backend.sent('PUT')).toMatchObject([
    { data: { place: false, rules: [{ key: 'news' }, { key: 'rest', personas: ['everyone'] }] } },
  ]);
  expect(screen.queryByText(/placed by rules/)).not.toBeInTheDocument();
});

test('moves one by keyboard; what is not saved can be discarded', async () => {
  const { user } = open();
  jest.spyOn(HTMLTableRowElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const index = [...(this.parentElement?.children ?? [])].indexOf(this);
    return new DOMRect(0, index * 50, 500, 50);
  });
  (await screen.findByRole('button', { name: 'Move Every Article' })).focus();
  await user.keyboard(' ');
  await screen.findByText(/^Every Article .* place 2 of 3\.$/);
  await user.keyboard('{ArrowUp}');
  await screen.findByText('Every Article is over place 1 of 3.');
  await user.keyboard(' ');
  const first = () => within(screen.getByRole('table', { name: 'Rules' })).getAllByRole('row')[1];
  await waitFor(() => expect(first()).toHaveTextContent('Every Article'));
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(first()).toHaveTextContent('Article where topic is News or Press');
  jest.restoreAllMocks();
});
