/** The real library of the project's machine, with a truth made here: however its site moved, nothing viewed is called without a view. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { AnalyticsQuery } from '../../server/core/analytics-api';
import { pathOf } from '../../server/core/import/url';
import { dayAt, isoDay } from '../../server/core/evidence/day';
import { ga4Pages, type PathRow } from '../support/analytics';
import { analyticsImporter, forgetImports } from '../support/analytics-import';
import { apiOf } from '../support/api';
import { hostForAll } from '../support/host';
import { ARTICLE, audited, withSetting } from '../support/library';
import { superAdmin } from '../support/users';

const FILE = '/work/shared/library/digitalgov.jsonl.gz';

const readPaths = async (): Promise<readonly string[]> => {
  const paths = new Set<string>();
  for await (const line of createInterface(createReadStream(FILE).pipe(createGunzip()))) {
    if (line !== '') paths.add(pathOf((JSON.parse(line) as { readonly path: string }).path));
  }
  return [...paths];
};

/** Of every entry whose number is odd readers saw something: a truth that nobody has to guess. */
const isViewed = (at: number): boolean => at % 2 === 1;

/** What the site calls a page, or called it: by its number and its path in Strapi. */
const SITES = {
  'as Strapi says': (path: string) => path,
  'with an old prefix': (path: string) => `/blog${path}`,
  'with a language in front': (path: string) => `/en${path}`,
  'without its first folder': (path: string) => path.replace(/^\/[^/]+(?=\/)/, ''),
  'without its dates': (path: string) => path.replaceAll(/\/\d{2,4}(?=\/)/g, ''),
  'by its slug alone': (path: string) => path.replace(/^.*\//, '/'),
  'half of it with an old prefix': (path: string, at: number) => (at % 4 === 1 ? `/old${path}` : path),
};

/** No section says which day a path is of now: these stay in doubt. */
const DATED_SINCE = new Set(['without its dates', 'by its slug alone']);

(existsSync(FILE) ? describe : describe.skip)('the real library, moved', () => {
  const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
  let paths: readonly string[];
  let token: string;
  const days = { from: ga4Day(365), to: ga4Day(1) };

  const setSlugs = async (slugOf: (path: string, at: number) => string): Promise<void> => {
    for (const [at, path] of paths.entries()) {
      await host()
        .strapi.db.query(ARTICLE)
        .updateMany({ where: { documentId: `item-${at}` }, data: { slug: slugOf(path, at) } });
    }
  };

  const grades = async (): Promise<ReadonlyMap<number, string>> => {
    await audited(host());
    const rows: readonly { document_id: string; evidence_no: number }[] = await host()
      .strapi.db.connection('cs_inventory')
      .where('valid_to', '>', 2_147_483_646)
      .where('locale_no', 0)
      .select('document_id', 'evidence_no');
    return new Map(
      rows.map((row) => [Number(row.document_id.slice(5)), NAMES[Math.floor(row.evidence_no / 5)] ?? '?'])
    );
  };

  const truth = async () => {
    const found = await grades();
    const counts = { falseNever: 0, neverRight: 0, doubtedSilent: 0, known: 0 };
    for (const at of paths.keys()) {
      const grade = found.get(at) ?? '?';
      if (isViewed(at)) {
        if (grade === 'never-consumed') counts.falseNever += 1;
        if (grade === 'consumed') counts.known += 1;
      } else if (grade === 'never-consumed') counts.neverRight += 1;
      else counts.doubtedSilent += 1;
    }
    return counts;
  };

  beforeAll(async () => {
    paths = await readPaths();
    const long = new Date(Date.now() - 900 * 86_400_000);
    const rows = paths.map((path, at) => ({ documentId: `item-${at}`, title: path, slug: path, locale: 'en', publishedAt: long })); // prettier-ignore
    for (let from = 0; from < rows.length; from += 100)
      await host()
        .strapi.db.query(ARTICLE)
        .createMany({ data: rows.slice(from, from + 100).flatMap((row) => [row, { ...row, publishedAt: null }]) });
    await withSetting(host(), ARTICLE, { urlPattern: '/{slug}' });
    ({ token } = await superAdmin(host()));
    await audited(host());
  });

  beforeEach(() => forgetImports(host()));

  const importOf = (siteOf: (path: string, at: number) => string, query: AnalyticsQuery = {}) => {
    const views = new Map<string, number>();
    for (const [at, path] of paths.entries()) {
      if (isViewed(at)) views.set(siteOf(path, at), (views.get(siteOf(path, at)) ?? 0) + 1 + (at % 3));
    }
    const rows: readonly PathRow[] = [...views, ['/', 900]];
    return analyticsImporter(host(), token)(ga4Pages(rows, days), { complete: 'true', ...query });
  };

  test.each(Object.entries(SITES))(
    '%s: no false "No view ever", nor where the offered sections are mapped',
    async (name, siteOf) => {
      const { data } = await importOf(siteOf);
      const counts = await truth();
      expect(counts.falseNever).toBe(0);
      // Doubts are for those whose address may have changed: most that nobody viewed are said so.
      if (data.mapped.entries > 1) expect(counts.neverRight).toBeGreaterThan(0.9 * (paths.length / 2));
      const { data: dry } = await importOf(siteOf, { dryRun: 'true' });
      for (const { from, to } of dry.moves) {
        expect((await apiOf(host(), token).put('/imports/analytics/moves', { from, to })).status).toBe(200);
      }
      await importOf(siteOf);
      const mapped = await truth();
      expect(mapped.falseNever).toBe(0);
      if (DATED_SINCE.has(name)) return;
      expect(mapped.known).toBeGreaterThan(0.95 * (paths.length / 2));
      expect(mapped.neverRight).toBeGreaterThan(0.9 * (paths.length / 2));
    }
  );

  test('slugs changed in Strapi, of a third before the audit and of a third after it', async () => {
    await setSlugs((path, at) => (at % 3 === 0 ? `${path}-renamed-${at}` : path));
    await audited(host());
    await setSlugs((path, at) => (at % 3 === 2 ? path : `${path}-renamed-${at}`));
    await importOf((path) => path);
    const counts = await truth();
    expect([counts.falseNever, counts.known]).toEqual([0, Math.floor(paths.length / 2)]);
    await setSlugs((path) => path);
    await audited(host());
  });
});

const NAMES = ['consumed', 'dormant', 'never-consumed', 'too-new', 'no-source', 'interrupted', 'url-unmapped', 'below-cut-off', 'unpublished', 'address-changed']; // prettier-ignore

function ga4Day(ago: number): string {
  return isoDay(dayAt(Date.now()) - ago).replaceAll('-', '');
}
