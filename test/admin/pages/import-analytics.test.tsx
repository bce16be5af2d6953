import { gzipSync } from 'node:zlib';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { encode } from 'iconv-lite';
import type { AnalyticsImportBody } from '../../../server/core/consumption-api';
import { addAnalytics, anAnalyticsBody, anAnalyticsImport } from '../../support/analytics-backend';
import { ga4Pages } from '../../support/analytics';
import { aSummary } from '../../support/consumption-backend';
import { anAudit } from '../../support/coverage-body';
import { Refused } from '../../support/fake-backend';
import { addImports, anImport } from '../../support/import-backend';
import { createPagesBackend, openPage } from '../../support/pages-backend';
import { aVocabulary } from '../../support/tag-backend';
import { seriousFindings } from '../../support/render-admin';
import { umamiJson, zipOf } from '../../support/zip';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const GA4 = ga4Pages([['/', 83171]]);

const openImport = async (
  answer?: Parameters<typeof addAnalytics>[1],
  imported: readonly AnalyticsImportBody[] = [],
  vocabulary = aVocabulary()
) => {
  const backend = createPagesBackend(vocabulary);
  addImports(backend, () => anImport());
  backend.on('GET', '/never-consumed', () => ({ data: aSummary({ auditedAt: '2026-05-31T10:00:00.000Z' }) }));
  const { asked } = addAnalytics(backend, answer, imported);
  const page = openPage('/import', backend);
  await screen.findByRole('heading', { name: 'Import', level: 1 });
  return { ...page, asked };
};

const drop = (content: string | Uint8Array<ArrayBuffer>, name = 'ga4.csv') =>
  fireEvent.drop(screen.getByLabelText('Drop a file here or choose one').closest('label') ?? document.body, {
    dataTransfer: { files: [new File([content], name)] },
  });

const aCheck = async (...args: Parameters<typeof openImport>) => {
  const page = await openImport(...args);
  drop(GA4);
  await screen.findByRole('heading', { name: 'ga4.csv', level: 2 });
  const press = (name: string, role = 'button') => page.user.click(screen.getByRole(role, { name }));
  return { ...page, press };
};

const IMPORT = 'Import 78,200 views';

test('a GA4 export is recognised by what it holds, looked through, imported, undone and counted again', async () => {
  const { asked, backend, container, press, user } = await aCheck();
  expect(screen.getByText('GA4 · Pages and screens, January 1 – February 11, 2025')).toBeInTheDocument();
  expect(
    screen.getByText('83,171 views, 94% mapped to 312 entries; 140 paths could not be matched. Nothing is saved yet.')
  ).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Site or section' })).toHaveValue('Example');
  expect(screen.getByText(/^The file lists every page:/)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Which days is it about?' })).not.toBeInTheDocument();
  expect(asked).toEqual([{ dryRun: 'true' }]);
  expect(await seriousFindings(container)).toEqual([]);

  await waitFor(() => expect(screen.getByRole('button', { name: IMPORT })).toBeEnabled());
  await press(IMPORT);
  expect(await screen.findByRole('heading', { name: 'Imported: ga4.csv' })).toBeInTheDocument();
  expect(
    screen.getByText(/^78,200 views of 312 entries count now\. The next audit judges by them\./)
  ).toBeInTheDocument();
  backend.on('GET', '/never-consumed', () => ({ data: aSummary({ auditedAt: '2026-06-01T10:00:02.000Z' }) }));
  backend.on('GET', '/audits/latest', () => ({ data: anAudit({ id: 99 }) }));
  expect(
    await screen.findByText(/count now\. 38 of 131 measured entries have never been viewed\./, {}, { timeout: 8000 })
  ).toBeInTheDocument();
  expect(asked.at(-1)).toEqual({});

  const done = within(screen.getByRole('region', { name: 'Imported: ga4.csv' }));
  await user.click(done.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('heading', { name: 'Undone: ga4.csv' })).toBeInTheDocument();
  expect(await screen.findByText('“ga4.csv” does not count any more.')).toBeInTheDocument();
  const undone = within(screen.getByRole('region', { name: 'Undone: ga4.csv' }));
  await user.click(undone.getByRole('button', { name: 'Count again' }));
  expect(await screen.findByRole('heading', { name: 'Imported: ga4.csv' })).toBeInTheDocument();
});

test('of numbers that were not counted to their end nothing is said as if they were', async () => {
  const { backend, press } = await aCheck();
  await waitFor(() => expect(screen.getByRole('button', { name: IMPORT })).toBeEnabled());
  const judged = { auditedAt: '2026-06-01T10:00:02.000Z', isExact: false };
  backend.on('GET', '/never-consumed', () => ({ data: aSummary(judged) }));
  await press(IMPORT);
  expect(await screen.findByText(/^78,200 views of 312 entries count now\.$/)).toBeInTheDocument();
});

test('of several hosts it is chosen whose views count, one at least', async () => {
  const hosts = [
    { host: 'www.example.com', views: 900, isChosen: true },
    { host: 'staging.example.com', views: 9, isChosen: false },
  ];
  const { asked, press, container } = await aCheck(() => anAnalyticsBody({ hosts }));
  const only = screen.getByRole('checkbox', { name: 'www.example.com (900 views)' });
  expect(only).toBeChecked();
  expect(only).toBeDisabled();
  expect(await seriousFindings(container)).toEqual([]);
  await press('staging.example.com (9 views)', 'checkbox');
  await waitFor(() => expect(asked.at(-1)).toEqual({ dryRun: 'true', hosts: 'www.example.com,staging.example.com' }));
});

test('days of which the file has no row are named, and asked for', async () => {
  const gap = { rows: { from: '2025-01-01', to: '2025-01-31' }, missing: { from: '2025-01-10', to: '2025-01-12' } };
  await aCheck(() => anAnalyticsBody({ period: null, gap }));
  expect(
    screen.getByText(/^Its rows are of January 1 – 31, 2025, and none is of January 10 – 12, 2025\./)
  ).toBeVisible();
});

test('a path that several entries have is not said to be matched', async () => {
  await aCheck(() =>
    anAnalyticsBody({ unmatched: { paths: 0, views: 0, top: [] }, ambiguous: { paths: 2, views: 9, top: [] } })
  );
  expect(screen.getByText(/; 2 paths could not be matched\. Nothing is saved yet\.$/)).toBeInTheDocument();
});

const PATTERNS = [
  { uid: 'api::article.article', displayName: 'Article', pattern: '/blog/{slug}', found: 40, of: 41 },
  { uid: 'api::guide.guide', displayName: 'Guide', pattern: '/{locale}/help/{slug}', found: 1, of: 1 },
];

test('patterns that the paths fit are used with one click, and the file is looked through again', async () => {
  let left = PATTERNS;
  const { asked, backend, container, press } = await aCheck(() => anAnalyticsBody({ patterns: left }));
  const changed: unknown[] = [];
  backend.on('PUT', '/content-types/:uid', (body, [uid]) => {
    changed.push([uid, body]);
    left = left.filter((one) => one.uid !== uid);
    return { data: { uid } };
  });
  expect(
    screen.getByRole('row', { name: /^Article \/blog\/\{slug\} 40 of 41 versions looked at/ })
  ).toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
  await press('Use /blog/{slug} for Article');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Article/ })).not.toBeInTheDocument());
  expect(changed).toEqual([['api::article.article', { data: { urlPattern: '/blog/{slug}' } }]]);
  expect(asked).toEqual([{ dryRun: 'true' }, { dryRun: 'true' }]);
  expect(screen.queryByRole('button', { name: 'Use all' })).not.toBeInTheDocument();
});

test('all of them at once', async () => {
  let left = PATTERNS;
  const { backend, press } = await aCheck(() => anAnalyticsBody({ patterns: left }));
  backend.on('PUT', '/content-types/:uid', (_body, [uid]) => {
    left = left.filter((one) => one.uid !== uid);
    return { data: { uid } };
  });
  await press('Use all');
  await waitFor(() => expect(screen.queryByRole('heading', { name: PATTERNS_TITLE })).not.toBeInTheDocument());
});

test('who may not change settings is told whom to ask', async () => {
  await aCheck(() => anAnalyticsBody({ patterns: PATTERNS }), [], NO_SETTINGS);
  expect(screen.getByText(/Somebody who may change the settings of Content Strategy/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Use all' })).not.toBeInTheDocument();
});

const NO_SETTINGS = aVocabulary({ can: { ...aVocabulary().can, settings: false } });
const PATTERNS_TITLE = 'Addresses of your content types';

test.each<[string, string | Uint8Array<ArrayBuffer>]>([
  ['UTF-16 with a mark', new Uint8Array(encode(GA4, 'utf-16le', { addBOM: true }))],
  ['UTF-16 without', new Uint8Array(encode(GA4, 'utf-16le'))],
  ['a plain CSV', 'path;views\n/a;1\n'],
])('recognised: %s', async (_name, content) => {
  await openImport();
  drop(content);
  expect(await screen.findByRole('heading', { name: 'What would be counted' })).toBeInTheDocument();
});

test('a sheet of tags is none, whatever its name', async () => {
  const { asked } = await openImport();
  drop('Document ID,Personas,Views\r\nabc,Finance lead,3\r\n', 'ga4.csv');
  expect(await screen.findByText('3 entries would change; nothing is saved yet.')).toBeInTheDocument();
  expect(asked).toEqual([]);
});

test('the days are asked for where the file does not say them', async () => {
  const { asked } = await aCheck(({ from, to }) =>
    anAnalyticsBody({
      report: 'plain-csv',
      period: from !== undefined && to !== undefined ? { from, to, isFromFile: false } : null,
    })
  );
  expect(screen.getByText('CSV of paths and views')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: IMPORT })).toBeDisabled();
  expect(screen.getByRole('button', { name: IMPORT })).toHaveAccessibleDescription(
    'Say above which days the file is about.'
  );
  fireEvent.change(screen.getByLabelText(/^First day/), { target: { value: '2025-03-31' } });
  fireEvent.change(screen.getByLabelText(/^Last day/), { target: { value: '2025-03-01' } });
  expect(screen.getByText('The period ends before it begins.')).toBeInTheDocument();
  expect(asked).toHaveLength(1);
  fireEvent.change(screen.getByLabelText(/^First day/), { target: { value: '2025-02-01' } });
  await waitFor(() => expect(screen.getByRole('button', { name: IMPORT })).toBeEnabled());
  expect(asked.at(-1)).toMatchObject({ from: '2025-02-01', to: '2025-03-01' });
  expect(screen.getByText('CSV of paths and views, February 1 – March 1, 2025')).toBeInTheDocument();
  // What is no period any more is not imported as the one before.
  fireEvent.change(screen.getByLabelText(/^First day/), { target: { value: '2025-03-31' } });
  await waitFor(() => expect(screen.getByRole('button', { name: IMPORT })).toBeDisabled());
  expect(screen.getByText('The period ends before it begins.')).toBeInTheDocument();
});

test('what only the importer knows makes absence not measured', async () => {
  const { asked, user } = await aCheck(({ because }) =>
    anAnalyticsBody(because === 'sampled' ? { isComplete: false, incomplete: ['round-count', 'sampled'] } : {})
  );
  await user.click(screen.getByRole('checkbox', { name: 'The report was sampled' }));
  expect(
    await screen.findByText(
      'Entries that are not in the file count as not measured: it ends at 500 rows, where exports are cut off; you say that the report was sampled.'
    )
  ).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'It lists every page all the same' }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ dryRun: 'true', because: 'sampled', complete: 'true' }));
});

test('the site can be said, and what would count twice takes the name of the other import', async () => {
  const other = anAnalyticsImport({ name: 'old.csv', site: 'Shop', from: '2025-01-01', to: '2025-01-31' });
  const { asked, user } = await aCheck(({ site = '' }) =>
    anAnalyticsBody({ site, besides: site === 'Shop' ? [] : [other], replaces: site === 'Shop' ? [other] : [] })
  );
  const field = screen.getByRole('textbox', { name: 'Site or section' });
  expect(field).toHaveValue('');
  expect(screen.getByText(/old\.csv \(January 1 – 31, 2025\) counts as another site/)).toBeInTheDocument();
  await user.type(field, 'Blog');
  await waitFor(() => expect(asked.at(-1)).toEqual({ dryRun: 'true', site: 'Blog' }));
  await user.click(screen.getByRole('button', { name: 'Count as “Shop”' }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ dryRun: 'true', site: 'Shop' }));
  expect(field).toHaveValue('Shop');
  expect(await screen.findByText(/It takes the place of old\.csv/)).toBeInTheDocument();
  expect(screen.queryByText(/counts as another site/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: IMPORT }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ site: 'Shop' }));
});

test('says what it replaces, and which entries would be judged otherwise', async () => {
  await aCheck(() =>
    anAnalyticsBody({
      replaces: [anAnalyticsImport({ name: 'old.csv', from: '2024-12-01', to: '2025-01-31' })],
      grades: [
        { from: 'consumed', to: 'dormant', entries: 80 },
        { from: 'unmeasured', to: 'never-consumed', entries: 1 },
      ],
    })
  );
  expect(
    screen.getByText(
      /It takes the place of old\.csv \(December 1, 2024 – January 31, 2025\) on the days they have in common/
    )
  ).toBeInTheDocument();
  const changes = screen.getByRole('region', { name: 'Entries that would be judged otherwise' });
  expect(
    within(changes)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  ).toEqual(['80 entries: Viewed or downloaded → Not lately', '1 entry: Not measured → Never consumed']);
});

test('a path is mapped to an entry by hand, and taken back', async () => {
  const { asked, backend, press, user } = await aCheck(() =>
    anAnalyticsBody({
      ambiguous: {
        paths: 2,
        views: 30,
        top: [
          { path: '/twin', views: 20, shared: 3, entries: [{ uid: 'a', documentId: 'x', title: 'Twin' }] },
          {
            path: '/pair',
            views: 10,
            shared: 2,
            entries: [
              { uid: 'a', documentId: 'y', title: 'One' },
              { uid: 'a', documentId: 'z', title: 'Other' },
            ],
          },
        ],
      },
    })
  );
  const shared = screen.getByRole('table', { name: '2 paths that several entries share' });
  expect(within(shared).getByText('3 entries have this path: Twin and 2 more')).toBeInTheDocument();
  expect(within(shared).getByText('2 entries have this path: One, Other')).toBeInTheDocument();
  expect(screen.getByText('139 more paths with fewer views.')).toBeInTheDocument();
  await press('Map /old-guide to an entry…');
  const dialog = within(await screen.findByRole('dialog', { name: 'Whose page is /old-guide?' }));
  expect(dialog.getByRole('button', { name: 'Map' })).toBeDisabled();
  await user.click(dialog.getByRole('combobox', { name: /^Entry/ }));
  await user.click((await screen.findAllByRole('option'))[0] ?? document.body);
  await user.click(dialog.getByRole('button', { name: 'Map' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(backend.sent('PUT').at(-1)).toEqual({
    data: { path: '/old-guide', entry: { uid: 'api::article.article', documentId: expect.any(String) } },
  });
  const byHand = within(await screen.findByRole('table', { name: 'Paths mapped by hand' }));
  expect(byHand.getByRole('row', { name: /^\/old-guide .+ Ada Lovelace / })).toBeInTheDocument();
  await waitFor(() => expect(asked).toHaveLength(2));
  await press('Take back /old-guide');
  await waitFor(() => expect(backend.sent('PUT').at(-1)).toEqual({ data: { path: '/old-guide', entry: null } }));
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Paths mapped by hand' })).not.toBeInTheDocument());
  await waitFor(() => expect(asked).toHaveLength(3));
});

const IN_DOUBT = {
  paths: 1,
  views: 12,
  top: [{ path: '/blog/pricing', views: 12, shared: 1, entries: [{ uid: 'api::article.article', documentId: 'a', title: 'Pricing' }] }],
}; // prettier-ignore

test('paths that may be old addresses name their entry, and somebody says that one is another page', async () => {
  const { backend, press } = await aCheck(() => anAnalyticsBody({ inDoubt: IN_DOUBT }));
  const table = within(screen.getByRole('table', { name: '1 path that may be the old address of an entry' }));
  expect(table.getByRole('row', { name: /^\/blog\/pricing Perhaps Pricing 12/ })).toBeInTheDocument();
  await press('/blog/pricing is another page');
  await waitFor(() => expect(backend.sent('PUT').at(-1)).toEqual({ data: { path: '/blog/pricing', entry: 'none' } }));
  const byHand = within(await screen.findByRole('table', { name: 'Paths mapped by hand' }));
  expect(byHand.getByText('No entry: another page')).toBeInTheDocument();
});

test('a section that moved is mapped with one click, listed, and taken back', async () => {
  const moves = [{ from: '/blog', to: '', paths: 101, views: 300, entries: 99 }];
  const { backend, asked, press } = await aCheck(() => anAnalyticsBody({ moves }));
  expect(screen.getByText('101 paths begin with /blog and end in a slug of yours')).toBeInTheDocument();
  await press('Map what begins with /blog to no folder');
  await waitFor(() => expect(backend.sent('PUT').at(-1)).toEqual({ data: { from: '/blog', to: '' } }));
  await waitFor(() => expect(asked).toHaveLength(2));
  await press('Take back /blog');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Take back /blog' })).not.toBeInTheDocument());
  await waitFor(() => expect(asked).toHaveLength(3));
});

test('a file that cannot be read says why; one whose paths nobody has cannot be imported', async () => {
  const { unmount } = await aCheck(() => {
    throw new Refused(400, '`file`: line 12, column "Views": "many": it is no whole number of views.');
  });
  expect(
    await screen.findByText(/Line 12, column "Views": "many": it is no whole number of views\./)
  ).toBeInTheDocument();
  unmount();
  await aCheck(() => anAnalyticsBody({ mapped: { paths: 0, views: 0, entries: 0 } }));
  expect(screen.getByRole('button', { name: 'Import 0 views' })).toHaveAccessibleDescription(
    /^None of its paths belongs to an entry\. Set the URL patterns/
  );
});

test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
  ['a ZIP', Uint8Array.from(zipOf([{ name: 'pages.csv', content: 'name,pageviews\n/,1\n' }])), 'export.zip'],
  ['what is compressed', Uint8Array.from(gzipSync(GA4)), 'ga4.csv.gz'],
  ["Umami's JSON", umamiJson(zipOf([])), 'umami.json'],
  ['a log', '203.0.113.7 - - [01/Jun/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 512\n', 'access.log'],
])('%s is looked through as analytics', async (_name, content, name) => {
  const { asked } = await openImport();
  drop(content, name);
  expect(await screen.findByRole('heading', { name, level: 2 })).toBeInTheDocument();
  await waitFor(() => expect(asked).toEqual([{ dryRun: 'true' }]));
});

test('a workbook is no analytics', async () => {
  const { asked } = await openImport();
  drop(Uint8Array.from(zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }])), 'plan.xlsx');
  await waitFor(() => expect(screen.queryByLabelText('Drop a file here or choose one')).not.toBeInTheDocument());
  expect(asked).toEqual([]);
});

test.each<[number | null, RegExp]>([
  [12, /^12 hits of robots are left out\.$/],
  [null, /hits of robots are among the views\.$/],
])('robots: %s', async (robots, sentence) => {
  await aCheck(() => anAnalyticsBody({ report: 'access-log', robots, isComplete: false, incomplete: ['server-log'] }));
  expect(screen.getByText(sentence)).toBeInTheDocument();
  expect(screen.getByText(/a server’s log tells nothing of readers whom a cache answered/)).toBeInTheDocument();
});
