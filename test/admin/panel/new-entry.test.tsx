import { screen, waitFor } from '@testing-library/react';
import type { VocabularyBody } from '../../../server/core/api';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { PanelBody } from '../../../admin/content-manager/panel/PanelContent';
import { aQueryClient, renderAdmin } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, aTag, aVocabulary, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const list = `/admin/content-manager/collection-types/${ARTICLE}`;
const goTo = (path: string, idx: number) => window.history.replaceState({ idx }, '', path);

const openCreatePage = async (path: string, cloneOf?: string, publishing: VocabularyBody['publishing'] = {}) => {
  goTo(path, 5);
  const backend = createTagBackend({ ...aVocabulary(), publishing });
  backend.put('original', [aTag('finance', 'awareness')]);
  connect(backend);
  const view = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <PanelBody model={ARTICLE} {...(cloneOf !== undefined && { cloneOf })} />
    </ContentStrategyProvider>
  );
  expect(await screen.findByText('Will be saved with the entry.')).toBeInTheDocument();
  return { ...view, backend };
};
const pressed = () => screen.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent);

test('what is chosen on the create page is saved once the entry is', async () => {
  const { user, backend, unmount } = await openCreatePage(
    `${list}/create?plugins[content-strategy][persona]=finance&plugins[content-strategy][stage]=decision`
  );
  expect(pressed()).toEqual(['Finance lead', 'Decision']);
  await user.click(screen.getByRole('button', { name: 'IT admin' }));
  expect(backend.patches()).toEqual([]);

  goTo(`${list}/new1`, 5);
  unmount();
  await waitFor(() => expect(backend.stored('new1').tags).toHaveLength(2));
  expect(backend.stored('new1').tags).toMatchObject([
    { persona: 'finance', stage: 'decision' },
    { persona: 'it', stage: 'decision' },
  ]);
});

test('what is chosen replaces what rules say of the new entry; without a choice the rules hold', async () => {
  const { user, backend, unmount } = await openCreatePage(`${list}/create`);
  await user.click(screen.getByRole('button', { name: 'IT admin' }));
  backend.put('ruled', [aTag('finance', 'awareness', 'rule')]);
  goTo(`${list}/ruled`, 5);
  unmount();
  await waitFor(() => expect(backend.stored('ruled').tags).toMatchObject([{ persona: 'it', stage: null }]));

  const again = await openCreatePage(`${list}/create`);
  again.backend.put('untouched', [aTag('finance', 'awareness', 'rule')]);
  goTo(`${list}/untouched`, 5);
  again.unmount();
  expect(again.backend.patches()).toEqual([]);
});

test('where nobody publishes without a place, a new entry that has one is to be saved first', async () => {
  const { user } = await openCreatePage(`${list}/create`, undefined, { [ARTICLE]: 'block' });
  expect(screen.getByRole('note')).toHaveTextContent('Needs a persona and a stage before it can be published.');
  await user.click(screen.getByRole('button', { name: 'IT admin' }));
  await user.click(screen.getByRole('button', { name: 'Decision' }));
  expect(screen.getByRole('note')).toHaveTextContent('Save the entry first, then publish it');
});

test('an entry that is never saved leaves nothing behind', async () => {
  const { user, backend, unmount } = await openCreatePage(`${list}/create`);
  await user.click(screen.getByRole('button', { name: 'IT admin' }));
  goTo(list, 6);
  unmount();
  await openCreatePage(`${list}/create`);
  expect(pressed()).toEqual([]);
  expect(backend.patches()).toEqual([]);
});

test('a copy starts with what its original has, and takes what was changed', async () => {
  const { user, backend, unmount } = await openCreatePage(`${list}/clone/original`, 'original');
  await waitFor(() => expect(pressed()).toEqual(['Finance lead', 'Awareness']));
  await user.click(screen.getByRole('button', { name: 'Decision' }));
  // The server copies tags with the entry.
  backend.put('copy1', [aTag('finance', 'awareness')]);
  goTo(`${list}/copy1`, 7);
  unmount();
  await waitFor(() =>
    expect(backend.patches()).toEqual([{ add: [{ persona: 'finance', stage: 'decision' }], remove: [] }])
  );
});

test('a copy from which everything is taken away has nothing', async () => {
  const { user, backend, unmount } = await openCreatePage(`${list}/clone/original`, 'original');
  await waitFor(() => expect(pressed()).toEqual(['Finance lead', 'Awareness']));
  await user.click(screen.getByRole('button', { name: 'Finance lead' }));
  await user.click(screen.getByRole('button', { name: 'Awareness' }));
  expect(pressed()).toEqual([]);
  backend.put('copy2', [aTag('finance', 'awareness')]);
  goTo(`${list}/copy2`, 7);
  unmount();
  await waitFor(() => expect(backend.stored('copy2').tags).toEqual([]));
});

test('a single type is saved at the address where it is made', async () => {
  const path = '/admin/content-manager/single-types/api::home.home';
  const { user, backend, unmount } = await openCreatePage(path);
  await user.click(screen.getByRole('button', { name: 'Everyone' }));
  unmount();
  renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <PanelBody model={ARTICLE} documentId="home1" />
    </ContentStrategyProvider>
  );
  await waitFor(() => expect(backend.stored('home1').tags).toMatchObject([{ persona: 'everyone', stage: null }]));
});
