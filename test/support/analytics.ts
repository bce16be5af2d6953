import type { AnalyticsFile, SaidOfFile } from '../../server/core/analytics/tally';
import { readFile } from '../../server/services/analytics/file';
import { bytesAt } from './sheets';

/** A path with its views, as a row of a file. */
export type PathRow = readonly [path: string, views: number];

export interface Ga4Options {
  readonly from?: string;
  readonly to?: string;
  readonly property?: string;
  readonly segment?: string;
  readonly header?: string;
  readonly blankLine?: boolean;
}

const PAGES_HEADER =
  'Page path and screen class,Views,Active users,Views per active user,Event count,Key events,Total revenue';

const RULE = '# ----------------------------------------';

/** GA4's *Pages and screens* as it is downloaded. */
export const ga4Pages = (
  rows: readonly PathRow[],
  {
    from = '20250101',
    to = '20250211',
    property = 'Example',
    segment = 'All Users',
    blankLine,
    header = PAGES_HEADER,
  }: Ga4Options = {}
): string =>
  [
    RULE,
    '# Pages and screens: Page path and screen class',
    '# Account: Demo',
    `# Property: ${property}`,
    RULE,
    '# ',
    `# ${segment}`,
    `# Start date: ${from}`,
    `# End date: ${to}`,
    ...(blankLine === true ? [''] : []),
    header,
    ...rows.map(([path, views]) =>
      [cell(path), views, 1, `${views}.0`, 7, 0, 0].slice(0, header.split(',').length).join()
    ),
    '',
  ].join('\n');

/** A free-form exploration by day and path: its line of totals has one cell more than the header. */
export const ga4Explore = (
  rows: readonly (readonly [date: string, ...PathRow])[],
  {
    period = '20250101-20250211',
    property = 'Example',
    total,
  }: { period?: string; property?: string; total?: number } = {}
): string =>
  [
    RULE,
    `# ${property}`,
    '# Free form-Free form 1',
    `# ${period}`,
    RULE,
    '',
    'Date,Page path and screen class,Active users,Event count,Views,Views per active user',
    `,,211078,847833,${total ?? rows.reduce((sum, [, , views]) => sum + views, 0)},1.4665,Grand total`,
    ...rows.map(([date, path, views]) => `${date},${cell(path)},44963,163565,${views},1.521`),
    '',
  ].join('\n');

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file as the service reads it. */
export const readAnalyticsFile = async (
  path: string,
  said: SaidOfFile = { period: null, hosts: null },
  name: string | null = null
): Promise<AnalyticsFile> => (await readFile({ bytes: bytesAt(path), name }, said)).file;
