import { screen, waitFor, within } from '@testing-library/react';
import type { Pagination } from '../../../server/core/api';
import { anInventoryRow } from '../../support/builders';
import { anAudit } from '../../support/coverage-body';
import { noneYet, Refused } from '../../support/fake-backend';
import { aList, createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';
import { aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openInventory = async (search = '', list: () => unknown = () => aList()) => {
  const backend = createPagesBackend();
  backend.on('GET', '/inventory', list);
  const page = openPage(`/inventory${search}`, backend);
  await screen.findByRole('heading', { name: 'Inventory', level: 1 });
  return page;
};

test('says how old the rows are, and that newer ones are on their way', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/inventory', () => aList());
  backend.on('GET', '/audits/latest', () => ({
    data: anAudit({ id: 9, status: 'running', progress: 6 }),
  }));
  openPage('/inventory', backend);
  expect(await screen.findByText('updating… 6%')).toBeInTheDocument();
});

test('an audit that ends while the page opens is shown', async () => {
  const backend = createPagesBackend();
  let hasEnded = false;
  backend.on('GET', '/inventory', () => {
    const row = anInventoryRow({ title: hasEnded ? 'After' : 'Before' });
    hasEnded = true;
    return aList([row]);
  });
  backend.on('GET', '/audits/latest', () => ({ data: anAudit({ id: hasEnded ? 8 : 7 }) }));
  openPage('/inventory', backend);
  expect(await screen.findByText('Before')).toBeInTheDocument();
  expect(await screen.findByText('After', undefined, { timeout: 8_000 })).toBeInTheDocument();
}, 20_000);

test('the first audit is shown to who waits for somebody else to run it', async () => {
  const vocabulary = aVocabulary();
  const backend = createPagesBackend({ ...vocabulary, can: { ...vocabulary.can, audit: false } });
  let hasRun = false;
  const orNone = <Answer,>(answer: () => Answer) => {
    if (!hasRun) return noneYet('no-audit', 'There is no finished audit yet.');
    return answer();
  };
  backend.on('GET', '/inventory', () => orNone(() => aList([anInventoryRow({ title: 'Pricing' })])));
  backend.on('GET', '/audits/latest', () => orNone(() => ({ data: anAudit() })));
  openPage('/inventory', backend);
  expect(await screen.findByRole('heading', { name: 'Nothing has been read yet' })).toBeInTheDocument();
  hasRun = true;
  expect(await screen.findByText('Pricing', undefined, { timeout: 8_000 })).toBeInTheDocument();
}, 20_000);

describe('a row', () => {
  test('leads to the edit page and says where the entry stands', async () => {
    const { container } = await openInventory('', () =>
      aList([
        anInventoryRow({ findings: ['stale', 'owner-left'] }),
        anInventoryRow({
          documentId: 'doc2',
          title: 'Imprint',
          status: 'draft',
          placement: 'excluded',
          excluded: 'legal',
          tags: [],
          kind: 'singleType',
          locales: [],
        }),
        anInventoryRow({
          documentId: 'doc3',
          title: 'News',
          placement: 'to-place',
          openReason: 'no-tags',
          tags: [],
          findings: ['old'],
          contentDate: '2019-01-02T00:00:00.000Z',
          ageBy: 'dated',
        }),
      ])
    );
    const row = async (title: string) =>
      within((await screen.findByRole('link', { name: title })).closest('tr') ?? document.body);
    const pricing = await row('Pricing');
    expect(pricing.getByText('Finance lead · Decision')).toBeInTheDocument();
    expect(pricing.getByText('Not edited for a year')).toBeInTheDocument();
    expect((await row('News')).getByText('Dated more than three years ago')).toBeInTheDocument();
    expect(pricing.getByText('Owner has left')).toBeInTheDocument();
    expect(pricing.getByText('Published')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Pricing' })).toHaveAttribute(
      'href',
      '/content-manager/collection-types/api::article.article/doc1?plugins%5Bi18n%5D%5Blocale%5D=en'
    );
    expect((await row('Imprint')).getByText('Not part of a journey: Legal')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Imprint' })).toHaveAttribute(
      'href',
      '/content-manager/single-types/api::article.article'
    );
    expect((await row('News')).getByText('To place: nothing set')).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  test('shows what was placed since the numbers were counted, and says that they follow', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', () =>
      aList([
        anInventoryRow({
          placement: 'to-place',
          openReason: 'no-tags',
          tags: [],
          now: {
            placement: 'placed',
            openReason: null,
            tags: [{ persona: 'ops', stage: 'decision', journey: 'buyer', origin: 'person' }],
            excluded: null,
            decision: null,
          },
        }),
      ])
    );
    openPage('/inventory?placement=to-place', backend);
    const row = within((await screen.findByRole('link', { name: 'Pricing' })).closest('tr') ?? document.body);
    expect(row.getByText('Ops · Decision')).toBeInTheDocument();
    expect(row.queryByText(/^To place/)).not.toBeInTheDocument();
    expect(row.getByText('Updating: not counted yet')).toBeInTheDocument();
    expect(screen.getByText(/changed since$/)).toBeInTheDocument();
  });

  test('names personas with the same stages together', async () => {
    const pair = (persona: string, stage: string) => ({ persona, stage, journey: null, origin: 'person' }) as const;
    await openInventory('', () =>
      aList([
        anInventoryRow({
          tags: [
            pair('finance', 'awareness'),
            pair('finance', 'decision'),
            pair('it', 'decision'),
            pair('it', 'awareness'),
            pair('ops', 'onboarding'),
          ],
        }),
      ])
    );
    expect(await screen.findByText('Finance lead, IT admin · Awareness, Decision')).toBeInTheDocument();
    expect(screen.getByText('Ops · Onboarding')).toBeInTheDocument();
  });
});

describe('filters', () => {
  const search = '?persona=finance&stage=decision&counted=published&age=current&page=2&pageSize=50&sort=title:asc';

  test('come from the URL, go to the server, and stand as chips', async () => {
    const { backend } = await openInventory(search);
    await screen.findByRole('link', { name: 'Pricing' });
    expect(lastQuery(backend, '/inventory')).toEqual({
      persona: 'finance',
      stage: 'decision',
      counted: 'published',
      age: 'current',
      page: '2',
      pageSize: '50',
      sort: 'title:asc',
    });
    expect(screen.getByText('Persona: Finance lead')).toBeInTheDocument();
    expect(screen.getByText('Age: Current')).toBeInTheDocument();
  });

  test('are taken away one by one, back on page one', async () => {
    const { user, query } = await openInventory(search);
    await user.click(await screen.findByRole('button', { name: 'Remove the filter Stage' }));
    expect(query()).toEqual({
      persona: 'finance',
      counted: 'published',
      age: 'current',
      pageSize: '50',
      sort: 'title:asc',
    });
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(query()).toEqual({ pageSize: '50', sort: 'title:asc' });
  });

  test('that nothing can have are ignored', async () => {
    const { backend } = await openInventory('?status=lost&placement=nowhere&page=-1&pageSize=7&sort=secret:asc');
    await screen.findByRole('link', { name: 'Pricing' });
    expect(lastQuery(backend, '/inventory')).toEqual({ page: '1', pageSize: '20', sort: 'updatedAt:desc' });
  });

  test('search on Enter', async () => {
    const { user, backend, query } = await openInventory();
    await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'a&b=c{Enter}');
    expect(query()).toEqual({ search: 'a&b=c' });
    await waitFor(() => expect(lastQuery(backend, '/inventory')['search']).toBe('a&b=c'));
  });

  test('go to the export as they are', async () => {
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { user, backend } = await openInventory('?persona=not-set&page=3');
    backend.on('GET', '/exports/:name', () => new Blob());
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(lastQuery(backend, '/exports/inventory.csv')).toEqual({ persona: 'not-set' }));
    await user.click(screen.getByRole('button', { name: 'More ways to export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Entries, one row each \(for Excel in Europe/ }));
    await waitFor(() =>
      expect(lastQuery(backend, '/exports/inventory.csv')).toEqual({ persona: 'not-set', delimiter: ';' })
    );
  });
});

test.each([
  ['headers alone', '\uFEFF"Title","URL"\r\n', true],
  ['a row', '\uFEFF"Title","URL"\r\n"Pricing","/pricing"\r\n', false],
])('a CSV of %s says whether there was anything to list', async (_what, csv, isEmpty) => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { user, backend } = await openInventory();
  backend.on('GET', '/exports/:name', () => new Blob([csv]));
  const button = await screen.findByRole('button', { name: 'Export CSV' });
  await user.click(button);
  await waitFor(() => expect(lastQuery(backend, '/exports/inventory.csv')).toEqual({}));
  const words = /the file has headers only/;
  if (isEmpty) expect(await screen.findByText(words)).toBeInTheDocument();
  else {
    await waitFor(() => expect(button).toBeEnabled());
    expect(screen.queryByText(words)).toBeNull();
  }
});

describe('the number of entries', () => {
  const pagination = { page: 1, pageSize: 20, pageCount: 501, total: 10_001, totalIsExact: false };
  test.each([
    ['More than 10,000 entries', { pagination }],
    ['12 entries, of which 1 you may open', { counted: 12 }],
    ['1 entry', {}],
  ])('%s', async (text, meta) => {
    await openInventory('', () => aList(undefined, meta));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});

describe('a page past the last one', () => {
  type Counted = Omit<Pagination, 'page' | 'pageSize'>;
  const openPast = (asked: number, meta: Counted, rows: Readonly<Record<number, string>>) => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', (_body, _params, { page: given }) => {
      const page = Number(given);
      const title = rows[page];
      const pagination = { page, pageSize: 20, ...meta };
      return aList(title === undefined ? [] : [anInventoryRow({ title })], { pagination });
    });
    return openPage(`/inventory?page=${asked}&status=draft`, backend);
  };

  test('leads there', async () => {
    const { query } = openPast(9, { pageCount: 2, total: 21, totalIsExact: true }, { 2: 'Of page 2' });
    expect(await screen.findByRole('link', { name: 'Of page 2' })).toBeInTheDocument();
    expect(query()).toEqual({ page: '2', status: 'draft' });
  });

  test('is shown where it has rows that were not counted', async () => {
    const { query } = openPast(600, { pageCount: 501, total: 10_001, totalIsExact: false }, { 600: 'Of page 600' });
    expect(await screen.findByRole('link', { name: 'Of page 600' })).toBeInTheDocument();
    expect(query()).toEqual({ page: '600', status: 'draft' });
  });
});

describe('without rows', () => {
  test('under filters: clear them', async () => {
    const { user, query } = await openInventory('?finding=expired', () => aList([]));
    expect(await screen.findByText('No entry matches these filters.')).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Clear all filters' })[0] ?? document.body);
    expect(query()).toEqual({});
  });

  test('refused by the server: its sentence, and another try', async () => {
    let tries = 0;
    const { user } = await openInventory('?persona=nobody', () => {
      tries += 1;
      if (tries === 1) throw new Refused(400, '`persona`: "nobody" is unknown.');
      return aList();
    });
    expect(await screen.findByText('`persona`: "nobody" is unknown.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Pricing' })).toBeInTheDocument();
  });

  test('forbidden: the no-permission state of Strapi', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', () => {
      throw new Refused(403, 'Forbidden');
    });
    openPage('/inventory', backend);
    expect(await screen.findByText(/don't have the permissions/)).toBeInTheDocument();
  });

  test('before any audit: the first one', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/inventory', () => {
      return noneYet('no-audit', 'There is no finished audit yet.');
    });
    backend.on('GET', '/audits/latest', () => ({ data: anAudit({ status: 'running' }) }));
    openPage('/inventory', backend);
    expect(await screen.findByRole('heading', { name: 'Reading your content…' })).toBeInTheDocument();
  });
});

test('numbers that no longer describe the library say so', async () => {
  await openInventory('', () => aList(undefined, { audit: anAudit({ outdated: true }) }));
  expect(await screen.findByText('Out of date.')).toBeInTheDocument();
});

test('says by whom an entry was placed by hand', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/inventory', () =>
    aList([
      anInventoryRow({ title: 'Pricing', placedBy: ['Jonas Brandt', 'Ada Lovelace'] }),
      anInventoryRow({ documentId: 'doc2', title: 'Imprint', excluded: 'legal', tags: [], placedBy: ['Eve'] }),
      anInventoryRow({ documentId: 'doc3', title: 'By rule' }),
    ])
  );
  openPage('/inventory', backend);
  expect(await screen.findByText('Placed by Jonas Brandt, Ada Lovelace')).toBeInTheDocument();
  expect(screen.getByText('Taken out by Eve')).toBeInTheDocument();
  expect(screen.getAllByText(/ by (Jonas|Eve)/)).toHaveLength(2);
});

test('a list from History says where it comes from, and can be left', async () => {
  const { user, query } = openPage('/inventory?operation=7');
  await user.click(await screen.findByRole('button', { name: 'Remove the filter History' }));
  expect(query()).toEqual({});
});
