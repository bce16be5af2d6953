/** The real library of the project's machine: every path of it finds its own entry, or is said to be shared. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { pathOf } from '../../server/core/import/url';
import { ga4Pages, type PathRow } from '../support/analytics';
import { analyticsImporter, countedViews } from '../support/analytics-import';
import { hostForAll } from '../support/host';
import { ARTICLE, withSetting } from '../support/library';
import { superAdmin } from '../support/users';

const FILE = '/work/shared/library/digitalgov.jsonl.gz';

const readItems = async (): Promise<readonly string[]> => {
  const paths: string[] = [];
  for await (const line of createInterface(createReadStream(FILE).pipe(createGunzip()))) {
    if (line !== '') paths.push((JSON.parse(line) as { readonly path: string }).path);
  }
  return paths;
};

(existsSync(FILE) ? describe : describe.skip)('the real library', () => {
  const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });

  test('each of its paths is mapped to its own entry, or listed as ambiguous', async () => {
    const items = await readItems();
    const rows = items.map((path, at) => ({ documentId: `item-${at}`, title: path, slug: path, locale: 'en', publishedAt: new Date() })); // prettier-ignore
    for (let from = 0; from < rows.length; from += 100)
      await host()
        .strapi.db.query(ARTICLE)
        .createMany({ data: rows.slice(from, from + 100).flatMap((row) => [row, { ...row, publishedAt: null }]) });

    const ofPath = new Map<string, string[]>();
    for (const { documentId, slug } of rows)
      ofPath.set(pathOf(slug), [...(ofPath.get(pathOf(slug)) ?? []), documentId]);
    const views = [...ofPath.keys()].map((path, at): PathRow => [path, at + 1]);
    const { token } = await superAdmin(host());
    await withSetting(host(), ARTICLE, { urlPattern: null });
    const before = await analyticsImporter(host(), token)(ga4Pages(views), { dryRun: 'true' });
    expect(before.data.patterns).toEqual([
      { uid: ARTICLE, displayName: 'Article', pattern: '/{slug}', found: items.length, of: items.length },
    ]);
    await withSetting(host(), ARTICLE, { urlPattern: '/{slug}' });
    const { status, data } = await analyticsImporter(host(), token)(ga4Pages(views));
    expect(status).toBe(200);

    const own = [...ofPath].filter(([, documents]) => documents.length === 1);
    const shared = [...ofPath].filter(([, documents]) => documents.length > 1);
    expect(data.unmatched).toEqual({ paths: 0, views: 0, top: [] });
    expect([data.mapped.paths, data.ambiguous.paths]).toEqual([own.length, shared.length]);
    expect(data.ambiguous.top.map(({ path, shared: count }) => [path, count]).sort()).toEqual(
      shared.map(([path, documents]) => [path, documents.length]).sort()
    );
    expect(data.views).toBe(views.reduce((sum, [, count]) => sum + count, 0));
    const of = new Map(views);
    expect(await countedViews(host())).toEqual(
      Object.fromEntries(own.map(([path, [documentId = '']]) => [`${documentId}.en`, of.get(path)]))
    );
  });
});
