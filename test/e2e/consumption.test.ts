/** The demo's website and its script: what a visit does to an entry, and whose visits do nothing. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { baseUrl, launch, openPage } from './support/browser';
import { COVERAGE, openCoverage } from './support/coverage';
import { logIn, type Session } from './support/login';

let browser: Browser;
let session: Session;
const BEACON = '/api/content-strategy/consumption';
const PERSON = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

beforeAll(async () => {
  browser = await launch();
  session = await logIn(browser);
});
afterAll(() => browser.close());

interface Sent {
  readonly documentId?: string;
  readonly path?: string;
}

/** A reader of the website, and what the page's script has sent and the server has written so far. */
const reader = async (options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ baseURL: baseUrl(), userAgent: PERSON, ...options });
  const page = await context.newPage();
  const sent: Sent[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith(BEACON)) return;
    sent.push(JSON.parse(response.request().postData() ?? '{}') as Sent);
  });
  return { page, sent };
};

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const admin = () => openPage(browser, { session });

/** Titles of articles on the page of what was never viewed. */
const neverViewed = async (page: Page): Promise<readonly string[]> => {
  await page.goto(`${COVERAGE}/never-consumed?contentType=api::article.article&pageSize=100`);
  const table = page.locator('main table');
  await table.waitFor();
  return table.getByRole('link').allInnerTexts();
};

test('an entry that nobody viewed is no longer among those once somebody has read it on the website', async () => {
  const { page: staff, errors } = await admin();
  const before = await neverViewed(staff);
  const { page, sent } = await reader();
  await page.goto('/site');
  const titles = await page.getByRole('main').getByRole('link').allInnerTexts();
  const title = before.find((one) => titles.includes(one)) ?? '';
  await page.getByRole('link', { name: title, exact: true }).click();
  await until(() => sent.some(({ documentId }) => documentId !== undefined));

  await openCoverage(staff);
  await staff.getByRole('button', { name: 'Refresh' }).click();
  await until(async () => !(await neverViewed(staff)).includes(title));
  expect(errors).toEqual([]);
});

test('moving about without loading pages counts each page once', async () => {
  const { page, sent } = await reader();
  await page.goto('/site');
  await until(() => sent.length === 1);
  const links = page.getByRole('main').getByRole('link');
  const first = await links.nth(0).innerText();
  const second = await links.nth(1).innerText();
  await page.getByRole('link', { name: first, exact: true }).click();
  await until(() => sent.length === 2);
  await page.goBack();
  await until(() => sent.length === 3);
  await page.getByRole('link', { name: second, exact: true }).click();
  await until(() => sent.length === 4);
  expect(sent.map(({ path, documentId }) => path ?? typeof documentId)).toEqual(['/site', 'string', '/site', 'string']);
  expect(sent[1]?.documentId).not.toBe(sent[3]?.documentId);
});

test.each<[string, BrowserContextOptions]>([
  ['a bot', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['who asks not to be counted', { extraHTTPHeaders: { 'Sec-GPC': '1' } }],
])('%s is not counted, as who reads beside them is', async (_name, options) => {
  const { page: staff } = await admin();
  const before = await neverViewed(staff);
  const read = async (by: BrowserContextOptions, skip: readonly string[]): Promise<string> => {
    const { page, sent } = await reader(by);
    await page.goto('/site');
    const titles = await page.getByRole('main').getByRole('link').allInnerTexts();
    const title = before.find((one) => titles.includes(one) && !skip.includes(one)) ?? '';
    await page.getByRole('link', { name: title, exact: true }).click();
    await until(() => sent.some(({ documentId }) => documentId !== undefined));
    return title;
  };
  const uncounted = await read(options, []);
  const counted = await read({}, [uncounted]);
  await openCoverage(staff);
  await staff.getByRole('button', { name: 'Refresh' }).click();
  await until(async () => !(await neverViewed(staff)).includes(counted));
  expect(await neverViewed(staff)).toContain(uncounted);
});
