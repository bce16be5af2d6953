import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Serious and critical axe-core findings inside `selector`, one readable line each; the rest of Strapi's admin is not ours. */
export const seriousFindings = async (page: Page, selector = 'main'): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (root) => (window as unknown as { axe: typeof axe }).axe.run(root, { resultTypes: ['violations'] }),
    selector
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
};
