/** What opens over the heatmap: it moves nothing, marks one thing, and can be read in both themes. */
import type { Page } from 'playwright-core';
import { seriousFindings } from './support/accessibility';
import { screenshot } from './support/browser';
import { cellButton, COVERAGE, heatmap, openCoverage } from './support/coverage';
import { pagesForAll } from './support/pages';

const openPage = pagesForAll();

/** Where everything in the matrix stands. */
const places = (page: Page) =>
  heatmap(page).evaluate((table) =>
    [...table.querySelectorAll('[data-cell]')].map((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      return [cell.getAttribute('data-cell'), x, y, width, height].join(' ');
    })
  );

/** What has a ring around it, of a drawer or of the keyboard. */
const ringed = (page: Page) =>
  heatmap(page).evaluate((table) =>
    [...table.querySelectorAll('[data-cell]')]
      .filter((cell) => {
        const { boxShadow, outlineStyle } = getComputedStyle(cell);
        return /0px 0px 0px 2px/.test(boxShadow) || outlineStyle === 'solid';
      })
      .map((cell) => cell.getAttribute('data-cell'))
  );

test.each([1280, 1440])('at %i px a click moves nothing and outlines one cell', async (width) => {
  const { page, errors } = await openPage({ width });
  await openCoverage(page);
  const before = await places(page);
  await cellButton(page, { persona: 'Finance lead', stage: 'Adoption' }).click();
  await page.getByRole('dialog', { name: 'Finance lead · Adoption' }).waitFor();
  expect(await places(page)).toEqual(before);
  expect(await ringed(page)).toEqual(['finance-lead/adoption']);

  // The pointer goes on to the next cell, then the keyboard.
  await cellButton(page, { persona: 'Finance lead', stage: 'Onboarding' }).hover();
  expect(await ringed(page)).toEqual(['finance-lead/adoption']);
  await cellButton(page, { persona: 'Finance lead', stage: 'Onboarding' }).focus();
  // Over the purchase: a finance lead does not use what is bought.
  await page.keyboard.press('ArrowLeft');
  expect(await ringed(page)).toEqual(['finance-lead/decision']);
  expect(errors).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  '%s: the drawers of persona, stage and hand-off are accessible',
  async (theme) => {
    const { page, errors } = await openPage({ theme, width: 1280 });
    for (const [cell, name] of [
      ['it-administrator/*', 'IT administrator'],
      ['*/onboarding', 'Onboarding'],
      ['it-administrator/*purchase', 'IT administrator · Purchase'],
    ] as const) {
      await page.goto(`${COVERAGE}?cell=${cell}`);
      const drawer = page.getByRole('dialog', { name });
      await drawer.waitFor();
      await page.waitForLoadState('networkidle');
      expect([name, await seriousFindings(drawer)]).toEqual([name, []]);
      await screenshot(page, `drawer-${cell.replaceAll(/\W/g, '')}-${theme}`);
    }
    expect(errors).toEqual([]);
  }
);
