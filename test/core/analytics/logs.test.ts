import { gzipSync } from 'node:zlib';
import { isoDay } from '../../../server/core/evidence/day';
import { looksLikeAnalytics } from '../../../server/core/analytics/head';
import { Refusal } from '../../../server/core/refusal';
import { readAnalyticsFile } from '../../support/analytics';
import { folderForAll } from '../../support/sheets';

const save = folderForAll();

const read = async (...lines: readonly string[]) => {
  const { paths, period, hosts, ...file } = await readAnalyticsFile(save(lines.map((line) => `${line}\n`).join('')));
  const days = period && `${isoDay(period.from)}–${isoDay(period.to)}`;
  return { ...file, hosts: hosts.map(({ host }) => host), paths: Object.fromEntries(paths), period: days };
};

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const GOOGLE = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

interface Hit {
  readonly request?: string;
  readonly status?: number;
  readonly agent?: string | null;
  readonly at?: string;
  readonly before?: string;
}

const hit = ({
  request = 'GET /a HTTP/1.1',
  status = 200,
  agent = AGENT,
  at = '01/Jun/2026:10:00:00 +0000',
  before = '203.0.113.7 - -',
}: Hit = {}) =>
  // prettier-ignore
  `${before} [${at}] "${request}" ${status} 512${agent === null ? '' : ` "https://x.de/?q=\\"1\\"" "${agent}"`}`;

const A = hit();

describe('logs of nginx and Apache', () => {
  test.each<[string, readonly string[], object]>([
    ['views by path', [A, A, hit({ request: 'GET /b/?utm=1 HTTP/2.0' })], { paths: { '/a': 2, '/b': 1 }, views: 3, rows: 3, robots: 0, incomplete: ['server-log'] }], // prettier-ignore
    ['that the reader has it already', [A, hit({ status: 304 })], { views: 2 }],
    ['no other answer', [A, ...[201, 204, 206, 301, 302, 400, 404, 500].map((status) => hit({ status }))], { views: 1 }], // prettier-ignore
    ['no other request', [A, ...['POST', 'HEAD', 'OPTIONS', 'PUT'].map((method) => hit({ request: `${method} /a HTTP/1.1` }))], { views: 1 }], // prettier-ignore
    ['nothing that pages load', [A, ...['/x.css', '/_next/x.js', '/x.PNG?v=1', '/f.woff2', '/sitemap.xml', '/robots.txt'].map((path) => hit({ request: `GET ${path} HTTP/1.1` }))], { paths: { '/a': 1 } }], // prettier-ignore
    ['no robots', [A, hit({ agent: GOOGLE }), hit({ agent: 'curl/8.0' }), hit({ agent: '-' }), hit({ agent: '' })], { views: 1, robots: 4 }], // prettier-ignore
    ['the common format tells nothing of robots', [hit({ agent: null })], { views: 1, robots: null }],
    ['days in UTC', [hit({ at: '01/Jun/2026:01:00:00 +0200' }), hit({ at: '01/Jun/2026:23:30:00 -0100' })], { period: '2026-05-31–2026-06-02' }], // prettier-ignore
    ['a day without a line is one without a view', [A, hit({ at: '09/Jun/2026:10:00:00 +0000' })], { period: '2026-06-01–2026-06-09', gap: null }], // prettier-ignore
    ['hosts before each line', [hit({ before: 'www.x.de:443 203.0.113.7 - -' }), hit({ before: 'shop.x.de 203.0.113.7 - ada' })], { hosts: ['www.x.de', 'shop.x.de'] }], // prettier-ignore
    ['attacks', [A, hit({ request: '\\x16\\x03\\x01\\x00', status: 400 }), hit({ request: '-', status: 408 }), hit({ request: '' })], { views: 1, incomplete: ['server-log'] }], // prettier-ignore
    ['whole addresses', [hit({ request: 'GET https://x.de/a HTTP/1.1' })], { paths: { '/a': 1 } }],
    ['escapes', [hit({ request: 'GET /%C3%BCber HTTP/1.1' })], { paths: { '/über': 1 } }],
    ['lines that are cut', [A.slice(70), A, A.slice(0, 50)], { views: 1, incomplete: ['unread-rows', 'server-log'] }],
    ['quotes and commas', [hit({ request: 'GET /a,"b HTTP/1.1' }), hit({ request: 'GET /a;\\"b HTTP/1.1' }), A], { views: 2 }], // prettier-ignore
  ])('%s', async (_name, lines, said) => {
    const { incomplete, ...file } = await read(...lines);
    expect({ ...file, incomplete: [...incomplete].sort().reverse() }).toMatchObject(said);
  });

  test('compressed, and with CRLF', async () => {
    const { views } = await readAnalyticsFile(save(gzipSync(`${A}\r\n${A}\r\n`)));
    expect(views).toBe(2);
  });
});

describe("Cloudflare's Logpush", () => {
  const push = (changes: object = {}) =>
    JSON.stringify({
      ClientRequestHost: 'www.x.de',
      ClientRequestMethod: 'GET',
      ClientRequestURI: '/a?utm=1',
      ClientRequestUserAgent: AGENT,
      EdgeResponseStatus: 200,
      EdgeStartTimestamp: '2026-06-01T10:00:00Z',
      ...changes,
    });

  test.each<[string, readonly string[], object]>([
    ['views by path', [push(), push({ ClientRequestURI: '/b' })], { report: 'cloudflare', paths: { '/a': 1, '/b': 1 }, hosts: ['www.x.de'], period: '2026-06-01–2026-06-01', incomplete: ['server-log'] }], // prettier-ignore
    ['seconds', [push({ EdgeStartTimestamp: 1780308000 })], { period: '2026-06-01–2026-06-01' }],
    ['milliseconds', [push({ EdgeStartTimestamp: 1780308000000 })], { period: '2026-06-01–2026-06-01' }],
    ['nanoseconds', [push({ EdgeStartTimestamp: 1780308000000000000 })], { period: '2026-06-01–2026-06-01' }],
    ['the same as of a log', [push(), push({ ClientRequestMethod: 'POST' }), push({ EdgeResponseStatus: 404 }), push({ ClientRequestURI: '/x.js' }), push({ ClientRequestUserAgent: GOOGLE })], { views: 1, robots: 1 }], // prettier-ignore
    ['without agents', [push({ ClientRequestUserAgent: undefined })], { views: 1, robots: null }],
    ['a line that is cut', [push(), push().slice(0, 90)], { views: 1, incomplete: ['server-log', 'unread-rows'] }],
  ])('%s', async (_name, lines, said) => {
    const { incomplete, ...file } = await read(...lines);
    expect({ ...file, incomplete: [...incomplete].sort() }).toMatchObject(said);
  });
});

test.each<[string, readonly string[], RegExp]>([
  ['robots alone', [hit({ agent: GOOGLE }), hit({ status: 404 })], /it is the log of a web server, and no reader's view of a page is in it: 1 requests are of robots/], // prettier-ignore
  ['an endless line', [A, 'x'.repeat(1_200_000)], /line 2 is longer than 1 MB/],
  ['an error log', ['2026/06/01 10:00:00 [error] 7#7: "GET / HTTP/1.1" failed'], /log of a web server in a format that is not known/], // prettier-ignore
  ['Logpush without the time', ['{"ClientRequestURI":"/a","EdgeResponseStatus":200}'], /Logpush with ClientRequestURI, EdgeResponseStatus and EdgeStartTimestamp/], // prettier-ignore
])('refused: %s', async (_name, lines, sentence) => {
  const refused = read(...lines);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toBeInstanceOf(Refusal);
});

test('the beginning of a log tells what it is', () => {
  expect(looksLikeAnalytics(`${A.slice(50)}\n${A}\n`)).toBe(true);
  expect(looksLikeAnalytics('{"zip":')).toBe(false);
});
