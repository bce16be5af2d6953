import { screen, waitFor, within } from '@testing-library/react';
import type { FileRow } from '../../../server/core/consumption-api';
import { aFile, someFiles, someViews } from '../../support/consumption-backend';
import { anAudit } from '../../support/coverage-body';
import { noneYet, Refused } from '../../support/fake-backend';
import { createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openFiles = async (search = '', rows: readonly FileRow[] = [aFile()]) => {
  const backend = createPagesBackend();
  backend.on('GET', '/files', () => someFiles(rows));
  const page = openPage(`/files${search}`, backend);
  await screen.findByRole('heading', { name: 'Files', level: 1 });
  return page;
};

const rowOf = (name: string) => within(screen.getByRole('link', { name }).closest('tr') ?? document.body);

test('says what the files take and what nothing uses', async () => {
  await openFiles();
  const sentence = screen.getByText(
    (_text, element) =>
      element?.textContent === '1,240 files take 3.2 GB; 312 of them (1.1 GB) are used nowhere that we can see.' &&
      element.tagName === 'P'
  );
  expect(within(sentence).getByRole('link', { name: '312' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/files?usage=unreferenced'
  );
});

test('a file with where it is used and how we know', async () => {
  const use = { uid: ARTICLE, documentId: 'doc1', title: 'Pricing', status: 'published' } as const;
  const { backend, container } = await openFiles('', [
    aFile({ duplicates: 2 }),
    aFile({
      documentId: 'file2',
      name: 'team.jpg',
      ext: '.jpg',
      size: 900,
      usage: 'published',
      uses: [use, { ...use, uid: 'api::hidden.hidden', documentId: 'doc2', title: 'Secret' }],
      usedBy: 25,
      measuredBy: 'seen-through',
      evidence: someViews(),
    }),
  ]);
  expect(lastQuery(backend, '/files')).toEqual({ page: '1', pageSize: '20' });
  const pdf = rowOf('Price list.pdf');
  expect(pdf.getByText('Nowhere that we can see')).toBeInTheDocument();
  expect(pdf.getByText('1.2 MB')).toBeInTheDocument();
  expect(pdf.getByText(/PDF · 2 files with the same content/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Price list.pdf' })).toHaveAttribute(
    'href',
    '/plugins/upload?_q=Price+list.pdf'
  );
  const image = rowOf('team.jpg');
  expect(image.getByText('In published entries')).toBeInTheDocument();
  expect(image.getByRole('link', { name: 'Pricing' })).toHaveAttribute(
    'href',
    '/content-manager/collection-types/api::article.article/doc1'
  );
  expect(image.getByText('Secret')).toBeInTheDocument();
  expect(image.queryByRole('link', { name: 'Secret' })).not.toBeInTheDocument();
  expect(image.getByText('and 23 more, not listed here')).toBeInTheDocument();
  expect(image.getByText('Seen through the entries that show it')).toBeInTheDocument();
  expect(screen.getByText(/^Seen are media fields/)).toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('the entries that use a file open in its row, as far as they are told', async () => {
  const uses = ['One', 'Two', 'Three', 'Four', 'Five'].map((title, at) => ({
    ...{ uid: ARTICLE, documentId: `doc${at}`, title, status: 'published' as const },
  }));
  const { user } = await openFiles('', [aFile({ usage: 'published', uses, usedBy: 7 })]);
  const row = rowOf('Price list.pdf');
  expect(row.queryByRole('link', { name: 'Four' })).not.toBeInTheDocument();
  await user.click(row.getByRole('button', { name: 'and 4 more entries' }));
  expect(row.getByRole('link', { name: 'Five' })).toBeInTheDocument();
  expect(row.getByText('and 2 more, not listed here')).toBeInTheDocument();
});

test('filters and order come from the URL and go to list and export', async () => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { user, backend, query } = await openFiles(
    '?usage=draft&evidence=never-consumed&search=price&sort=size:desc&page=2'
  );
  expect(lastQuery(backend, '/files')).toEqual({
    usage: 'draft',
    evidence: 'never-consumed',
    search: 'price',
    sort: 'size:desc',
    page: '2',
    pageSize: '20',
  });
  backend.on('GET', '/exports/:name', () => new Blob());
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  await waitFor(() =>
    expect(lastQuery(backend, '/exports/files.csv')).toEqual({
      usage: 'draft',
      evidence: 'never-consumed',
      search: 'price',
    })
  );
  await user.click(screen.getByRole('button', { name: 'Remove the filter Used' }));
  expect(query()).toEqual({ evidence: 'never-consumed', search: 'price', sort: 'size:desc' });
});

const filesMeta = (page: number) => ({
  pagination: { page, pageSize: 20, pageCount: 2, total: 21, totalIsExact: true },
});

test('a page that the list no longer has leads to the last one', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/files', (_body, _params, { page: asked }) => {
    const page = Number(asked);
    return someFiles(page > 2 ? [] : [aFile({ name: `Of page ${page}` })], filesMeta(page));
  });
  const { query } = openPage('/files?page=9&usage=draft', backend);
  expect(await screen.findByRole('link', { name: 'Of page 2' })).toBeInTheDocument();
  expect(query()).toEqual({ page: '2', usage: 'draft' });
});

test('the cross in the search empties it, whether or not anything was searched for', async () => {
  const { user } = await openFiles();
  const search = screen.getByRole('searchbox');
  await user.type(search, 'price');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(search).toHaveValue('');
});

describe('while files are looked through', () => {
  test('for the first time', async () => {
    const backend = createPagesBackend();
    let isDone = false;
    backend.on('GET', '/files', () => {
      if (!isDone) return noneYet('under-way', 'Being looked through');
      return someFiles();
    });
    openPage('/files', backend);
    expect(await screen.findByText(/^Looking through your files/)).toBeInTheDocument();
    isDone = true;
    expect(await screen.findByRole('grid', {}, { timeout: 6_000 })).toBeInTheDocument();
  });

  test('again: what was found before is shown, and then what is found now', async () => {
    const backend = createPagesBackend();
    let isDone = false;
    backend.on('GET', '/files', () =>
      isDone ? someFiles([aFile({ name: 'After' })]) : someFiles([aFile({ name: 'Before' })], { isRenewed: true })
    );
    openPage('/files', backend);
    expect(await screen.findByRole('link', { name: 'Before' })).toBeInTheDocument();
    expect(screen.getByText('Files are being looked through.')).toBeInTheDocument();
    isDone = true;
    expect(await screen.findByRole('link', { name: 'After' }, { timeout: 6_000 })).toBeInTheDocument();
    expect(screen.queryByText('Files are being looked through.')).not.toBeInTheDocument();
  });
});

test.each([
  ['switched off', 'switched-off', /audit\.files is switched off/],
  ['not looked through after an audit', 'not-yet', /^Files have not been looked through yet/],
])('%s', async (_name, reason, words) => {
  const backend = createPagesBackend();
  backend.on('GET', '/files', () => {
    return noneYet(reason, 'None');
  });
  let status: 'finished' | 'running' = 'finished';
  backend.on('GET', '/audits/latest', () => ({ data: anAudit({ status }) }));
  const { user } = openPage('/files', backend);
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByText('Reading your content…')).not.toBeInTheDocument();
  if (reason !== 'not-yet') return;
  backend.on('POST', '/audits', () => {
    status = 'running';
    return { data: anAudit({ status }) };
  });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('Reading your content…')).toBeInTheDocument();
});

describe('states', () => {
  test.each([
    ['no file', '', 'The Media Library is empty. Files appear here after the next refresh.'],
    ['no match', '?usage=draft', 'No file matches these filters.'],
  ])('%s', async (_name, search, words) => {
    await openFiles(search, []);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  test('failed, and tried again', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/files', () => {
      throw new Refused(500, 'The database is away.');
    });
    const { user } = openPage('/files', backend);
    expect(await screen.findByText('The database is away.')).toBeInTheDocument();
    backend.on('GET', '/files', () => someFiles());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });
});
