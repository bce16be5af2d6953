/** Both themes, a laptop's and a tablet's width: accessible, nothing beside the screen, nothing thrown. */
import type { Locator, Page } from 'playwright-core';
import { seriousFindings } from './support/accessibility';
import { screenshot } from './support/browser';
import { COVERAGE, INVENTORY, openCell, openCoverage } from './support/coverage';
import { newEntry } from './support/entry';
import { pagesForAll } from './support/pages';

interface Screen {
  readonly name: string;
  readonly path: string;
  /** Shown when the page is complete. */
  readonly ready: string;
  /** What of the page is ours. */
  readonly ours?: string;
}

const SETTINGS = '/admin/settings/content-strategy';
const SCREENS: readonly Screen[] = [
  { name: 'coverage', path: COVERAGE, ready: 'main table' },
  { name: 'inventory', path: INVENTORY, ready: 'main table' },
  { name: 'coverage-views', path: `${COVERAGE}?show=views`, ready: 'main table' },
  { name: 'coverage-never', path: `${COVERAGE}?show=never-consumed`, ready: 'main table' },
  { name: 'never-consumed', path: `${COVERAGE}/never-consumed`, ready: 'main table' },
  { name: 'cannot-judge', path: `${COVERAGE}/never-consumed?silence=cannot-judge`, ready: 'main h2' },
  { name: 'files', path: `${COVERAGE}/files`, ready: 'main table' },
  { name: 'measurement', path: `${COVERAGE}/measurement`, ready: 'main h2' },
  { name: 'inventory-to-place', path: `${INVENTORY}?placement=to-place&counted=all`, ready: 'main table' },
  { name: 'personas', path: `${SETTINGS}/personas`, ready: 'main table' },
  { name: 'stages', path: `${SETTINGS}/stages`, ready: 'main table' },
  { name: 'content-types', path: `${SETTINGS}/content-types`, ready: 'main table' },
  {
    name: 'panel',
    path: newEntry('api::article.article'),
    ready: 'aside:has-text("Content Strategy") button',
    ours: 'aside:has-text("Content Strategy")',
  },
  {
    name: 'list-column',
    path: '/admin/content-manager/collection-types/api::article.article',
    ready: 'main td:has-text("Awareness")',
  },
];

const VIEWS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 768 },
  { theme: 'dark', width: 768 },
] as const;

const openPage = pagesForAll();

/** How far the page itself can be pushed sideways; tables may scroll in their own frame. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(VIEWS)('$theme, $width px', (view) => {
  // One for all screens: a new one would fetch and compile the whole admin anew.
  let page: Page;
  let errors: string[];
  beforeAll(async () => ({ page, errors } = await openPage(view)));
  afterAll(() => page.context().close());

  test.each(SCREENS)('$name', async ({ name, path, ready, ours = 'main' }) => {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await looksRight(name, page.locator(ours));
  });

  test('the drawer', async () => {
    await openCoverage(page);
    await looksRight('drawer', await openCell(page, { persona: 'Finance lead', stage: 'Onboarding' }));
  });

  const looksRight = async (name: string, ours: Locator): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await screenshot(page, `${name}-${view.theme}-${view.width}`);
    expect(await seriousFindings(ours)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(errors.splice(0)).toEqual([]);
  };
});
