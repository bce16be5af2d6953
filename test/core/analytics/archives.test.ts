import { gzipSync } from 'node:zlib';
import { isoDay } from '../../../server/core/evidence/day';
import { Refusal } from '../../../server/core/refusal';
import { ga4Pages, readAnalyticsFile } from '../../support/analytics';
import { folderForAll } from '../../support/sheets';
import { umamiJson, zipOf } from '../../support/zip';

const save = folderForAll();

const read = async (content: string | Uint8Array, name?: string) => {
  const { paths, period, ...file } = await readAnalyticsFile(save(content), undefined, name);
  return { ...file, paths: Object.fromEntries(paths), period: period && `${isoDay(period.from)}–${isoDay(period.to)}` };
};

const CSV = 'path,views\n/a,1\n/b,2\n';
const PLAUSIBLE = [
  { name: 'browsers.csv', content: 'name,visitors\nChrome,9\n' },
  { name: 'entry_pages.csv', content: 'name,visitors,total_entrances,bounce_rate\n/,9,9,1\n' },
  { name: 'pages.csv', content: 'name,visitors,pageviews,bounce_rate,time_on_page\n/,10,20,50,30\n/a,2,4,50,30\n' },
  { name: 'visitors.csv', content: 'date,visitors,pageviews,visits\n2026-06-01,9,24,9\n' },
];
const IMPORTED = 'date,hostname,page,visits,visitors,pageviews\n2026-06-01,x.de,/,1,1,10\n2026-06-02,x.de,/a,1,1,6\n';
const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const log = (day: string, path: string) =>
  `203.0.113.7 - - [${day}/Jun/2026:10:00:00 +0000] "GET ${path} HTTP/1.1" 200 512 "-" "${agent}"\n`;

test.each<[string, string | Uint8Array, object]>([
  ['a CSV, compressed', gzipSync(CSV), { report: 'plain-csv', paths: { '/a': 1, '/b': 2 } }],
  ['in two members', Buffer.concat([gzipSync('path,views\n/a,1\n'), gzipSync('/b,2\n')]), { paths: { '/a': 1, '/b': 2 } }], // prettier-ignore
  ['UTF-16, compressed', gzipSync(Buffer.from(`\uFEFF${ga4Pages([['/ü', 3]])}`, 'utf16le')), { paths: { '/ü': 3 } }],
  ['a ZIP of one CSV', zipOf([{ name: 'export/a.csv', content: CSV }]), { paths: { '/a': 1, '/b': 2 } }],
  ['stored', zipOf([{ name: 'a.csv', content: CSV, isStored: true }]), { views: 3 }],
  ['with a comment', zipOf([{ name: 'a.csv', content: CSV }], 'made by hand'), { views: 3 }],
  ["with what macOS adds, and a picture", zipOf([{ name: '__MACOSX/._a.csv', content: 'x' }, { name: 'logo.png', content: 'x' }, { name: 'a.csv', content: CSV }]), { views: 3 }], // prettier-ignore
  ["Plausible's", zipOf(PLAUSIBLE), { report: 'plausible', paths: { '/': 20, '/a': 4 }, period: null }],
  ["Plausible's full export", zipOf([{ name: 'imported_pages_20260601_20260602.csv', content: IMPORTED }, { name: 'imported_visitors_20260601_20260602.csv', content: 'date,visitors,pageviews\n2026-06-01,1,10\n' }]), { report: 'plausible', views: 16, period: '2026-06-01–2026-06-02' }], // prettier-ignore
  ['logs of two days', zipOf([{ name: 'access.log.1', content: log('01', '/a') }, { name: 'access.log', content: log('02', '/a') }]), { report: 'access-log', paths: { '/a': 2 }, period: '2026-06-01–2026-06-02' }], // prettier-ignore
  ["Umami's table of events, in its JSON", umamiJson(zipOf([{ name: 'website_event.csv', content: 'session_id,hostname,url_path,event_type,event_name,created_at\ns,x.de,/a,1,,2026-06-01 10:00:00\ns,x.de,/a,2,click,2026-06-01 10:00:01\n' }])), { report: 'umami', paths: { '/a': 1 } }], // prettier-ignore
  ["Umami's expanded metrics, in its JSON", umamiJson(zipOf([{ name: 'pages.csv', content: 'name,pageviews,visitors,visits,bounces,totaltime\n/a,9,1,1,1,1\n' }])), { paths: { '/a': 9 } }], // prettier-ignore
])('%s', async (_name, content, said) => {
  expect(await read(content)).toMatchObject(said);
});

test("Plausible's days stand in its archive's name", async () => {
  const name = 'Plausible export example.com 2026-06-01  to 2026-06-30 .zip';
  expect(await read(zipOf(PLAUSIBLE), name)).toMatchObject({ period: '2026-06-01–2026-06-30', isPeriodStated: true });
});

test('a large file in an archive is read in pieces', async () => {
  const rows = Array.from({ length: 200_000 }, (_none, at) => `/${(at * 7919) % 1000}/${at % 7},${at % 9}`);
  const content = `path,views\n${rows.join('\n')}\n`;
  const sum = rows.reduce((all, _row, at) => all + (at % 9), 0);
  for (const packed of [
    gzipSync(content),
    zipOf([{ name: 'a.csv', content }]),
    umamiJson(zipOf([{ name: 'a.csv', content }])),
  ]) {
    // prettier-ignore
    expect((await read(packed)).views).toBe(sum);
  }
});

const CLICKS = 'Pages les plus populaires,Clics,Impressions,CTR,Position\nhttps://x.de/,9,9,"3,5%","2,4"\n';
const BOMB = Buffer.alloc(32 * 1024 * 1024, 'a');

test.each<[string, string | Uint8Array, RegExp]>([
  ["Search Console's", zipOf([{ name: 'Filtres.csv', content: 'Filtre,Valeur\nType,Web\n' }, { name: 'Pages.csv', content: CLICKS }]), /counts clicks in a search engine, which are no page views/], // prettier-ignore
  ["Umami's sessions, in its JSON", umamiJson(zipOf([{ name: 'browsers.csv', content: 'x,y\nchrome,9\n' }, { name: 'pages.csv', content: 'x,y\n/a,9\n' }])), /counts sessions by page, as Umami's export does/], // prettier-ignore
  ['two files of views', zipOf([{ name: 'a.csv', content: CSV }, { name: 'b.csv', content: CSV }]), /several files of page views \("a\.csv", "b\.csv"\): send one/], // prettier-ignore
  ['a workbook', zipOf([{ name: '[Content_Types].xml', content: '<x/>' }, { name: 'xl/a.txt', content: 'a' }]), /workbook: save the sheet as CSV/], // prettier-ignore
  ['nothing', zipOf([]), /holds no CSV, JSON or log/],
  ['pictures', zipOf([{ name: 'a.png', content: 'x' }]), /holds no CSV, JSON or log/],
  ['an archive in it', zipOf([{ name: 'a.csv', content: CSV }, { name: 'more.zip', content: zipOf([]) }]), /"more\.zip", which is an archive again/], // prettier-ignore
  ['an archive, compressed', gzipSync(zipOf([{ name: 'a.csv', content: CSV }])), /an archive in an archive/],
  ['compressed twice', gzipSync(gzipSync(CSV)), /an archive in an archive/],
  ['an archive called CSV', zipOf([{ name: 'a.csv', content: gzipSync(CSV) }]), /it is compressed: unpack it first/],
  ['encrypted', zipOf([{ name: 'a.csv', content: CSV, flags: 1 }]), /"a\.csv", which is encrypted: pack it without a password/], // prettier-ignore
  ['strongly encrypted', zipOf([{ name: 'a.csv', content: CSV, flags: 0x41 }]), /damaged or not whole \(strong encryption/], // prettier-ignore
  ['another compression', zipOf([{ name: 'a.csv', content: CSV, method: 12 }]), /compressed in an unusual way/],
  ['a name that leads out', zipOf([{ name: '../../etc/cron.d/a.csv', content: CSV }]), /which would lie outside of it/],
  ['one that leads out by backslashes', zipOf([{ name: '..\\a.csv', content: CSV }]), /which would lie outside of it/],
  ['a name from the root', zipOf([{ name: '/etc/a.csv', content: CSV }]), /which would lie outside of it/],
  ['a bomb', zipOf([{ name: 'a.csv', content: BOMB }]), /unpacks to more than 300 times its size/],
  ['a bomb that says it is small', zipOf([{ name: 'a.csv', content: BOMB, size: 1000 }]), /it holds more than its directory says/], // prettier-ignore
  ['a compressed bomb', gzipSync(BOMB), /unpacks to more than 300 times its size/],
  ['more than there is', zipOf([{ name: 'a.csv', content: CSV, size: 3 * 1024 ** 3 }]), /unpacks to more than 2 GB/],
  ['many names of one content', zipOf([{ name: 'a.csv', content: CSV }, ...Array.from({ length: 50 }, (_none, at) => ({ name: `${at}.csv`, content: CSV, sameAs: 0 }))]), /its files overlap/], // prettier-ignore
  ['too many files', zipOf(Array.from({ length: 1001 }, (_none, at) => ({ name: `${at}.csv`, content: '' }))), /holds more than 1000 files/], // prettier-ignore
  [
    'content that has changed',
    zipOf([{ name: 'a.csv', content: CSV, crc: 1 }]),
    /what it holds is not what was packed/,
  ],
  ['less than it says', zipOf([{ name: 'a.csv', content: CSV, size: 100 }]), /what it holds is not what was packed/],
  ['the first half of a ZIP', zipOf([{ name: 'a.csv', content: CSV }]).subarray(0, 60), /damaged or not whole/],
  ['the first half of a .gz', gzipSync(CSV.repeat(100)).subarray(0, 40), /damaged or not whole \(unexpected end of file\)/], // prettier-ignore
  [
    'JSON that is cut',
    umamiJson(zipOf([{ name: 'a.csv', content: CSV }])).slice(0, 80),
    /archive in this JSON is damaged/,
  ],
  ['JSON that holds something else', '{"zip":"no base64"}', /archive in this JSON is damaged/],
  ['other JSON', '{"pages":[{"path":"/a","views":1}]}', /it is JSON that is not known here/],
])('refused: %s', async (_name, content, sentence) => {
  const refused = read(content);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toBeInstanceOf(Refusal);
});
