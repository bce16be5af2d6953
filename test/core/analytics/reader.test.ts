import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { isoDay, parseDay } from '../../../server/core/evidence/day';
import { looksLikeAnalytics } from '../../../server/core/analytics/head';
import { Refusal } from '../../../server/core/refusal';
import { ga4Explore, ga4Pages, readAnalyticsFile, type PathRow } from '../../support/analytics';
import { folderForAll } from '../../support/sheets';

const save = folderForAll();

const read = async (content: string | Uint8Array) => {
  const { paths, period, ...file } = await readAnalyticsFile(save(content));
  return { ...file, paths: Object.fromEntries(paths), period: period && `${isoDay(period.from)}–${isoDay(period.to)}` };
};

const PAGES: readonly PathRow[] = [
  ['/', 83171],
  ['/pricing', 120],
  ['/übersicht, neu', 7],
];
const SUM = 83171 + 120 + 7;
const AS_READ = {
  report: 'ga4-pages',
  tool: 'ga4',
  site: 'Example',
  period: '2025-01-01–2025-02-11',
  gap: null,
  isPeriodStated: true,
  hosts: [],
  elsewhere: [],
  incomplete: [],
  rows: 3,
  views: SUM,
  otherViews: 0,
  robots: 0,
  paths: { '/': 83171, '/pricing': 120, '/übersicht, neu': 7 },
};

test('a comment line of nothing but commas is read at once', async () => {
  const text = `# ${','.repeat(400_000)}x\n${ga4Pages(PAGES)}`;
  // Read again from each comma, it takes minutes.
  expect(await read(text)).toMatchObject({ rows: 3, views: SUM });
});

describe('Pages and screens', () => {
  const text = ga4Pages(PAGES);
  test.each<[string, string | Uint8Array]>([
    ['as it is downloaded', text],
    ['with a blank line before the header', ga4Pages(PAGES, { blankLine: true })],
    ['with a mark', `\uFEFF${text}`],
    ['in UTF-16LE with a mark', encode(text, 'utf-16le', { addBOM: true })],
    ['in UTF-16LE without', encode(text, 'utf-16le')],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with NULs in between', text.replace('/pricing', '/pri\0cing').replace('Views', 'Vi\0ews')],
    ['NUL at the end', `${text}\0`],
    ['with tabs', ga4Pages([PAGES[0] ?? ['', 0], PAGES[1] ?? ['', 0]]).replaceAll(',', '\t') + '/übersicht, neu\t7\t1'],
    ['with semicolons', ga4Pages(PAGES).replaceAll(',', ';').replace('"/übersicht; neu"', '/übersicht, neu')],
    ['with a line of totals', `${text}Total,${SUM},9,9,9,9,9\n`],
    ['with totals in another language', text.replace('/,83171', `Gesamtsumme,${SUM},1,1,1,1,1\n/,83171`)],
    ['with older headers', ga4Pages(PAGES, { header: 'Page path and screen class,Views,Users,Conversions' })],
    ['with German headers', ga4Pages(PAGES, { header: 'Seitenpfad und Bildschirmklasse,Aufrufe,Aktive Nutzer' })],
    [
      'with Japanese headers',
      ga4Pages(PAGES, { header: 'ページパスとスクリーン クラス,表示回数,アクティブ ユーザー' }),
    ],
    [
      'with German comments',
      text.replace('Start date', 'Startdatum').replace('End date', 'Enddatum').replace('All Users', 'Alle Nutzer'),
    ],
    ['saved again by a spreadsheet', text.replaceAll(/^(#.*)$/gm, '$1,,,,,,')],
    ['with (not set)', text.replace('/,83171', '(not set),0,1,1,1,1,1\n/,83171')],
    [
      'with its header twice',
      text.replace(
        '/pricing',
        'Page path and screen class,Views,Active users,Views per active user,Event count,Key events,Total revenue\n/pricing'
      ),
    ],
  ])('%s', async (_name, content) => {
    expect(await read(content)).toEqual(AS_READ);
  });

  test('German thousands, quoted English ones, narrow spaces', async () => {
    const rows = '/a,1.234\n/b,"1,234"\n/c,1\u202f234\n/d,999\n/e,1.234.567\n/f,12.0';
    const { paths } = await read(ga4Pages([], { header: `Page path,Views\n${rows}` }));
    expect(paths).toEqual({ '/a': 1234, '/b': 1234, '/c': 1234, '/d': 999, '/e': 1_234_567, '/f': 12 });
  });

  test('views of paths that are the same page are added up', async () => {
    const { paths } = await read(ga4Pages([['/a', 1], ['/a/', 2], ['/a?x=1', 4], ['//a', 8], ['/%61', 16], ['/A', 32]])); // prettier-ignore
    expect(paths).toEqual({ '/a': 31, '/A': 32 });
  });

  test.each<[string, string, object]>([
    ['(other) puts pages together', ga4Pages([['/a', 1], ['(other)', 5]]), { incomplete: ['other-row'], views: 1, otherViews: 5 }], // prettier-ignore
    ['(other) in other words', ga4Pages([['/a', 1], ['(andere)', 5]]), { incomplete: ['other-row'], otherViews: 5 }], // prettier-ignore
    ['(not set) does not', ga4Pages([['/a', 1], ['(not set)', 5]]), { incomplete: [], views: 1, otherViews: 5 }], // prettier-ignore
    ['a segment is a part', ga4Pages(PAGES, { segment: 'Mobile traffic' }), { incomplete: ['segment'] }],
    ['fewer rows than the total', `${ga4Pages(PAGES)}Total,99999,1,1,1,1,1\n`, { incomplete: ['below-total'], views: SUM }], // prettier-ignore
    ['a round number of rows', ga4Pages(manyRows(5000)), { incomplete: ['round-count'] }],
    ['one more', ga4Pages(manyRows(5001)), { incomplete: [] }],
  ])('%s', async (_name, content, said) => {
    expect(await read(content)).toMatchObject(said);
  });

  test('a path that begins like a comment, and one that is a placeholder in part', async () => {
    const { paths } = await read('path,views\n#top,1\n/(draft),2\n');
    expect(paths).toEqual({ '/': 1, '/(draft)': 2 });
  });

  test('sections: the same table again counts on, others are passed over', async () => {
    const others = '\nNth day,Views\n0000,5\n0001,7\n';
    const comments = '\n# All Users\n# Start date: 20250101\n# End date: 20250211\n';
    const more = 'Page path and screen class,Views\n/more,9\n';
    const { paths } = await read(`${ga4Pages(PAGES)}${others}${comments}${more}\n\n/last,1\n`);
    expect(paths).toEqual({ ...AS_READ.paths, '/more': 9, '/last': 1 });
  });
});

describe('explorations', () => {
  const text = ga4Explore([['20260826', '/', 68392], ['20260827', '/', 10], ['20260827', '/a', 5]], { period: '20260723-20260922' }); // prettier-ignore
  test('rows of days add up to the period; the long line of totals does not count', async () => {
    expect(await read(text)).toEqual({
      ...AS_READ,
      report: 'ga4-explore',
      period: '2026-07-23–2026-09-22',
      rows: 3,
      views: 68407,
      paths: { '/': 68402, '/a': 5 },
    });
  });

  test('saved again by a spreadsheet, its line of totals still does not count', async () => {
    const filled = text
      .replace(/^(Date,.*)$/m, '$1,')
      .replaceAll(/^(#.*)$/gm, '$1,,,,,,')
      .replace('\n\n', '\n,,,,,,\n');
    expect(await read(filled)).toMatchObject({ views: 68407, otherViews: 0, incomplete: [] });
    expect(await read(filled.replace(',Grand total', ','))).toMatchObject({ views: 68407, otherViews: 0 });
  });

  test('totals tell that rows are missing', async () => {
    const { incomplete, views } = await read(ga4Explore([['20260826', '/', 68392]], { total: 309558 }));
    expect([incomplete, views]).toEqual([['below-total'], 68392]);
  });

  test('without its comments the days of its rows are the period', async () => {
    const { period } = await read(text.slice(text.indexOf('Date,')));
    expect(period).toBe('2026-08-26–2026-08-27');
  });

  test('several segments are refused, one is a part', async () => {
    const rows = (...segments: readonly string[]) =>
      `# ---------\n# Site\n# Free form\n# 20260101-20260131\n# ---------\n\nSegment,Page path,Views\n${segments.map((one) => `${one},/a,1`).join('\n')}\n`;
    expect((await read(rows('Mobile', 'Mobile'))).incomplete).toEqual(['segment']);
    expect((await read(rows('All Users'))).incomplete).toEqual([]);
    await expect(read(rows('All Users', 'Mobile'))).rejects.toThrow(/compares parts of the visitors/);
  });
});

describe('plain CSV', () => {
  test.each<[string, string, object]>([
    ['path and views', 'path,views\n/a,1\n', { period: null, report: 'plain-csv' }],
    ['with its days', 'path;views;from;to\n/a;1;2025-01-01;2025-01-31\n/b;2;01.02.2025;28.02.2025\n', { period: '2025-01-01–2025-02-28' }], // prettier-ignore
    ['by day', 'Date,URL,Pageviews\n2025-01-01,https://x.de/a?b=1,1\n2025-01-02,www.x.de/a/,1\n', { period: '2025-01-01–2025-01-02', paths: { '/a': 2 } }], // prettier-ignore
    ['quoted', '"path","views"\n"/a, b","1,000"\n', { paths: { '/a, b': 1000 } }],
  ])('%s', async (_name, content, said) => {
    expect(await read(content)).toMatchObject(said);
  });
});

describe('whatever a file is called', () => {
  const csv = (header: string, ...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

  test.each<[string, string, object]>([
    ['US days', csv('date,path,views', '06/13/2026,/a,1', '06/12/2026,/a,1'), { period: '2026-06-12–2026-06-13' }],
    ['days first', csv('date,path,views', '13/06/2026,/a,1', '12/06/2026,/a,1'), { period: '2026-06-12–2026-06-13' }],
    ['a period in a comment', csv('# Period: 2026-06-01 – 2026-06-30\npath,views', '/a,1'), { period: '2026-06-01–2026-06-30', isPeriodStated: true }], // prettier-ignore
    ['a day in a comment is none', csv('# Exported 2026-06-05\npath,views', '/a,1'), { period: null, incomplete: [] }],
    [
      'large numbers as spreadsheets write them',
      csv('path,views', '/a,1.2E3', '/b,2'),
      { paths: { '/a': 1200, '/b': 2 } },
    ],
    ['words of programs', csv('page_path,screenPageViews', '/a,1'), { report: 'ga4-pages' }],
    ['Matomo, in German, with all others', csv('Seiten-URL,Seitenansichten,Eindeutige Seitenansichten', '/a/index,1,1', 'Andere,5,5'), { report: 'matomo', paths: { '/a': 1 }, incomplete: ['other-row'], otherViews: 5 }], // prettier-ignore
    ['robots and events are no views', csv('2Path,Event,Bot,Date', '/a,false,0,2026-07-09T01:00:00Z', '/a,true,0,2026-07-09T01:00:00Z', '/a,false,3,2026-07-11T01:00:00Z', '/b,false,0,2026-07-12T01:00:00Z'), { views: 2, period: '2026-07-09–2026-07-12' }], // prettier-ignore
    ['the file ends in a row', 'path,views,users\n/a,1,1\n/b', { incomplete: ['cut-row'], paths: { '/a': 1 } }],
    ['no page with few views', csv('path,views', ...Array.from({ length: 12 }, (_none, at) => `/p${at},${at + 40}`)), { incomplete: ['high-minimum'] }], // prettier-ignore
    ['a language of GA4 that nobody here knows', ga4Pages([['/', 9]], { header: 'Leið síðu,Skoðanir' }).replace('Page path and screen class', 'Leið síðu'), { report: 'ga4-pages', incomplete: ['assumed-columns'], views: 9 }], // prettier-ignore
    ['a section of one language has its front page', ga4Pages([['/en', 9], ['/en/a', 1]]), { incomplete: [] }], // prettier-ignore
  ])('%s', async (_name, content, said) => {
    expect(await read(content)).toMatchObject(said);
  });

  test('of several hosts the one with most views counts, or those that the importer says', async () => {
    const path = save(
      csv('hostname,page,pageviews', 'www.x.de,/a,9', 'x.de,/a,1', 'staging.x.de,/b,2', 'shop.x.de,/a,3')
    );
    const file = await readAnalyticsFile(path);
    expect(file.hosts).toEqual([
      { host: 'www.x.de', views: 9, isChosen: true },
      { host: 'shop.x.de', views: 3, isChosen: false },
      { host: 'staging.x.de', views: 2, isChosen: false },
      { host: 'x.de', views: 1, isChosen: true },
    ]);
    expect([Object.fromEntries(file.paths), file.elsewhere]).toEqual([{ '/a': 10 }, ['/b']]);
    const said = await readAnalyticsFile(path, { period: null, hosts: new Set(['shop.x.de']) });
    expect([Object.fromEntries(said.paths), said.elsewhere]).toEqual([{ '/a': 3 }, []]);
  });

  test('days without a row are asked for, and said', async () => {
    const path = save(csv('date,path,views', '2026-06-01,/a,1', '2026-06-04,/a,1'));
    const day = (text: string) => parseDay(text) ?? 0;
    expect(await readAnalyticsFile(path)).toMatchObject({
      period: null,
      gap: { missing: { from: day('2026-06-02'), to: day('2026-06-03') } },
    });
    const period = { from: day('2026-06-01'), to: day('2026-06-30') };
    expect((await readAnalyticsFile(path, { period, hosts: null })).period).toEqual(period);
    const late = { from: day('2026-06-02'), to: day('2026-06-30') };
    await expect(readAnalyticsFile(path, { period: late, hosts: null })).rejects.toThrow(
      /`from`: the file has rows of 2026-06-01 to 2026-06-04/
    );
  });
});

test.each<[string, string, RegExp]>([
  ['days that could be months', 'date,path,views\n06/05/2026,/a,1\n', /"06\/05\/2026": it is no day; write it as/],
  ['a row that ends early', 'path,views,users\n/a\n/b,1,1\n', /line 2, column "views": "": it is empty/],
  ['sessions by page', 'x,y\n/a,3\n', /Umami/],
  ['a word for a number', ga4Pages(PAGES).replace('120', 'many'), /line 12, column "Views": "many": it is no whole number of views/], // prettier-ignore
  ['a fraction', 'path,views\n/a,1.5\n', /line 2, column "views": "1\.5": it is no whole number/],
  ['a negative number', 'path,views\n/a,-1\n', /line 2, column "views": "-1": nobody views/],
  ['a huge number', 'path,views\n/a,1e400\n', /it is no whole number/],
  ['a larger number than there is', 'path,views\n/a,99999999999999999999\n', /no page has more than/],
  ['no number', 'path,views\n/a,\n', /it is empty/],
  ['more cells than columns', 'path,views\n/a,b,1\n', /line 2/],
  ['no day', 'path,views,from,to\n/a,1,2025-02-30,2025-03-01\n', /column "from": "2025-02-30": it is no day/],
  [
    'a period backwards',
    'path,views,from,to\n/a,1,2025-03-02,2025-03-01\n',
    /column "to": "2025-03-01": the period ends/,
  ],
  ['two periods', ga4Pages(PAGES) + ga4Pages(PAGES, { from: '20240101', to: '20240131' }), /compares several periods/],
  ['two segments', ga4Pages(PAGES) + ga4Pages(PAGES, { segment: 'Mobile' }), /compares parts of the visitors/],
  ['no rows', ga4Pages([]), /it has no row about a path/],
  ['another sheet', 'Document ID,Personas\na,b\n', /it is no analytics export that is known/],
  ['an inventory', 'Title,URL,Personas,Views\na,/a,b,3\n', /it is no analytics export that is known/],
  ['nothing but lines', 'x\n'.repeat(5000), /it is no analytics export that is known/],
])('refused: %s', async (_name, content, sentence) => {
  await expect(read(content)).rejects.toThrow(sentence);
  await expect(read(content)).rejects.toBeInstanceOf(Refusal);
});

test.each<[string, string, boolean]>([
  ['pages and screens', ga4Pages(PAGES), true],
  ['explorations', ga4Explore([['20260826', '/', 1]]), true],
  ['semicolons', '"Pfad";"Aufrufe"\n/a;1', true],
  ['a row that cannot be read', 'path\tviews\n/a\tmany', true],
  ['a sheet of tags', 'URL,Personas,Stages\n/a,b,c\n', false],
  ['an inventory', 'Title,URL,Personas,Views\n/a,b,c,1\n', false],
  ['an audit with views', 'Page path,Views,Persona,Stage\n/a,10,Finance,TOFU\n', false],
  ['an audit of actions', 'Address,Views,Action\nhttps://e.com/a,10,Keep\n', false],
  ['nothing', '', false],
])('the beginning of a file tells: %s', (_name, head, is) => {
  expect(looksLikeAnalytics(head)).toBe(is);
});

describe('properties', () => {
  const path = fc.oneof(
    fc.webPath().map((text) => `/${text}`),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `/x${text.replaceAll(/[\r\n]/g, '')}`)
  );
  const rows = fc.array(fc.tuple(path, fc.nat(1_000_000)), { minLength: 1, maxLength: 30 });
  const total = (some: readonly PathRow[]) => some.reduce((sum, [, views]) => sum + views, 0);

  test('totals are those of the rows, in whatever order and however split', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (some, cut) => {
        const whole = await read(ga4Pages(some));
        expect(whole.views).toBe(total(some));
        expect(Object.values(whole.paths).reduce((sum, views) => sum + views, 0)).toBe(whole.views);
        expect(await read(ga4Pages([...some].reverse()))).toEqual(whole);
        const at = 1 + (cut % some.length);
        const parts = [some.slice(0, at), some.slice(at)].filter((part) => part.length > 0);
        expect(await read(parts.map((part) => ga4Pages(part)).join('\n'))).toEqual(whole);
      }),
      { numRuns: 60 }
    );
  });

  test('whatever comes is read or refused with a sentence', async () => {
    const piece = fc.constantFrom('path', 'views', ',', ';', '\n', '\r\n', '#', '# ', '"', '/a', '1', '1.234', '(other)', 'Total', '\t', '20250101', '\0', 'Page path and screen class', ' '); // prettier-ignore
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((some) => some.join('')),
      fc.string()
    );
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        looksLikeAnalytics(content);
        await read(content).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
      }),
      { numRuns: 300 }
    );
  });
});

function manyRows(count: number): readonly PathRow[] {
  return Array.from({ length: count }, (_, at) => [at === 0 ? '/' : `/page-${at}`, 1] as const);
}
