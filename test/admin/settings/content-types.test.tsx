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

const open = async () => {
  let type = article;
  const backend = createFakeBackend();
  backend.on('GET', '/vocabulary', () => ({ data: aVocabulary() }));
  backend.on('GET', '/content-types', () => ({ data: [type] }));
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
