/** An untagged library: from first opening to a heatmap in a handful of clicks, and back by undo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startDemo } from '../../scripts/demo-process';
import { seriousFindings } from './support/accessibility';
import { launch, openPage, screenshot, type View } from './support/browser';
import { COVERAGE, heatmap } from './support/coverage';
import { logIn, type Session } from './support/login';

let browser: Browser;
let demo: { readonly url: string; readonly stop: () => Promise<void> };
let session: Session;
const folder = mkdtempSync(join(tmpdir(), 'content-strategy-first-run-'));
const SETUP = `${COVERAGE}/setup`;

beforeAll(async () => {
  browser = await launch();
  // `E2E_UNTAGGED_URL` takes an untagged demo that already runs.
  const running = process.env.E2E_UNTAGGED_URL;
  demo = running ? { url: running, stop: async () => undefined } : await startDemo(folder, '--untagged');
  session = await logIn(browser, undefined, demo.url);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (view: View = {}) => openPage(browser, { ...view, session, url: demo.url });
const next = (page: Page) => page.getByRole('button', { name: 'Next' });
const wouldBePlaced = async (page: Page): Promise<number> => {
  const line = page.getByText(/entries would be placed; nothing is saved yet\./);
  await line.waitFor();
  return Number((await line.innerText()).split(' ')[0]?.replaceAll(',', ''));
};
const headline = async (page: Page): Promise<string> =>
  page
    .getByText(/placed in a journey/)
    .first()
    .innerText();

test.each([
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 768 },
  { theme: 'dark', width: 768 },
] as const)('each step at $width px, $theme: accessible, nothing beside the screen', async (view) => {
  const { page, errors } = await open(view);
  for (const step of ['types', 'personas', 'placing', 'preview']) {
    await page.goto(`${SETUP}?step=${step}`);
    await page.getByRole('heading', { level: 2 }).waitFor();
    await page.waitForLoadState('networkidle');
    await screenshot(page, `setup-${step}-${view.theme}-${view.width}`);
    expect(await seriousFindings(page.locator('main'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0
    );
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test('from first opening to a heatmap in six clicks at most, then undo', async () => {
  const { page, errors } = await open();
  let clicks = 0;
  const click = async (name: string, role: 'button' | 'link' = 'button') => {
    await page.getByRole(role, { name, exact: true }).click();
    clicks += 1;
  };
  await page.goto(COVERAGE);
  await page.getByRole('heading', { name: 'Place your content' }).waitFor();
  expect(await headline(page)).toMatch(/^0 of /);
  await screenshot(page, 'first-run-glance');

  await click('Place your content', 'link');
  await page.getByRole('checkbox', { name: /^Article/ }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Author/ }).isChecked()).toBe(false);
  await click('Next');
  await page.getByRole('textbox', { name: 'Add a persona' }).waitFor();
  await click('Next');
  await wouldBePlaced(page);
  await click('Next');
  const placed = await wouldBePlaced(page);
  expect(placed).toBeGreaterThan(100);
  await click('Apply');
  expect(clicks).toBeLessThanOrEqual(6);

  await page.getByText(/entries were placed by rules\./).waitFor();
  await page.getByText('New entries follow the same rules.').waitFor();
  expect(Number(/([\d,]+) entries were/.exec(await page.getByText(/were placed by rules/).innerText())?.[1]?.replaceAll(',', ''))).toBe(placed);
  await heatmap(page).getByText('Everyone').first().waitFor();
  expect(await page.getByRole('heading', { name: 'Place your content' }).isVisible()).toBe(false);
  await screenshot(page, 'first-run-heatmap');

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.').waitFor();
  await page.getByRole('heading', { name: 'Place your content' }).waitFor();
  expect(await headline(page)).toMatch(/^0 of /);
  expect(errors).toEqual([]);
}); // prettier-ignore

test('by keyboard alone', async () => {
  const { page } = await open();
  await page.goto(SETUP);
  for (let step = 0; step < 3; step += 1) {
    await next(page).focus();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { level: 2, name: 'What will happen?' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What will happen?');
});
