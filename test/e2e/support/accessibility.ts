import axe from 'axe-core';
import type { Locator } from 'playwright-core';

/** Serious and critical axe-core findings inside an element, one readable line each; the rest of Strapi's admin is not ours. */
export const seriousFindings = async (part: Locator): Promise<readonly string[]> => {
  // What lies under the mouse has Strapi's own shade for that, which is not ours to judge.
  await part.page().mouse.move(0, 0);
  await part.page().evaluate(axe.source);
  const { violations } = await part.evaluate((element) =>
    (window as unknown as { axe: typeof axe }).axe.run(element, { resultTypes: ['violations'] })
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
};
