import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { baseUrl, openPage } from './browser';

export const LOGIN = { email: 'admin@example.com', password: 'ContentStrategy1' } as const;

/** Logs in through the form, as people do, and hands back the session for further contexts. */
export const logIn = async (browser: Browser): Promise<NonNullable<BrowserContextOptions['storageState']>> => {
  const { page } = await openPage(browser);
  await page.goto('/admin/auth/login');
  await page.getByLabel(/^Email/).fill(LOGIN.email);
  await page.getByLabel(/^Password/).fill(LOGIN.password);
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await dismissTour(page);
  const session = await page.context().storageState();
  await page.context().close();
  return session;
};

/** An access token for the admin API: the tests' own look at what the screens say. */
export const accessToken = async (): Promise<string> => {
  const response = await fetch(`${baseUrl()}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(LOGIN),
  });
  const body = (await response.json()) as { readonly data: { readonly token: string } };
  return body.data.token;
};

/** Strapi greets new users with a tour that lies over the page. */
const dismissTour = async (page: Page): Promise<void> => {
  const skip = page.getByRole('button', { name: /^(Skip|Close tour|Got it)/ }).first();
  if (await skip.isVisible()) await skip.click();
};
