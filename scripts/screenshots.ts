/** `npm run screenshots`: the README's pictures, taken from the demo as it is. `E2E_URL` takes one that already runs. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, type View } from '../test/e2e/support/browser';
import { logIn } from '../test/e2e/support/login';
import { startDemo } from './demo-process';

const FOLDER = join(__dirname, '..', 'playground', 'screenshots');

const PICTURES: readonly (View & { readonly name: string; readonly path: string; readonly ready: string })[] = [
  { name: 'coverage-light', path: '/admin/plugins/content-strategy', ready: 'table', width: 1280 },
  { name: 'coverage-dark', path: '/admin/plugins/content-strategy', ready: 'table', width: 1280, theme: 'dark' },
  {
    name: 'inventory',
    path: '/admin/plugins/content-strategy/inventory?placement=to-place',
    ready: 'table',
    width: 1280,
  },
  { name: 'settings-personas', path: '/admin/settings/content-strategy/personas', ready: 'main', width: 1280 },
];

const main = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-screenshots-'));
  const demo = process.env.E2E_URL === undefined ? await startDemo(folder) : undefined;
  if (demo !== undefined) process.env.E2E_URL = demo.url;
  const browser = await launch();
  try {
    const session = await logIn(browser);
    for (const { name, path, ready, ...view } of PICTURES) {
      const { page } = await openPage(browser, { ...view, session });
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      console.log(`playground/screenshots/${name}.png`);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

void main();
