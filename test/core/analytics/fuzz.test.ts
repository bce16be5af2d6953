/** Whatever is sent is read, or refused with a sentence: it neither crashes nor hangs. `FUZZ_RUNS=20000` tries more. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Refusal } from '../../../server/core/refusal';
import { readFile } from '../../../server/services/analytics/file';
import type { StoredBytes } from '../../../server/services/import/bytes';
import { ga4Explore, ga4Pages } from '../../support/analytics';
import { umamiJson, zipOf } from '../../support/zip';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

const bytesOf = (whole: Buffer): StoredBytes =>
  async function* (atOnce, _signal, from = 0) {
    for (let at = from; at < whole.length; at += atOnce) yield whole.subarray(at, at + atOnce);
  };

const said = { period: null, hosts: null };
const isAnswered = (content: Uint8Array): Promise<void> =>
  readFile({ bytes: bytesOf(Buffer.from(content)), name: null }, said).then(
    () => undefined,
    (error: unknown) => expect(error).toBeInstanceOf(Refusal)
  );

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const PAGES = ga4Pages([['/', 9], ['/a, b', 1], ['/c', 2]]); // prettier-ignore
const LOG = `x.de 203.0.113.7 - - [01/Jun/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "${AGENT}"\n`.repeat(3);
const PUSHED = `${JSON.stringify({ ClientRequestURI: '/a', EdgeResponseStatus: 200, EdgeStartTimestamp: 1780308000, ClientRequestUserAgent: AGENT })}\n`.repeat(3); // prettier-ignore
const ZIP = zipOf(
  [
    { name: 'a/pages.csv', content: PAGES },
    { name: 'b.csv', content: 'name,visitors\nx,1\n' },
  ],
  'comment'
);

const SAMPLES: readonly (readonly [string, string | Buffer])[] = [
  ["GA4's pages", PAGES],
  ['an exploration', ga4Explore([['20260826', '/', 3], ['20260827', '/a', 5]])], // prettier-ignore
  ['Universal Analytics', '# x\nPage,Pageviews,Unique Pageviews,% Exit,Page Value\n/a,3,2,1%,$0\n,3,2,1%,$0\n\nDay Index,Pageviews\n1/1/20,3\n'], // prettier-ignore
  ['Matomo', 'label,nb_visits,nb_hits,url\n/index,9,9,https://x.de/\nOthers,1,2,\n'],
  ['Plausible', 'date,hostname,page,visits,visitors,pageviews\n2026-06-01,x.de,/,1,1,10\n'],
  ['Umami', 'url_path,hostname,event_name,created_at\n/a,x.de,,2026-06-01 10:00:00\n'],
  ['GoatCounter', '2Path,Event,Bot,Date\n/a,false,0,2026-07-09T01:00:00Z\n'],
  ['Simple Analytics', 'added_iso,hostname,path,is_robot\n2026-03-04T10:00:00Z,x.de,/a,false\n'],
  ['an access log', LOG],
  ["Cloudflare's Logpush", PUSHED],
  ['a plain CSV', 'date;path;views;host\n13/06/2026;/a;1.234;x.de\n'],
  ['UTF-16', Buffer.from(`\uFEFF${PAGES}`, 'utf16le')],
  ['a .gz', gzipSync(LOG)],
  ['a ZIP', ZIP],
  ['a stored ZIP', zipOf([{ name: 'a.csv', content: PAGES, isStored: true }])],
  ['a ZIP in JSON', umamiJson(ZIP)],
];

/** A sample with some bytes changed, taken out, put in, repeated or cut off. */
const mutated = (sample: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('set', 'insert', 'remove', 'repeat', 'cut'),
        at: fc.nat(sample.length),
        bytes: fc.oneof(
          fc.uint8Array({ minLength: 1, maxLength: 4 }),
          fc.constantFrom('"', ',', '\n', '\r', '\0', '#', '\\', '{', '"]', '\xff\xff\xff\xff', '/').map((text) => Buffer.from(text, 'latin1')) // prettier-ignore
        ),
      }),
      { minLength: 1, maxLength: 6 }
    )
    .map((changes) =>
      changes.reduce((now, { kind, at, bytes }) => {
        const [before, after] = [now.subarray(0, at), now.subarray(at)];
        switch (kind) {
          case 'set':
            return Buffer.concat([before, bytes, after.subarray(bytes.length)]);
          case 'insert':
            return Buffer.concat([before, bytes, after]);
          case 'remove':
            return Buffer.concat([before, after.subarray(bytes.length)]);
          case 'repeat':
            return Buffer.concat([before, after, after]);
          default:
            return Buffer.from(before);
        }
      }, sample)
    );

test.each(SAMPLES)('%s, broken in any way', async (_name, sample) => {
  await isAnswered(Buffer.from(sample as string));
  await fc.assert(fc.asyncProperty(mutated(Buffer.from(sample as string)), isAnswered), { numRuns: RUNS });
});

test.each(['', 'PK\u0003\u0004', '\u001f\u008b\u0008\u0000', '{"zip":"', '{', '\u00ff\u00fe'])(
  'any bytes after %j',
  async (start) => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.concat([Buffer.from(start, 'latin1'), some]));
    await fc.assert(fc.asyncProperty(bytes, isAnswered), { numRuns: RUNS });
  }
);

test('an archive cut at each of its bytes', async () => {
  for (const whole of [ZIP, gzipSync(LOG), Buffer.from(umamiJson(ZIP))])
    for (let length = 0; length < whole.length; length += 1) await isAnswered(whole.subarray(0, length));
});
