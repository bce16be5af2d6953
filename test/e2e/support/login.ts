import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './browser';

export type Session = NonNullable<BrowserContextOptions['storageState']>;

/** The demo's users; all of them have its one password. */
export const USERS = { admin: 'admin@example.com', editor: 'editor@example.com' } as const;
const PASSWORD = 'ContentStrategy1';

/** Logs in through the form, as people do, and hands back the session for further contexts. */
export const logIn = async (browser: Browser, email: string = USERS.admin, url?: string): Promise<Session> => {
  const { page } = await openPage(browser, url === undefined ? {} : { url });
  await page.goto('/admin/auth/login');
  await page.getByLabel(/^Email/).fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await dismissTour(page);
  const session = await page.context().storageState();
  await page.context().close();
  return session;
};

/** Strapi greets new users with a tour that lies over the page. */
const dismissTour = async (page: Page): Promise<void> => {
  const skip = page.getByRole('button', { name: /^(Skip|Close tour|Got it)/ }).first();
  if (await skip.isVisible()) await skip.click();
};
