import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { dayAt, isoDay } from '../../../server/core/evidence/day';
import { listPages, type SitePage } from '../../src/site/pages';
import { TEMPORARY } from '../paths';
import { pick } from './days';

/** Where a sample export of Google Analytics lies, to be dropped on the Import page. */
export const GA4_SAMPLE = join(TEMPORARY, 'ga4-pages-and-screens.csv');

/** Writes *Pages and screens* of the last year for the website's paths: most with views, some without, some unknown. */
export const writeGa4Sample = async (strapi: Core.Strapi, today: Date): Promise<void> => {
  const yesterday = dayAt(today.getTime()) - 1;
  const lists = [...(await listPages(strapi, 'en')), ...(await listPages(strapi, 'de'))];
  const paths = [...new Set(lists.flatMap(({ pages }) => pages.map(({ path }: SitePage) => path)))];
  const seen = paths.filter((path) => pick(`${path} ga4`, 100) >= 24);
  const rows = [
    ['/', 41_870] as const,
    ...seen.map((path) => [path, 20 + pick(`${path} year`, 2_400)] as const),
    // As in every real export: a slug of old, a search, and what was never a page and hardly anybody asked for.
    ['/en/blog/how-to-cut-expenses', 312] as const,
    ['/en/search', 1_204] as const,
    ['/wp-login.php', 2] as const,
  ].sort(([, a], [, b]) => b - a);
  writeFileSync(GA4_SAMPLE, [...head(isoDay(yesterday - 364), isoDay(yesterday)), ...rows.map(line), ''].join('\n'));
};

const head = (from: string, to: string): readonly string[] => [
  '# ----------------------------------------',
  '# Pages and screens: Page path and screen class',
  '# Account: Pennant',
  '# Property: www.pennant.example',
  '# ----------------------------------------',
  '# ',
  '# All Users',
  `# Start date: ${from.replaceAll('-', '')}`,
  `# End date: ${to.replaceAll('-', '')}`,
  'Page path and screen class,Views,Active users,Views per active user,Average engagement time per active user,Event count,Key events,Total revenue',
];

const line = ([path, views]: readonly [string, number]): string => {
  const users = Math.ceil(views * 0.6);
  return [path, views, users, views / users, 20 + pick(path, 9_000) / 100, views * 3, 0, 0].join(',');
};
