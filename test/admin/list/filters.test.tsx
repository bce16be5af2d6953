import { Filters } from '@strapi/strapi/admin';
import { screen, waitFor } from '@testing-library/react';
import { auditedTypes } from '../../../admin/content-manager/audited-types';
import { AuditedTypesProbe } from '../../../admin/content-manager/AuditedTypesProbe';
import { addContentStrategyFilters } from '../../../admin/content-manager/list-filters';
import { keptNames } from '../../../admin/content-manager/list-filters/kept-names';
import { listLink } from '../../../admin/components/entry-links';
import { renderAdmin } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const listOf = (uid: string) => window.history.replaceState(null, '', `/content-manager/collection-types/${uid}`);
const title = { name: 'title', type: 'string' };
const filters = () => addContentStrategyFilters({ displayedFilters: [title], layout: {} }).displayedFilters;

test('types under audit have four filters more, others none', () => {
  auditedTypes.set([ARTICLE]);
  listOf(ARTICLE);
  expect(filters().map(({ name }) => name)).toEqual([
    'title',
    'contentStrategyPersona',
    'contentStrategyJourney',
    'contentStrategyStage',
    'contentStrategyPlacement',
  ]);
  listOf('api::author.author');
  expect(filters()).toEqual([title]);
});

test('names are kept for the bar, which asks before they could be fetched', async () => {
  const backend = createTagBackend();
  connect(backend, [{ action: 'plugin::content-strategy.read', subject: null }]);
  auditedTypes.set([ARTICLE]);
  renderAdmin(<AuditedTypesProbe />);
  await waitFor(() => expect(keptNames.get().persona).toHaveLength(5));
  expect(keptNames.get().persona?.[0]).toEqual({ value: 'finance', label: 'Finance lead' });
  expect(keptNames.get().placement?.map(({ label }) => label)).toEqual([
    'Placed in a journey',
    'To place',
    'Not part of a journey',
  ]);
});

test('a key is chosen by its name', async () => {
  connect(createTagBackend(), [{ action: 'plugin::content-strategy.read', subject: null }]);
  auditedTypes.set([ARTICLE]);
  listOf(ARTICLE);
  const [, persona] = filters() as unknown as Parameters<typeof Filters.Root>[0]['options'] & object;
  const { user } = renderAdmin(
    <Filters.Root
      options={persona ? [{ ...persona, label: 'Persona', operators: [{ label: 'is', value: '$eq' }] }] : []}
    >
      <Filters.Trigger label="Filters" />
      <Filters.Popover />
    </Filters.Root>,
    { path: `/content-manager/collection-types/${ARTICLE}`, route: '/content-manager/:collectionType/:slug' }
  );
  await user.click(screen.getByRole('button', { name: 'Filters' }));
  await user.click(await screen.findByRole('combobox', { name: 'Persona' }));
  await user.click(await screen.findByRole('option', { name: 'Finance lead' }));
  expect(screen.getByRole('combobox', { name: 'Persona' })).toHaveTextContent('Finance lead');
});

test('a link to a list holds what its filter bar would write', () => {
  const link = listLink(ARTICLE, { persona: 'ops', stage: 'decision' }, { published: true, locale: 'de' });
  expect(decodeURIComponent(link)).toBe(
    `/content-manager/collection-types/${ARTICLE}?filters[$and][0][contentStrategyPersona][$eq]=ops` +
      '&filters[$and][1][contentStrategyStage][$eq]=decision&filters[$and][2][__status][$eq]=published' +
      '&plugins[i18n][locale]=de'
  );
});

describe('filters that a list cannot have are said and taken from its address', () => {
  const AUTHOR = 'api::author.author';
  const READ = [{ action: 'plugin::content-strategy.read', subject: null }];
  const open = (uid: string, may: readonly { action: string; subject: null }[]) => {
    connect(createTagBackend(), may);
    const address =
      `/content-manager/collection-types/${uid}?page=1&filters[$and][0][title][$contains]=x` +
      '&filters[$and][1][contentStrategyPersona][$eq]=finance';
    return renderAdmin(<AuditedTypesProbe />, { path: address, route: '/content-manager/:collectionType/:slug' });
  };
  const address = ({ router }: ReturnType<typeof open>) => decodeURIComponent(router.state.location.search);

  test.each([
    ['of a type that left the audit', AUTHOR, READ],
    ['for who may not see placements any more', ARTICLE, []],
  ])('%s', async (_name, uid, may) => {
    auditedTypes.set([]);
    const view = open(uid, may);
    expect(await screen.findByText(/^This list is not filtered by persona or stage/)).toBeInTheDocument();
    expect(address(view)).toBe('?page=1&filters[$and][0][title][$contains]=x');
  });

  test('and those that it can have stay, though an earlier user saw no types', async () => {
    auditedTypes.set([]);
    const view = open(ARTICLE, READ);
    await waitFor(() => expect(auditedTypes.get()?.has(ARTICLE)).toBe(true));
    expect(screen.queryByText(/^This list is not filtered/)).not.toBeInTheDocument();
    expect(address(view)).toContain('contentStrategyPersona');
  });
});
