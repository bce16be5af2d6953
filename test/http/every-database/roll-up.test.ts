import fc from 'fast-check';
import { daysOf, monthOf } from '../../../server/core/consumption/month';
import { dayAt, startOf } from '../../../server/core/evidence/day';
import { service } from '../../../server/services';
import { sends, forgetCounts, SOURCE, withBeacon } from '../../support/beacon';
import { onStatement } from '../../support/audit-tables';
import { hostForAll } from '../../support/host';
import { aGuide, GUIDE } from '../../support/library';

const host = hostForAll({ config: withBeacon() });
const TODAY = 20_000;
const NOW = startOf(TODAY) + 1_000;
const KEPT = 400;

const consumption = () => service(host().strapi, 'consumption');
const table = (name: string) => host().strapi.db.connection(name);

beforeEach(() => forgetCounts(host()));

interface Seen {
  readonly documentId: string;
  readonly source: string;
  readonly day: number;
  readonly views: number;
}

/** Counts as the beacon would have left them. */
const counted = async (seen: readonly Seen[]): Promise<void> => {
  const unique = new Map(seen.map((one) => [`${one.documentId} ${one.source} ${one.day}`, one]));
  const own = { uid: GUIDE, locale: '' };
  const views = [...unique.values()].map(({ documentId, day, ...one }) => ({
    ...own,
    ...one,
    document_id: documentId,
    from_day: day,
    to_day: day,
  }));
  const days = new Map(seen.map(({ source, day }) => [`${source} ${day}`, { ...own, source, day, events: 1 }]));
  for (let at = 0; at < views.length; at += 100) await table('cs_views').insert(views.slice(at, at + 100));
  await table('cs_source_days').insert([...days.values()]);
};

const rows = async () =>
  (await table('cs_views').orderBy(['document_id', 'source', 'from_day'])).map((row) => ({
    documentId: row.document_id,
    source: row.source,
    from: row.from_day,
    to: row.to_day,
    views: Number(row.views),
  }));

/** Views by asset, source and calendar month, which no roll-up may change. */
const totals = async (): Promise<Readonly<Record<string, number>>> => {
  const sums: Record<string, number> = {};
  for (const { documentId, source, from, views } of await rows()) {
    const key = `${documentId} ${source} ${monthOf(from)}`;
    sums[key] = (sums[key] ?? 0) + views;
  }
  return sums;
};

test('whole months older than the policy keeps, once and for all; nothing is lost, imports stay as they are', async () => {
  const seen = fc.record({
    documentId: fc.constantFrom('a', 'b', 'c'),
    source: fc.constantFrom('tracker:a', 'tracker:b'),
    day: fc.integer({ min: TODAY - KEPT - 70, max: TODAY - KEPT + 40 }),
    views: fc.integer({ min: 1, max: 1_000_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { minLength: 10, maxLength: 30 }), async (some) => {
      await forgetCounts(host());
      await counted(some);
      const day = TODAY - KEPT - 60;
      const imported = { uid: GUIDE, document_id: 'a', locale: '', source: 'import:1', from_day: day, to_day: day };
      await table('cs_views').insert({ ...imported, views: 5 });
      const before = await totals();
      expect(await consumption().rollUp(NOW)).toBe(true);
      expect(await totals()).toEqual(before);
      const after = await rows();
      for (const { source, from, to } of after) {
        const month = daysOf(monthOf(from));
        const isOld = month.to < TODAY - KEPT && source !== 'import:1';
        expect([from, to]).toEqual(isOld ? [month.from, month.to] : [from, from]);
      }
      await consumption().rollUp(NOW);
      expect(await rows()).toEqual(after);
      await consumption().rollUp(startOf(TODAY + 500));
      expect(await totals()).toEqual(before);
    }),
    { numRuns: 8 }
  );
});

test('more rows than go in one transaction; ended in the middle, it goes on the next time', async () => {
  const day = TODAY - 500;
  const many = Array.from({ length: 1_200 }, (_, at) => ({ documentId: `d${at}`, source: SOURCE, day, views: at + 1 }));
  await counted(many);
  const before = await totals();
  let batches = 0;
  const listen = ({ sql }: { readonly sql: string }): void => {
    if (/^delete from .cs_views/.test(sql) && (batches += 1) === 2) throw new Error('the plug was pulled');
  };
  host().strapi.db.connection.on('query', listen);
  await expect(consumption().rollUp(NOW)).rejects.toThrow('the plug was pulled');
  host().strapi.db.connection.removeListener('query', listen);
  expect(await totals()).toEqual(before);
  await consumption().rollUp(NOW);
  expect(await totals()).toEqual(before);
  expect((await rows()).every(({ from, to }) => to > from)).toBe(true);
});

test('two processes do not do the same work; one that lost its lease writes nothing', async () => {
  await counted([{ documentId: 'a', source: SOURCE, day: TODAY - 500, views: 3 }]);
  const before = await rows();
  await table('cs_consumption_lease').update({ holder: 'another', expires_at: Date.now() + 50_000 });
  expect(await consumption().rollUp(NOW)).toBe(false);
  expect(await rows()).toEqual(before);
  await table('cs_consumption_lease').update({ expires_at: 0 });
  expect(await consumption().rollUp(NOW)).toBe(true);
  expect(await rows()).toHaveLength(1);
});

test('settling counts distinct entries of a day, again while it grows, and only what has grown', async () => {
  const guides = [await aGuide(host(), 'One'), await aGuide(host(), 'Two')];
  const see = (...documentIds: readonly (string | undefined)[]) =>
    sends(
      host(),
      documentIds.map((documentId) => ({ uid: GUIDE, documentId }))
    );
  const day = async () => {
    const [row] = await table('cs_source_days').where({ day: dayAt(Date.now()) });
    return [Number(row.events), row.entries];
  };
  await see(guides[0], guides[0], guides[0]);
  expect(await day()).toEqual([3, 0]);
  await consumption().settle();
  expect(await day()).toEqual([3, 1]);
  await see(guides[0], guides[1]);
  await consumption().settle();
  expect(await day()).toEqual([5, 2]);
  let isCounted = false;
  onStatement(host(), /count\(\*\)/, () => (isCounted = true));
  await consumption().settle();
  expect(isCounted).toBe(false);
});
