import { isOrigin, sourceOf } from '../../../server/core/consumption/source';
import { dropOf } from '../../../server/core/consumption/visit';

const BROWSER = { 'user-agent': 'Mozilla/5.0' };
const isBot = (agent: string): boolean => agent.includes('bot');

test.each([
  ['a browser', BROWSER, null],
  ['a bot', { 'user-agent': 'some bot' }, 'bot'],
  ['nothing', {}, 'bot'],
  ['a prefetch', { ...BROWSER, 'sec-purpose': 'prefetch' }, 'prefetch'],
  ['a prerendered page', { ...BROWSER, 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  ['a preview of Safari', { ...BROWSER, 'x-purpose': 'preview' }, 'prefetch'],
  ['another purpose', { ...BROWSER, purpose: 'reading' }, null],
  ['who said no', { ...BROWSER, dnt: '1' }, 'do-not-track'],
  ['who said yes', { ...BROWSER, dnt: '0', 'sec-gpc': '0' }, null],
  ['a header twice', { ...BROWSER, 'sec-gpc': ['1'] }, 'do-not-track'],
])('%s', (_name, headers, reason) => {
  expect(dropOf(headers, isBot)).toBe(reason);
});

test.each([
  ['https://a.example', ['https://a.example'], 'tracker:a.example'],
  ['http://localhost:3000', ['http://localhost:3000', '*'], 'tracker:localhost:3000'],
  ['https://b.example', ['https://a.example'], null],
  ['https://a.example.evil.org', ['https://a.example'], null],
  ['', ['https://a.example'], null],
  ['null', ['https://a.example'], null],
  ['https://b.example', ['*'], 'tracker:any'],
  ['', ['*'], 'tracker:any'],
])('events of "%s" where %j may send', (origin, allowed, source) => {
  expect(sourceOf(origin, allowed)).toBe(source);
});

test.each([
  ['https://www.example.com', true],
  ['http://localhost:3000', true],
  ['https://www.example.com/', false],
  ['https://www.example.com/blog', false],
  ['www.example.com', false],
  ['https://Example.com', false],
  ['ftp://example.com', false],
  [`https://${'a'.repeat(60)}.example`, false],
])('%s as an origin: %s', (text, fits) => {
  expect(isOrigin(text)).toBe(fits);
});
