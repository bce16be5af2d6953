import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay, parseDay } from '../../../server/core/evidence/day';
import type { SaidOfFile } from '../../../server/core/analytics/tally';
import { Refusal } from '../../../server/core/refusal';
import { readAnalyticsFile } from '../../support/analytics';

/** Files as others keep them, each with what is right. */
const FOLDER = join(__dirname, '../../../../shared/cases/files');

/** Paths that the entries of the cases have. */
const ENTRIES = ['/en/blog/newsletter-archive', '/en/blog/budget-owners', '/en/pricing', '/en/careers-teaser', '/videos/partner-call', '/en/customers/vega-energy', '/en/customers/kestrel-finance']; // prettier-ignore

interface Right {
  readonly views: number;
  readonly other?: number;
  readonly mapped: number;
  readonly of: number;
  readonly period?: string;
  readonly incomplete?: readonly string[];
  readonly report?: string;
}
const HALF_YEAR = '2026-06-01..2026-11-29';

const READ: Readonly<Record<string, Right>> = {
  'ad-platform-slug.csv': { views: 24_367, mapped: 2, of: 24_367 },
  'bigquery-scientific.csv': { views: 4033, mapped: 1, of: 2576 },
  'dap-top-pages-bare-host.csv': { views: 448_183, mapped: 2, of: 373_049 },
  'ga4-api-daily-channels.csv': { views: 28, mapped: 2, of: 28, period: '2026-06-01..2026-06-02' },
  'ga4-api-date-names.csv': { views: 185, mapped: 2, of: 85, period: '2026-06-01..2026-06-01' },
  'ga4-api-names.csv': { views: 185, mapped: 2, of: 85 },
  'ga4-api-titles.csv': { views: 1219, mapped: 2, of: 379 },
  'ga4-bom-total.csv': { views: 1276, mapped: 1, of: 1234 },
  'ga4-filtered-by-search.csv': { views: 319, mapped: 2, of: 237, period: HALF_YEAR, incomplete: ['one-word'] },
  'ga4-fr-curly.csv': { views: 4045, mapped: 2, of: 2588, period: HALF_YEAR },
  'ga4-full-url-two-hosts.csv': { views: 916, mapped: 1, of: 7 },
  'ga4-ko.csv': { views: 4045, mapped: 2, of: 2588, period: HALF_YEAR },
  'ga4-pt-de-tela.csv': { views: 4045, mapped: 2, of: 2588, period: HALF_YEAR },
  'ga4-ru.csv': { views: 4045, mapped: 2, of: 2588, period: HALF_YEAR },
  'ga4-zh-cn.csv': { views: 4045, mapped: 2, of: 2588, period: HALF_YEAR },
  'goatcounter-hits.csv': { views: 2, mapped: 1, of: 1, period: '2026-07-09..2026-07-09', report: 'goatcounter' },
  'matomo-api-raw.csv': { views: 1600, mapped: 1, of: 400, report: 'matomo' },
  'matomo-index-labels.csv': { views: 1349, mapped: 3, of: 449 },
  'matomo-not-flat.csv': { views: 4540, mapped: 0, of: 0, incomplete: ['folders'] },
  'matomo-others-100.csv': { views: 14_300, other: 4210, mapped: 1, of: 400, incomplete: ['other-row', 'round-count', 'high-minimum'] }, // prettier-ignore
  'nv-matomo-others.csv': { views: 19_740, other: 4210, mapped: 2, of: 700, incomplete: ['other-row', 'round-count', 'high-minimum'] }, // prettier-ignore
  'nv-ua-cut.csv': { views: 9705, mapped: 2, of: 700, period: HALF_YEAR, incomplete: ['below-total'] },
  'other-site.csv': { views: 777, mapped: 0, of: 0 },
  'page-is-a-title.csv': { views: 3302, mapped: 0, of: 0 },
  'page-title-beside-url.csv': { views: 1299, mapped: 2, of: 1290 },
  'plausible-dashboard-pages.csv': { views: 31, mapped: 2, of: 11 },
  'plausible-imported-quiet-day.csv': { views: 16, mapped: 1, of: 6, period: '2026-06-01..2026-06-03' },
  'screaming-frog-internal-ga4.csv': { views: 402, mapped: 1, of: 402 },
  'simple-analytics-datapoints.csv': { views: 2, mapped: 1, of: 1, period: '2026-03-04..2026-03-04' },
  'top-10-with-header.csv': { views: 2413, mapped: 1, of: 227, incomplete: ['round-count', 'high-minimum'] },
  'top-100-rows.csv': { views: 20_854, mapped: 1, of: 227, incomplete: ['round-count', 'high-minimum'] },
  'two-hosts-one-path.csv': { views: 1316, mapped: 1, of: 7 },
  'ua-all-pages-total.csv': { views: 3568, mapped: 2, of: 520, period: HALF_YEAR, incomplete: ['below-total'] },
  'ua-short-lines.csv': { views: 3568, mapped: 2, of: 520, period: HALF_YEAR },
};

/** What the importer says of a file. */
const SAID: Readonly<Record<string, SaidOfFile>> = {
  'plausible-imported-quiet-day.csv': { period: { from: parseDay('2026-06-01') ?? 0, to: parseDay('2026-06-03') ?? 0 }, hosts: null }, // prettier-ignore
};

const REFUSED: Readonly<Record<string, RegExp>> = {
  'ga4-by-title.csv': /report by page title: choose "Page path and screen class"/,
  'ga4-explore-no-views.csv': /it has page paths, but no views: add "Views"/,
  'ga4-landing-page-with-views.csv': /report of landing pages, which tells where visits began/,
  'ga4-landing-page.csv': /report of landing pages/,
  'gsc-pages-fr.csv': /counts clicks in a search engine, which are no page views/,
  'headless-path-views.csv': /the first line is data \("\/, 774"\): write the names/,
  'jetpack-top-posts.csv': /the first line is data .*: write the names of the columns above it/,
  'nginx-access.log': /the log of a web server/,
};

(existsSync(FOLDER) ? describe : describe.skip)("others' files", () => {
  test.each(Object.entries(READ))('%s', async (name, right) => {
    const { period, ...file } = await readAnalyticsFile(join(FOLDER, name), SAID[name]);
    const mapped = ENTRIES.flatMap((path) => file.paths.get(path) ?? []);
    expect({
      views: file.views,
      other: file.otherViews,
      mapped: mapped.length,
      of: mapped.reduce((sum, views) => sum + views, 0),
      period: period === null ? undefined : `${isoDay(period.from)}..${isoDay(period.to)}`,
      incomplete: file.incomplete,
    }).toEqual({ other: 0, period: undefined, incomplete: [], ...right, report: undefined });
    if (right.report !== undefined) expect(file.report).toBe(right.report);
  });

  test.each(Object.entries(REFUSED))('refused: %s', async (name, sentence) => {
    const refused = readAnalyticsFile(join(FOLDER, name));
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
  });

  test('every case of views is among them', () => {
    const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.md') && !/^t\d\d-/.test(name));
    expect(names.filter((name) => !(name in READ) && !(name in REFUSED))).toEqual([]);
  });
});
