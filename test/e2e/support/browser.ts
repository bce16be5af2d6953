/** Debian's Chromium, driven by playwright-core; one browser for a test file, a fresh context for each journey. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** `CHROMIUM` names another executable. */
export const chromiumPath = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium';

export const hasChromium = (): boolean => existsSync(chromiumPath());

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

const WIDTH = 1440;
const HEIGHT = 900;
/** Milliseconds; a busy machine of two cores builds a page in many seconds. */
const TIMEOUT = 60_000;

export interface View {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** Where somebody sits, such as `America/Los_Angeles`; the machine's own when left out. */
  readonly timezone?: string;
  /** Taken over from an earlier context, so that only the first journey has to log in. */
  readonly session?: BrowserContextOptions['storageState'];
  /** Another host than the one that all tests share. */
  readonly url?: string;
}

/** A page in a context of its own, in the asked theme, that fails loudly: what the page throws is collected in `errors`. */
export const openPage = async (
  browser: Browser,
  { width = WIDTH, theme = 'light', timezone, session, url = baseUrl() }: View = {}
): Promise<{ page: Page; errors: string[] }> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    locale: 'en-GB',
    acceptDownloads: true,
    ...(timezone === undefined ? {} : { timezoneId: timezone }),
    ...(session === undefined ? {} : { storageState: session }),
  });
  await context.addInitScript((name) => localStorage.setItem('STRAPI_THEME', name), theme);
  context.setDefaultTimeout(TIMEOUT);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors };
};

/** Where the playground runs; scripts/e2e.ts starts it. */
export const baseUrl = (): string => {
  const url = process.env.E2E_URL;
  if (!url) throw new Error('E2E_URL is not set: run `npm run test:e2e`.');
  return url;
};

/** Keeps a picture for people to look at, in `E2E_SCREENSHOTS` when that is set. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.E2E_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
