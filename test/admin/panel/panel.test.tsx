import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { PanelBody } from '../../../admin/content-manager/panel/PanelContent';
import { SAVE_DELAY_MS } from '../../../admin/content-manager/panel/placement-store';
import { EVERYONE } from '../../../server/core/vocabulary';
import { aPersona } from '../../support/builders';
import { Refused } from '../../support/fake-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, aTag, aVocabulary, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

let documents = 0;

/** The panel of one entry inside the edit view's form. */
const openPanel = async ({ tags = [] as ReturnType<typeof aTag>[], vocabulary = aVocabulary(), search = '' } = {}) => {
  const documentId = `entry${++documents}`;
  const backend = createTagBackend(vocabulary);
  backend.put(documentId, tags);
  connect(backend);
  const onSubmit = jest.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const view = renderAdmin(
    <form onSubmit={onSubmit}>
      <ContentStrategyProvider client={aQueryClient()}>
        <PanelBody model={ARTICLE} documentId={documentId} />
      </ContentStrategyProvider>
    </form>,
    { path: `/content-manager/collection-types/${ARTICLE}/${documentId}${search}` }
  );
  await screen.findByRole('group', { name: 'Who is it for?' });
  return { ...view, backend, documentId, onSubmit };
};

const toggle = (name: string) => screen.getByRole('button', { name });
const pressed = () =>
  screen
    .getAllByRole('button', { pressed: true })
    .map(({ textContent }) => textContent)
    .sort();

describe('an entry', () => {
  test('is placed by two clicks', async () => {
    const { user, backend, documentId } = await openPanel();
    expect(screen.getByText('Not placed yet')).toBeInTheDocument();

    await user.click(toggle('Finance lead'));
    expect(screen.getByText('Choose a stage to place this entry.')).toBeInTheDocument();
    await user.click(toggle('Onboarding'));

    expect(pressed()).toEqual(['Finance lead', 'Onboarding']);
    expect(await screen.findByText('Saved', { exact: false })).toBeInTheDocument();
    await waitFor(() =>
      expect(backend.stored(documentId).tags).toMatchObject([{ persona: 'finance', stage: 'onboarding' }])
    );
  });

  test('shows its stages by journey, and what both sides make', async () => {
    await openPanel({
      tags: [
        aTag('finance', 'awareness'),
        aTag('it', 'awareness'),
        aTag('finance', 'decision'),
        aTag('it', 'decision'),
      ],
    });
    const before = screen.getByRole('group', { name: 'Before purchase' });
    expect(within(before).getAllByRole('button')).toHaveLength(2);
    expect(within(screen.getByRole('group', { name: 'After purchase' })).getByRole('button')).toHaveTextContent(
      'Onboarding'
    );
    expect(screen.getByText('2 personas × 2 stages')).toBeInTheDocument();
    expect(screen.getByText('Placed by Ada Lovelace, Jun 1, 2026')).toBeInTheDocument();
  });

  test.each([
    ['de', true, 1],
    ['en', true, 0],
    ['de', false, 0],
  ])('in %s, localized: %s, says %i times that languages share its placement', async (code, localized, times) => {
    const [article] = aVocabulary().contentTypes;
    if (article === undefined) throw new Error('no type');
    const locales = [
      { code: 'en', name: 'English' },
      { code: 'de', name: 'German' },
    ];
    const vocabulary = aVocabulary({ locales, contentTypes: [{ ...article, localized }] });
    await openPanel({ vocabulary, search: `?plugins[i18n][locale]=${code}` });
    const said = screen.queryAllByText('German: all languages of this entry share its placement.');
    expect(said).toHaveLength(times);
  });

  test('takes a click back by Undo', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    await user.click(toggle('IT admin'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(backend.stored(documentId).tags).toHaveLength(1));
    expect(pressed()).toEqual(['Awareness', 'Finance lead']);
  });

  test('taken back says so, and offers to do it again; a click after that begins anew', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    await user.click(toggle('IT admin'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Taken back', { exact: false })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    expect(await screen.findByText('Saved', { exact: false })).toBeInTheDocument();
    await waitFor(() => expect(backend.stored(documentId).tags).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Redo' });
    await user.click(toggle('Ops'));
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
  });

  test('for everyone is for no persona', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    await user.click(toggle('Everyone'));
    expect(pressed()).toEqual(['Awareness', 'Everyone']);
    await screen.findByText('Saved', { exact: false });
    expect(backend.stored(documentId).tags).toMatchObject([{ persona: EVERYONE, stage: 'awareness' }]);
  });

  test('keeps what another editor added meanwhile', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    backend.put(documentId, [aTag('finance', 'awareness'), aTag('ops', 'decision')]);
    await user.click(toggle('IT admin'));
    await screen.findByText('Saved', { exact: false });
    expect(backend.stored(documentId).tags).toHaveLength(3);
    expect(pressed()).toEqual(['Awareness', 'Decision', 'Finance lead', 'IT admin', 'Ops']);
  });

  test('that a rule placed is kept by one click', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness', 'rule')] });
    expect(screen.getByText('Set by rule', { exact: false })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(backend.stored(documentId).tags).toMatchObject([{ origin: 'person' }]));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('that rules placed says what they say', async () => {
    const backend = createTagBackend(aVocabulary());
    const rule = { contentType: ARTICLE, personas: [], stages: ['awareness'], excluded: null, condition: null };
    const condition = { field: 'topic', operator: 'is', values: ['News', 'Press'] };
    backend.on('GET', '/rules', () => ({
      data: [
        { ...rule, key: 'news', condition, entries: 3 },
        { ...rule, key: 'other', entries: 2 },
        { ...rule, key: 'rest', personas: ['finance'], stages: [], entries: 9 },
      ],
    }));
    backend.put('by-rules', [{ ...aTag('finance', 'awareness', 'rule'), rule: 'news rest' }]);
    connect(backend);
    renderAdmin(
      <ContentStrategyProvider client={aQueryClient()}>
        <PanelBody model={ARTICLE} documentId="by-rules" />
      </ContentStrategyProvider>
    );
    expect(
      await screen.findByText('Article where topic is News or Press: Awareness, persona not set')
    ).toBeInTheDocument();
    expect(screen.getByText('Every Article: Finance lead, stage not set')).toBeInTheDocument();
    expect(screen.queryByText(/^Every Article: Awareness/)).not.toBeInTheDocument();
  });

  test('loses combinations in the grid of Adjust', async () => {
    const { user, backend } = await openPanel({
      tags: ['finance', 'it', 'ops'].flatMap((persona) => [aTag(persona, 'awareness'), aTag(persona, 'decision')]),
    });
    await user.click(toggle('Adjust'));
    const dialog = await screen.findByRole('dialog', { name: 'Adjust combinations' });
    const grid = within(dialog).getByRole('table');
    expect(
      within(grid)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent)
    ).toEqual(['Awareness', 'Decision']);
    await user.click(within(grid).getByRole('checkbox', { name: 'IT admin · Decision' }));
    await user.click(within(grid).getByRole('checkbox', { name: 'Ops · Awareness' }));
    expect(within(dialog).getByText('4 of 6 combinations')).toBeInTheDocument();
    expect(await seriousFindings(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Done' }));

    await user.click(await screen.findByRole('button', { name: 'Onboarding' }));
    await waitFor(() => expect(backend.patches().flatMap(({ add = [] }) => add)).toHaveLength(3));
    expect(screen.getByText('7 of 9 combinations')).toBeInTheDocument();
  });

  test('is taken out of the journeys with a reason, and back in', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    await user.click(toggle('Not part of a journey'));
    await user.click(await screen.findByRole('menuitem', { name: 'Legal' }));
    expect(await screen.findByText('Not part of a journey: Legal')).toBeInTheDocument();
    await waitFor(() => expect(backend.stored(documentId)).toMatchObject({ tags: [], excluded: { reason: 'legal' } }));
    expect(screen.queryByRole('group', { name: 'Who is it for?' })).not.toBeInTheDocument();

    await user.click(toggle('Place it in a journey'));
    expect(await screen.findByRole('group', { name: 'Who is it for?' })).toBeInTheDocument();
    await waitFor(() => expect(backend.stored(documentId).excluded).toBeNull());
  });

  test('loses pairs of a retired persona only on purpose', async () => {
    const vocabulary = aVocabulary({
      personas: [aPersona('finance', { name: 'Finance lead' }), aPersona('old', { name: 'Old lead', retired: true })],
    });
    const { user, backend, documentId } = await openPanel({
      vocabulary,
      tags: [aTag('finance', 'awareness'), aTag('old', 'decision')],
    });
    await user.click(toggle('Onboarding'));
    await screen.findByText('Saved', { exact: false });
    expect(backend.stored(documentId).tags).toHaveLength(3);
    await user.click(toggle('Old lead · Decision'));
    await waitFor(() => expect(backend.stored(documentId).tags).toHaveLength(2));
  });
});

describe('a save', () => {
  test('that is refused rolls back, names the cause and can be tried again', async () => {
    const { user, backend, documentId } = await openPanel({ tags: [aTag('finance', 'awareness')] });
    let refuse = true;
    const path = '/tags/:uid/:documentId';
    const stored = {
      uid: ARTICLE,
      documentId,
      tags: [aTag('finance', 'awareness'), aTag('it', 'awareness')],
      excluded: null,
    };
    backend.on('PATCH', path, () => {
      if (refuse) throw new Refused(403, 'Forbidden');
      return { data: stored };
    });
    await user.click(toggle('IT admin'));
    expect(pressed()).toContain('IT admin');
    expect(await screen.findByText(/^Not saved: you may not place this entry\./)).toHaveAttribute('role', 'alert');
    expect(pressed()).toEqual(['Awareness', 'Finance lead']);

    refuse = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Saved', { exact: false })).toBeInTheDocument();
    expect(pressed()).toContain('IT admin');
  });

  test('without a network says so', async () => {
    const { user, backend } = await openPanel();
    backend.on('PATCH', '/tags/:uid/:documentId', () => {
      throw new TypeError('Failed to fetch');
    });
    await user.click(toggle('IT admin'));
    expect(await screen.findByText(/^Not saved: the server could not be reached\./)).toBeInTheDocument();
  });

  test('is not lost when the panel goes away at once', async () => {
    const { user, backend, unmount, documentId } = await openPanel();
    await user.click(toggle('IT admin'));
    unmount();
    await waitFor(() => expect(backend.stored(documentId).tags).toHaveLength(1), { timeout: SAVE_DELAY_MS / 2 });
  });
});

describe('in the form of the entry', () => {
  const many = aVocabulary({
    personas: Array.from({ length: 12 }, (_, position) =>
      aPersona(`persona-${position}`, { name: `Persona ${position}`, position })
    ),
  });

  test('no click and no Enter submits', async () => {
    const { user, onSubmit } = await openPanel({ vocabulary: many });
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'persona 11{Enter}');
    expect(toggle('Persona 11')).toHaveAttribute('aria-pressed', 'true');
    toggle('Awareness').focus();
    await user.keyboard('{Enter}');
    await user.keyboard(' ');
    await user.click(toggle('Show all 12'));
    await user.click(toggle('Not part of a journey'));
    await user.keyboard('{Escape}');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('many personas are a few, a search and all', async () => {
    const { user } = await openPanel({ vocabulary: many, tags: [aTag('persona-11', 'awareness')] });
    const personas = screen.getByRole('group', { name: 'Who is it for?' });
    const offered = () =>
      within(personas)
        .getAllByRole('button')
        .filter((button) => button.hasAttribute('aria-pressed') && button.textContent !== 'Everyone');
    expect(offered()).toHaveLength(8);
    expect(toggle('Persona 11')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'nobody');
    expect(screen.getByText('No persona matches “nobody”.')).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox', { name: 'Search' }));
    await user.click(toggle('Show all 12'));
    expect(offered()).toHaveLength(12);
  });
});

describe('who may not', () => {
  test('tag sees what is chosen, without buttons', async () => {
    const vocabulary = aVocabulary({ can: { read: true, tag: false, audit: false, export: false, settings: false } });
    await openPanel({ vocabulary, tags: [aTag('finance', 'awareness', 'rule')] });
    expect(screen.getByText('Finance lead')).toBeInTheDocument();
    expect(screen.queryByText('IT admin')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  test('change settings is told whom to ask when there are no personas', async () => {
    const can = { read: true, tag: true, audit: true, export: true, settings: false };
    const { unmount } = await openPanel({ vocabulary: aVocabulary({ personas: [], can }) });
    expect(screen.getByText(/Ask somebody who may change the settings/)).toBeInTheDocument();
    unmount();
    await openPanel({ vocabulary: aVocabulary({ personas: [] }) });
    expect(screen.getByRole('link', { name: 'Add personas' })).toHaveAttribute(
      'href',
      '/settings/content-strategy/personas'
    );
  });
});

test.each(['light', 'dark'] as const)('no serious accessibility finding (%s)', async (theme) => {
  const backend = createTagBackend();
  const documentId = `entry${++documents}`;
  backend.put(documentId, [aTag('finance', 'awareness', 'rule'), aTag('it', 'awareness')]);
  connect(backend);
  const { container } = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <PanelBody model={ARTICLE} documentId={documentId} />
    </ContentStrategyProvider>,
    { theme }
  );
  await screen.findByRole('group', { name: 'Who is it for?' });
  expect(await seriousFindings(container)).toEqual([]);
});
