import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { PanelBody } from '../../../admin/content-manager/panel/PanelContent';
import type { DecisionInput, DecisionsBody } from '../../../server/core/decisions-api';
import { anInventoryRow } from '../../support/builders';
import { addDecisions, aPastDecision, aTakenDecision } from '../../support/decision-backend';
import { Refused } from '../../support/fake-backend';
import { aList } from '../../support/pages-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, aVocabulary, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

/** The panel of one entry inside the edit view's form. */
const openPanel = async (
  decisions: Partial<Pick<DecisionsBody, 'current' | 'past'>> = {},
  { vocabulary = aVocabulary() } = {}
) => {
  const backend = createTagBackend(vocabulary);
  addDecisions(backend, decisions);
  backend.on('GET', '/inventory', () =>
    aList([
      anInventoryRow({ documentId: 'decided', title: 'This one' }),
      anInventoryRow({ documentId: 'other', title: 'Pricing' }),
      anInventoryRow({ documentId: 'twin', title: 'Pricing', path: '/old-pricing' }),
    ])
  );
  connect(backend);
  const onSubmit = jest.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const view = renderAdmin(
    <form onSubmit={onSubmit}>
      <ContentStrategyProvider client={aQueryClient()}>
        <PanelBody model={ARTICLE} documentId="decided" />
      </ContentStrategyProvider>
    </form>
  );
  const line = within(await screen.findByRole('group', { name: 'What becomes of it?' }));
  return { ...view, backend, line, onSubmit };
};

/** The dialog that *Decide…* or *Change…* opens. */
const openDialog = async (...panel: Parameters<typeof openPanel>) => {
  const view = await openPanel(...panel);
  await view.user.click(view.line.getByRole('button', { name: /^(Decide|Change)…$/ }));
  const dialog = within(await screen.findByRole('dialog', {}, { timeout: 15_000 }));
  const choose = (name: RegExp) => view.user.click(dialog.getByRole('radio', { name }));
  const save = () => view.user.click(dialog.getByRole('button', { name: 'Save' }));
  return { ...view, dialog, choose, save };
};

const sent = (backend: ReturnType<typeof createTagBackend>) =>
  backend.sent('PUT').map((body) => (body as { readonly data: DecisionInput }).data);

describe('the line', () => {
  test('before anybody has decided', async () => {
    const { line } = await openPanel();
    expect(line.getByText('No decision yet')).toBeInTheDocument();
    expect(line.getByRole('button', { name: 'Decide…' })).toBeInTheDocument();
  });

  test('says what, by when, who and why', async () => {
    const { line, container } = await openPanel({
      current: aTakenDecision({ due: '2999-12-01', owner: 'Dana', note: 'Old prices' }),
    });
    expect(line.getByText('Retire')).toBeInTheDocument();
    expect(line.getByText(/by Dec 1, 2999 · Dana/)).toBeInTheDocument();
    expect(line.getByText('Old prices')).toBeInTheDocument();
    expect(line.getByRole('button', { name: 'Change…' })).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  test('marks a day that has passed', async () => {
    const { line } = await openPanel({ current: aTakenDecision({ kind: 'update', due: '2020-03-31' }) });
    expect(line.getByText('due Mar 31, 2020, overdue')).toBeInTheDocument();
  });

  test.each([
    ['with the way to where it goes', 'Pricing', true],
    ['without, where its title is hidden', null, false],
  ])('merged, %s', async (_name, title, isLinked) => {
    const mergeInto = { uid: ARTICLE, documentId: 'other', title };
    const { line } = await openPanel({ current: aTakenDecision({ kind: 'merge', mergeInto }) });
    if (isLinked)
      expect(line.getByRole('link', { name: 'Pricing' })).toHaveAttribute(
        'href',
        '/content-manager/collection-types/api::article.article/other'
      );
    else {
      expect(line.getByText('Merge into other')).toBeInTheDocument();
      expect(line.queryByRole('link')).not.toBeInTheDocument();
    }
  });

  test('is read only for who may not decide', async () => {
    const can = { read: true, tag: false, audit: true, export: true, settings: true };
    const { line } = await openPanel({}, { vocabulary: aVocabulary({ can }) });
    expect(line.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the dialog', () => {
  test('decides with owner, day and note; the entry’s own form is left alone', async () => {
    const { user, backend, dialog, line, choose, save, onSubmit } = await openDialog();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await choose(/^Retire/);
    expect(dialog.getByText('To be unpublished. It counts in Coverage until then.')).toBeInTheDocument();
    await user.type(dialog.getByRole('combobox', { name: 'Owner' }), 'Franka');
    await user.keyboard('{Enter}');
    await user.type(dialog.getByLabelText('Due'), '2098-12-01');
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Old prices');
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent(backend)).toEqual([{ kind: 'retire', owner: 'Franka', due: '2098-12-01', note: 'Old prices' }]);
    expect(line.getByText(/by Dec 1, 2098 · Franka/)).toBeInTheDocument();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('suggests names', async () => {
    const { user, backend, dialog, choose, save } = await openDialog();
    await choose(/^Keep/);
    await user.type(dialog.getByRole('combobox', { name: 'Owner' }), 'da');
    await user.click(await screen.findByRole('option', { name: 'Dana' }));
    await save();
    await waitFor(() => expect(sent(backend)).toMatchObject([{ kind: 'keep', owner: 'Dana' }]));
  });

  test('merges into another entry, never into itself, and tells apart those of one title', async () => {
    const { user, backend, dialog, choose, save } = await openDialog();
    await choose(/^Merge/);
    await user.click(dialog.getByRole('combobox', { name: /^Into which entry/ }));
    await user.click(await screen.findByRole('option', { name: 'Pricing (Article) · /old-pricing' }));
    expect(screen.queryByRole('option', { name: /^This one/ })).not.toBeInTheDocument();
    await save();
    await waitFor(() =>
      expect(sent(backend)).toMatchObject([{ kind: 'merge', mergeInto: { uid: ARTICLE, documentId: 'twin' } }])
    );
  });

  test('saves no merge into an entry whose name was rubbed out', async () => {
    const mergeInto = { uid: ARTICLE, documentId: 'other', title: 'Pricing' };
    const { user, dialog } = await openDialog({ current: aTakenDecision({ kind: 'merge', mergeInto }) });
    const into = dialog.getByRole('combobox', { name: /^Into which entry/ });
    await waitFor(() => expect(into).toHaveValue('Pricing'));
    expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
    await user.clear(into);
    await user.click(dialog.getByRole('textbox', { name: 'Note' }));
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled());
  });

  test('shows what the server says at its field, and keeps what was typed', async () => {
    const { user, backend, dialog, choose, save } = await openDialog();
    backend.on('PUT', '/decisions/:uid/:documentId', () => {
      throw new Refused(400, '`note`: must have at most 2000 characters', {
        errors: [{ path: ['data', 'note'], message: 'must have at most 2000 characters' }],
      });
    });
    await choose(/^Update/);
    const note = dialog.getByRole('textbox', { name: 'Note' });
    await user.type(note, 'Long');
    await save();
    expect(await dialog.findByText('Must have at most 2000 characters.')).toBeInTheDocument();
    expect(note).toHaveAccessibleDescription('Must have at most 2000 characters.');
    expect(note).toHaveValue('Long');
  });

  test('takes the decision back', async () => {
    const { backend, line, choose, save } = await openDialog({ current: aTakenDecision() });
    await choose(/^Take back decision/);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent(backend)).toEqual([{ kind: null }]);
    expect(line.getByText('No decision yet')).toBeInTheDocument();
  });

  test('a decision is undone and redone by its own button, which says what it will do', async () => {
    const { user, backend, line, choose, save } = await openDialog();
    await choose(/^Retire/);
    await save();
    expect(await line.findByText(/^Decided/)).toBeInTheDocument();
    await user.click(line.getByRole('button', { name: 'Undo' }));
    expect(await line.findByText(/^As it was before/)).toBeInTheDocument();
    expect(line.getByText('No decision yet')).toBeInTheDocument();
    expect(line.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    await user.click(line.getByRole('button', { name: 'Redo' }));
    expect(await line.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
    expect(line.getByText('Retire')).toBeInTheDocument();
    expect(sent(backend).map(({ kind }) => kind)).toEqual(['retire', null, 'retire']);
  });

  test('undoes nothing that somebody else has decided since', async () => {
    const { user, backend, line, choose, save } = await openDialog();
    await choose(/^Retire/);
    await save();
    const undo = await line.findByRole('button', { name: 'Undo' });
    addDecisions(backend, { current: aTakenDecision({ kind: 'keep', owner: 'Dana' }) });
    await user.click(undo);
    expect(await line.findByText('Keep')).toBeInTheDocument();
    expect(line.queryByRole('button', { name: /Undo|Redo/ })).not.toBeInTheDocument();
    expect(sent(backend)).toHaveLength(1);
  });

  test('keeps what was decided before', async () => {
    const { user, dialog } = await openDialog({
      current: aTakenDecision(),
      past: [
        aPastDecision({ kind: 'keep', owner: 'Erik', note: 'Still good' }),
        aPastDecision({ kind: 'update', at: '2026-05-01T10:00:00.000Z', by: null, endedBy: null }),
      ],
    });
    await user.click(dialog.getByText('History (2)'));
    const [first, second] = dialog.getAllByRole('listitem');
    expect(first).toHaveTextContent('Keep · Erik · “Still good”');
    expect(first).toHaveTextContent('Decided Jun 1, 2026 by Ada Lovelace, ended Jun 5, 2026 by Bob');
    expect(second).toHaveTextContent('Decided May 1, 2026, ended Jun 5, 2026');
  });

  test('of a long history shows the latest, and each of them once', async () => {
    const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    // An undo brings a decision back as it was taken: only the end tells the two apart.
    const past = Array.from({ length: 50 }, (_, minute) =>
      aPastDecision({ endedAt: `2026-06-05T10:${String(minute).padStart(2, '0')}:00.000Z` })
    );
    const { dialog } = await openDialog({ past });
    expect(dialog.getByText('History (the latest 50)')).toBeInTheDocument();
    expect(warned.mock.calls.filter(([message]) => String(message).includes('same key'))).toEqual([]);
    warned.mockRestore();
  });

  test('starts from what is decided now, whatever the line still says', async () => {
    const { user, backend, line } = await openPanel({ current: aTakenDecision() });
    addDecisions(backend, { current: aTakenDecision({ kind: 'keep', note: 'Bob was faster' }) });
    await user.click(line.getByRole('button', { name: 'Change…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Bob was faster');
    expect(dialog.getByRole('radio', { name: /^Keep/ })).toBeChecked();
  });

  test('does not open on what may have changed, where that cannot be told', async () => {
    const { user, backend, line } = await openPanel({ current: aTakenDecision() });
    backend.on('GET', '/decisions/:uid/:documentId', () => {
      throw new Refused(500, 'The database is gone.');
    });
    await user.click(line.getByRole('button', { name: 'Change…' }));
    expect(await screen.findByText('The database is gone.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('without a history has none, and nothing to take back', async () => {
    const { dialog } = await openDialog();
    expect(dialog.queryByText(/^History/)).not.toBeInTheDocument();
    expect(dialog.queryByRole('radio', { name: /^Take back/ })).not.toBeInTheDocument();
  });
});
