import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { ContentTypeSettings } from '../../../admin/settings/content-types/ContentTypeSettings';
import { checkPattern } from '../../../admin/settings/content-types/example-path';
import type { ContentTypeBody, ContentTypeInput } from '../../../server/core/api';
import { createFakeBackend, Refused } from '../../support/fake-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const article: ContentTypeBody = {
  uid: ARTICLE,
  displayName: 'Article',
  kind: 'collectionType',
  localized: true,
  draftAndPublish: true,
  decided: false,
  gone: {},
  setting: {
    uid: ARTICLE,
    audited: true,
    urlPattern: null,
    titleField: null,
    contentDateField: 'writtenOn',
    ownerField: null,
    expiryField: null,
    publishing: 'off',
  },
  fields: { title: ['title'], date: ['writtenOn'], owner: ['author'], path: ['slug', 'category.slug'] },
};

const open = async (kept: readonly string[] = []) => {
  let type = article;
  let gone = kept;
  const backend = createFakeBackend();
  backend.on('GET', '/vocabulary', () => ({ data: aVocabulary() }));
  backend.on('GET', '/content-types', () => ({ data: [type], meta: { gone } }));
  backend.on('DELETE', '/content-types/:uid', (_body, [uid]) => {
    gone = gone.filter((one) => one !== uid);
  });
  backend.on('PUT', '/content-types/:uid', (body) => {
    type = { ...type, setting: { ...type.setting, ...(body as { data: ContentTypeInput }).data } };
    return { data: type };
  });
  connect(backend);
  const view = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <ContentTypeSettings />
    </ContentStrategyProvider>
  );
  await screen.findByRole('table', { name: 'Collection types' });
  return { ...view, backend };
};

test('a type goes under audit by one click', async () => {
  const { user, backend, container } = await open();
  expect(await seriousFindings(container)).toEqual([]);
  const box = screen.getByRole('checkbox', { name: 'Article under audit' });
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(backend.sent('PUT')).toEqual([{ data: { audited: false } }]);
});

test('what is kept of a type that is gone is deleted once that is confirmed', async () => {
  const { user, backend, container } = await open(['api::guide.guide']);
  expect(await screen.findByRole('table', { name: 'Gone from this Strapi' })).toHaveTextContent('api::guide.guide');
  expect(await seriousFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Delete api::guide.guide' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete api::guide.guide?' });
  expect(dialog).toHaveTextContent('where its entries stood');
  expect(backend.sent('DELETE')).toHaveLength(0);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Gone from this Strapi' })).not.toBeInTheDocument());
  expect(backend.sent('DELETE')).toHaveLength(1);
});

test('a URL pattern is checked while it is typed, and shown by example', async () => {
  const { user, backend } = await open();
  await user.click(screen.getByRole('button', { name: 'Edit Article' }));
  const dialog = screen.getByRole('dialog', { name: 'Edit Article' });
  const pattern = within(dialog).getByRole('textbox', { name: 'URL pattern' });
  await user.type(pattern, '/{{locale}/{{colour}');
  expect(within(dialog).getByText(/no field “colour”/)).toBeInTheDocument();
  expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();

  await user.clear(pattern);
  await user.type(pattern, '/{{locale}/{{category.slug}/{{slug}');
  expect(within(dialog).getByText('For example /en/my-category/my-slug')).toBeInTheDocument();
  expect(await seriousFindings(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(backend.sent('PUT')[0]).toMatchObject({
    data: { urlPattern: '/{locale}/{category.slug}/{slug}', contentDateField: 'writtenOn' },
  });
});

test('a refusal of the server stands at its field', async () => {
  const { user, backend } = await open();
  backend.on('PUT', '/content-types/:uid', () => {
    throw new Refused(400, 'This type has no such date.', {
      errors: [{ path: ['data', 'contentDateField'], message: 'This type has no such date.' }],
    });
  });
  await user.click(screen.getByRole('button', { name: 'Edit Article' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This type has no such date.')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Content date' })).toHaveAccessibleDescription(/no such date/);
});

test.each([
  ['', { kind: 'none' }],
  ['blog/{slug}', { kind: 'wrong', message: 'A URL pattern starts with "/"' }],
  ['/{slug', expect.objectContaining({ kind: 'wrong' })],
  ['/{title}', { kind: 'unknown-field', field: 'title' }],
  ['/{author.slug}', { kind: 'unknown-field', field: 'author.slug' }],
  [' /{locale}/blog/{slug} ', { kind: 'example', path: '/de/blog/my-slug' }],
])('%s', (pattern, expected) => {
  expect(checkPattern(pattern, ['slug', 'category.slug'], 'de')).toEqual(expected);
});
