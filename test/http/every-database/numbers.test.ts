/** Numbers outside the heatmap and the glance: each leads, by the link on screen, to a list with as many rows. */
import { inventoryLink } from '../../../admin/components/entry-links';
import { demandRows } from '../../../admin/pages/coverage/demand/demand-model';
import type { CoverageBody, InventoryQuery, PersonaBody, StageBody } from '../../../server/core/api';
import type { AnalyticsImportBody, FilesBody, NeverConsumedBody } from '../../../server/core/consumption-api';
import { isoDay } from '../../../server/core/evidence/day';
import { MEASURED } from '../../../server/core/evidence/state';
import type { OperationBody } from '../../../server/core/placing-api';
import { ga4Pages } from '../../support/analytics';
import { analyticsImporter } from '../../support/analytics-import';
import { apiOf, type Api } from '../../support/api';
import { firstPublished, today, tracked, viewed } from '../../support/consumption';
import { hostForAll } from '../../support/host';
import {
  aGuide,
  anArticle,
  ARTICLE,
  audited,
  aVersion,
  GUIDE,
  tagged,
  withAxes,
  withLocales,
  withSetting,
} from '../../support/library';
import { reader, type Query, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let api: Api;
let read: Reader;
let operation: OperationBody;

const dataOf = async <Body>(path: string): Promise<Body> => ((await api.get(path)).body as { data: Body }).data;
const day = (ago: number): string => isoDay(today() - ago).replaceAll('-', '');

beforeAll(async () => {
  await withLocales(host(), 'de', 'fr');
  await withAxes(host(), 'finance ops', 'awareness:buyer decision:buyer onboarding:customer');
  await withSetting(host(), ARTICLE, { urlPattern: '/{locale}/{slug}' });
  const { token } = await superAdmin(host());
  api = apiOf(host(), token);
  read = reader(host(), token);
  await tracked(host(), { uid: GUIDE }, 200);
  for (const [name, views] of [
    ['viewed', 12],
    ['never', 0],
    ['kept', 0],
  ] as const) {
    const documentId = await aGuide(host(), name);
    await firstPublished(host(), { uid: GUIDE, documentId }, 400);
    await tagged(host(), GUIDE, documentId, 'ops.onboarding');
    if (views > 0) await viewed(host(), { uid: GUIDE, documentId }, 3, { views });
    if (name === 'kept') {
      await api.put(`/decisions/${GUIDE}/${documentId}`, { kind: 'keep', due: isoDay(today() + 30) });
    }
  }
  const both = await anArticle(host(), { title: 'Both', data: { slug: 'both' } });
  await aVersion(host(), ARTICLE, both, { locale: 'de', data: { title: 'Beide', slug: 'beide' } });
  const articles = [both];
  for (const slug of ['pricing', 'untold']) articles.push(await anArticle(host(), { title: slug, data: { slug } }));
  // Nothing counts French ones.
  const unseen = await anArticle(host(), { title: 'Non vu', locale: 'fr' });
  await firstPublished(host(), { uid: ARTICLE, documentId: unseen, locale: 'fr' }, 400);
  const change = { mode: 'add', personas: ['finance'], stages: ['decision'] };
  const entries = articles.map((documentId) => ({ uid: ARTICLE, documentId }));
  operation = ((await api.post('/tags/bulk', { entries, change })).body as { data: { operation: OperationBody } }).data
    .operation;
  const file = ga4Pages(
    [
      ['/en/both', 40],
      ['/de/beide', 10],
      ['/en/pricing', 5],
      ['/gone', 3],
    ],
    { from: day(200), to: day(1) }
  );
  const sent = await analyticsImporter(host(), token)(file, { complete: 'true' });
  expect(sent.status).toBe(200);
  await audited(host());
});

interface Numbers {
  readonly never: NeverConsumedBody;
  readonly coverage: CoverageBody;
  readonly operations: readonly OperationBody[];
  readonly imports: readonly AnalyticsImportBody[];
  readonly personas: readonly PersonaBody[];
  readonly stages: readonly StageBody[];
}

interface NumberOnScreen {
  readonly screen: string;
  /** The number, and what its link asks for. */
  readonly of: (numbers: Numbers) => readonly (readonly [number: number | null | undefined, rows: InventoryQuery])[];
}

const PUBLISHED = { counted: 'published' } as const;

const NUMBERS: readonly NumberOnScreen[] = [
  {
    screen: 'Never consumed: the sentence and its groups',
    of: ({ never }) => [
      [never.measured, { ...PUBLISHED, evidence: MEASURED }],
      [never.neverConsumed, { ...PUBLISHED, silence: 'never-viewed' }],
      [never.kept, { ...PUBLISHED, silence: 'kept' }],
      [never.watching, { ...PUBLISHED, silence: 'watching' }],
    ],
  },
  {
    screen: 'Never consumed: causes',
    of: ({ never }) =>
      never.cannotJudge.map(({ reason, entries }) => [
        entries,
        { ...PUBLISHED, silence: 'cannot-judge', evidenceReason: reason },
      ]),
  },
  {
    screen: 'Coverage: never consumed, and of how many measured',
    of: ({ coverage }) =>
      coverage.cells.flatMap(({ persona, stage, measured, neverConsumed }) => [
        [measured, { ...PUBLISHED, persona, stage, evidence: MEASURED }] as const,
        [neverConsumed, demandRows(PUBLISHED, 'never-consumed', { persona, stage }, neverConsumed)] as const,
      ]),
  },
  {
    screen: 'History: entries changed at once',
    of: ({ operations }) => operations.map(({ id, counts }) => [counts.changed, { operation: id }]),
  },
  {
    screen: 'History: entries of a file of views',
    of: ({ imports }) => imports.map(({ id, mappedEntries }) => [mappedEntries, { import: id }]),
  },
  {
    screen: 'Settings: entries of personas and stages',
    of: ({ personas, stages }) => [
      ...personas.map(({ key, entries }) => [entries, { persona: key }] as const),
      ...stages.map(({ key, entries }) => [entries, { stage: key }] as const),
    ],
  },
];

/** What the link's address says, as the page sends it on. */
const followed = (rows: InventoryQuery): Query =>
  Object.fromEntries(new URLSearchParams(inventoryLink(rows).split('?')[1]));

test.each(NUMBERS)('$screen', async ({ of }) => {
  const numbers = of({
    never: await dataOf('/never-consumed'),
    coverage: await read.coverage(PUBLISHED),
    operations: await dataOf('/operations'),
    imports: await dataOf('/imports/analytics'),
    personas: await dataOf('/personas'),
    stages: await dataOf('/stages'),
  });
  expect(numbers.some(([number]) => (number ?? 0) > 0)).toBe(true);
  for (const [number, rows] of numbers) {
    const { data, meta } = await read.page({ ...followed(rows), pageSize: 100 });
    expect([rows, meta.pagination.total, data.length, meta.counted]).toEqual([rows, number, number, null]);
  }
});

test('Files: all of them, and those used nowhere', async () => {
  const listed = async (query: string): Promise<FilesBody> => (await api.get(`/files${query}`)).body as FilesBody;
  const { meta } = await listed('');
  expect(meta.pagination.total).toBe(meta.totals.files);
  expect((await listed('?usage=unreferenced')).meta.pagination.total).toBe(meta.totals.unreferenced);
});

test('what an operation changed and is deleted since is said beside its list', async () => {
  const [gone] = (await read.rows({ operation: operation.id, search: 'untold' })).map(({ documentId }) => documentId);
  await host()
    .strapi.documents(ARTICLE)
    .delete({ documentId: gone ?? '' });
  await audited(host());
  const { data, meta } = await read.page({ operation: operation.id });
  expect([data.length, meta.pagination.total, meta.counted]).toEqual([2, 2, 3]);
  expect(await read.rows({ operation: operation.id + 1 })).toEqual([]);
});

test('a list names who has placed an entry by hand', async () => {
  const [row] = await read.rows({ search: 'pricing' });
  expect(row?.placedBy).toEqual([expect.any(String)]);
  expect((await read.rows({ contentType: GUIDE })).map(({ placedBy }) => placedBy)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
