/** `npm run screenshots`: the README's pictures, taken from the demo as it is. `E2E_URL` takes one that already runs. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, type View } from '../test/e2e/support/browser';
import { logIn } from '../test/e2e/support/login';
import { startDemo } from './demo-process';

const FOLDER = join(__dirname, '..', 'playground', 'screenshots');

const PAGES = '/admin/plugins/content-strategy';

interface Picture extends View {
  readonly name: string;
  readonly path: string;
  /** What shows that the page has its content. */
  readonly ready: string;
  /** Opens the first entry of the list. */
  readonly opensEntry?: true;
}

const PICTURES: readonly Picture[] = [
  { name: 'coverage-light', path: PAGES, ready: 'table' },
  { name: 'coverage-dark', path: PAGES, ready: 'table', theme: 'dark' },
  { name: 'inventory', path: `${PAGES}/inventory?placement=to-place`, ready: 'table' },
  { name: 'never-consumed', path: `${PAGES}/never-consumed`, ready: 'main table' },
  { name: 'measurement', path: `${PAGES}/measurement`, ready: 'main table' },
  {
    name: 'side-panel',
    path: `${PAGES}/inventory?placement=placed&contentType=api::article.article&search=spend`,
    ready: 'text=Who is it for?',
    opensEntry: true,
  },
  { name: 'settings-personas', path: '/admin/settings/content-strategy/personas', ready: 'table' },
];

const main = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-screenshots-'));
  const demo = process.env.E2E_URL === undefined ? await startDemo(folder) : undefined;
  if (demo !== undefined) process.env.E2E_URL = demo.url;
  const browser = await launch();
  try {
    const session = await logIn(browser);
    for (const { name, path, ready, opensEntry, ...view } of PICTURES) {
      const { page } = await openPage(browser, { width: 1280, ...view, session });
      await page.goto(path);
      if (opensEntry) await page.locator('table a').first().click();
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
