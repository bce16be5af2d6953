/** The Content Manager's pages of an entry, and our side panel on them. */
import type { Locator, Page } from 'playwright-core';
import type { Cell } from './coverage';

export const newEntry = (uid: string): string => `/admin/content-manager/collection-types/${uid}/create`;

/** Two clicks: whom it is for, and when they need it. */
export const place = async (page: Page, { persona, stage }: Cell): Promise<void> => {
  await toggle(page, persona).click();
  await toggle(page, stage).click();
};

export const panel = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Content Strategy' }) });

export const toggle = (page: Page, name: string): Locator => panel(page).getByRole('button', { name, exact: true });

/** Waits until the panel says so itself. */
export const saved = (page: Page): Promise<void> =>
  panel(page)
    .getByText(/^Saved/)
    .waitFor();

/** Strapi makes the slug from the title only once it has made one from nothing; here both are written. */
export const writeTitle = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'title' }).fill(title);
  await page.getByRole('textbox', { name: 'slug' }).fill(slugOf(title));
};

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Publishes the entry; the page of a new one is replaced by that of the entry. */
export const publish = async (page: Page): Promise<void> => {
  const done = page.waitForResponse(
    (response) => response.url().includes('/actions/publish') && response.request().method() === 'POST'
  );
  await page.getByRole('button', { name: 'Publish' }).click();
  const response = await done;
  if (!response.ok()) throw new Error(`Publishing answered ${response.status()}: ${await response.text()}`);
};
