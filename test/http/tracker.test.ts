import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { hasChromium, launch } from '../e2e/support/browser';
import { BROWSER, dropsIn, forgetCounts, viewsIn, withBeacon } from '../support/beacon';
import { as, createHost, type Host } from '../support/host';
import { aGuide, anArticle, ARTICLE, GUIDE, withSetting } from '../support/library';
import { openSite, type Site } from '../support/site';

/**
 * The tracker in a real browser, on a site of another origin than the host, under a strict Content-Security-Policy. Once:
 * browsers do not know which database there is, and what it counts is tested on each.
 */
const inBrowser = hasChromium() ? test : test.skip;
let site: Site;
let host: Host;
let browser: Browser;
let cms: string;
let article: string;
let guide: string;
let other: string;

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}<script defer src="${cms}/api/content-strategy/page.js"></script></head><body>${body}</body></html>`;

beforeAll(async () => {
  site = await openSite(() => `default-src 'none'; script-src ${cms} ${site.origin}; connect-src ${cms}`);
  host = await createHost({ config: withBeacon({ origins: [site.origin] }) });
  const { httpServer } = host.strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  cms = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  await withSetting(host, GUIDE, { audited: true, urlPattern: '/guides/{slug}' });
  article = await anArticle(host, { title: 'Growing' });
  guide = await aGuide(host, 'Start');
  other = await aGuide(host, 'Other');
  await host.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'p.pdf',
      hash: 'p_1',
      ext: '.pdf',
      mime: 'a/b',
      url: '/uploads/p_1.pdf',
      size: 1,
      provider: 'local',
      documentId: 'p1',
    },
  });
  const named = `<main data-content-strategy="${ARTICLE}/${article}/en">Text</main>`;
  site.pages.set('/article', page(named));
  const meta = `<meta name="content-strategy" content="${ARTICLE}/${article}">`;
  site.pages.set('/meta', page('', meta).replace('page.js', 'page.js?v=2'));
  site.pages.set('/guides/start', page('<a href="/guides/other">Next</a>'));
  site.pages.set('/guides/other', page('<a href="/guides/start">Back</a>'));
  site.pages.set('/nameless', page(''));
  site.pages.set('/links', page(`${named}<a id="file" href="/uploads/p_1.pdf">PDF</a><a id="page" href="#x">Page</a>`));
  if (hasChromium()) browser = await launch();
});
afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  await host.destroy();
  await site.close();
});
beforeEach(() => forgetCounts(host));

const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: site.origin, userAgent: BROWSER, ...options });
  return context.newPage();
};

/** What is counted once the browser has sent all that it wanted to. */
const settled = async (): Promise<Readonly<Record<string, number>>> => {
  await wait(1_500);
  return viewsIn(host);
};

inBrowser.each([
  ['a page that names its entry', '/article', () => `${article} en`],
  ['a page that names it in a meta element', '/meta', () => `${article} en`],
  ['a page without attributes, by its path', '/guides/start?utm_source=x', () => guide],
])('%s is counted once', async (_name, path, key) => {
  const visit = await open();
  const errors: string[] = [];
  visit.on('console', (message) => errors.push(message.text()));
  await visit.goto(path);
  expect(await settled()).toEqual({ [key()]: 1 });
  expect(errors.filter((text) => /policy|CORS/i.test(text))).toEqual([]);
  expect(await visit.context().cookies()).toEqual([]);
});

inBrowser('a page that leads nowhere is dropped, and so is who asked not to be counted', async () => {
  await (await open()).goto('/nameless');
  await (await open({ extraHTTPHeaders: { 'Sec-GPC': '1' } })).goto('/article');
  await (await open({ userAgent: 'Googlebot/2.1' })).goto('/article');
  expect(await settled()).toEqual({});
  expect(Object.keys(await dropsIn(host)).map((key) => key.split(' ')[0])).toEqual(
    expect.arrayContaining(['unknown-path', 'do-not-track', 'bot'])
  );
});

/** As frameworks do it: the address first, then the page. */
const navigate = (visit: Page, path: string, name: string | null, delay = 100): Promise<void> =>
  visit.evaluate(
    ([to, value, milliseconds]) => {
      history.pushState({}, '', to);
      setTimeout(() => {
        const main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
        if (value === null) main.removeAttribute('data-content-strategy');
        else main.setAttribute('data-content-strategy', value);
      }, milliseconds);
    },
    [path, name, delay] as const
  );

inBrowser('single-page navigation counts each page once, also back and forth', async () => {
  const visit = await open();
  await visit.goto('/article');
  expect(await settled()).toEqual({ [`${article} en`]: 1 });
  await navigate(visit, '/guides/start', `${GUIDE}/${guide}`);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 1 });
  await visit.evaluate(() => history.replaceState({ scroll: 1 }, '', '/guides/start?page=2#part'));
  await navigate(visit, '/guides/other', null);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 1, [other]: 1 });
  await visit.goBack();
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 2, [other]: 1 });
});

inBrowser('a page that draws itself too late is counted by its path, not as the one before', async () => {
  const visit = await open();
  await visit.goto('/article');
  await settled();
  await navigate(visit, '/guides/start', `${GUIDE}/${guide}`, 3_000);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 1 });
});

inBrowser('a site that draws a page before it changes the address is counted by names', async () => {
  const visit = await open();
  await visit.goto('/nameless');
  await settled();
  for (const name of [`${GUIDE}/${guide}`, null, `${GUIDE}/${other}`]) {
    await visit.evaluate(async (value) => {
      document.body.innerHTML = value === null ? '' : `<main data-content-strategy="${value}"></main>`;
      await Promise.resolve();
      history.pushState({}, '', `/nameless/${value ?? ''}`);
    }, name);
    await settled();
  }
  expect(await settled()).toEqual({ [guide]: 1, [other]: 1 });
});

inBrowser('nor is the next one taken for the page that came too late', async () => {
  const visit = await open();
  await visit.goto('/article');
  await settled();
  await navigate(visit, '/guides/start', `${GUIDE}/${guide}`, 1_000);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 1 });
  await navigate(visit, '/guides/other', `${GUIDE}/${other}`, 1_000);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [guide]: 1, [other]: 1 });
});

inBrowser(
  'nor for one that was passed through, and one that is drawn names itself though its address is touched',
  async () => {
    const visit = await open();
    await visit.goto('/article');
    await settled();
    await navigate(visit, '/guides/start', `${GUIDE}/${guide}`, 0);
    await wait(300);
    await navigate(visit, '/guides/other', `${GUIDE}/${other}`, 1_000);
    expect(await settled()).toEqual({ [`${article} en`]: 1, [other]: 1 });
    await navigate(visit, '/nameless', `${GUIDE}/${guide}`, 0);
    await wait(150);
    await visit.evaluate(() => history.replaceState({ scroll: 2 }, '', '/nameless'));
    expect(await settled()).toEqual({ [`${article} en`]: 1, [other]: 1, [guide]: 1 });
  }
);

inBrowser('a page passed through in no time was not read', async () => {
  const visit = await open();
  await visit.goto('/article');
  await settled();
  await navigate(visit, '/guides/start', `${GUIDE}/${guide}`, 0);
  await wait(150);
  await navigate(visit, '/guides/other', `${GUIDE}/${other}`, 0);
  expect(await settled()).toEqual({ [`${article} en`]: 1, [other]: 1 });
});

inBrowser('hidden, a page waits until it is looked at', async () => {
  const visit = await open();
  await visit.addInitScript(() => {
    const state = { hidden: true };
    Object.defineProperty(document, 'hidden', { get: () => state.hidden });
    Object.assign(window, {
      show: () => {
        state.hidden = false;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  await visit.goto('/article');
  expect(await settled()).toEqual({});
  await visit.evaluate('show()');
  await visit.evaluate('show()');
  expect(await settled()).toEqual({ [`${article} en`]: 1 });
});

inBrowser('a page that comes back from the cache is another view', async () => {
  const visit = await open();
  await visit.goto('/guides/start');
  await settled();
  await visit.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  expect(await settled()).toEqual({ [guide]: 2 });
});

inBrowser('a prerendered page is counted when it is looked at', async () => {
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: ['/guides/other'], eagerness: 'immediate' }] });
  const visit = await open({ bypassCSP: true });
  await visit.goto('/guides/start');
  await visit.evaluate((text) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = text;
    document.head.append(script);
  }, rules);
  expect(await settled()).toEqual({ [guide]: 1 });
  await visit.click('a');
  expect(await settled()).toEqual({ [guide]: 1, [other]: 1 });
});

inBrowser('downloads count by the links to them, other links do not', async () => {
  const visit = await open();
  await visit.goto('/links');
  await visit.click('#page');
  await visit.click('#file', { button: 'right' });
  await visit.click('#file', { modifiers: ['Control'] });
  await visit.click('#file');
  expect(await settled()).toEqual({ [`${article} en`]: 1, p1: 2 });
});

test('the script is cacheable and the same for everybody', async () => {
  const first = await as(host).get('/api/content-strategy/page.js');
  expect([first.status, first.headers['content-type'], first.headers['cache-control']]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'public, max-age=3600',
  ]);
  expect(first.text).toContain('"consumption"');
  const again = await as(host)
    .get('/api/content-strategy/page.js')
    .set('If-None-Match', first.headers['etag'] ?? '');
  expect(again.status).toBe(304);
  // Sites add something to have a new copy fetched: `v`, a timestamp, what their tag manager likes.
  for (const query of ['v=2', 'v=2&v=3', '1764500000', 'utm[source]=cms&a.b=', 'dryRun=perhaps']) {
    const busted = await as(host).get(`/api/content-strategy/page.js?${query}`);
    expect([query, busted.status, busted.text]).toEqual([query, 200, first.text]);
    expect(busted.headers).toMatchObject({ etag: first.headers['etag'], 'cache-control': 'public, max-age=3600' });
  }
});
