import fc from 'fast-check';
import { createExpiring } from '../../../server/core/consumption/expiring';
import { byCalendarMonth, byMonth, daysOf, monthOf, rolledUpTo } from '../../../server/core/consumption/month';
import { tally, type Judged } from '../../../server/core/consumption/tally';
import { isoDay, parseDay } from '../../../server/core/evidence/day';

const seen = (documentId: string, source = 'tracker:a'): Judged => ({
  source,
  target: { uid: 'api::a.a', documentId, locale: 'en' },
  isNamed: source === 'tracker:a',
});
const gone: Judged = { source: 'tracker:a', target: { reason: 'bot', uid: '' }, isNamed: true };

test('each key once, in the same order whatever the order of the events', () => {
  const events = [seen('b'), gone, seen('a'), seen('b'), seen('a', 'tracker:b'), gone];
  const expected = tally(events, 7);
  expect(expected.views.map(({ document_id, source, views }) => [document_id, source, views])).toEqual([
    ['a', 'tracker:a', 1],
    ['a', 'tracker:b', 1],
    ['b', 'tracker:a', 2],
  ]);
  expect(expected.days).toEqual([
    { source: 'tracker:a', uid: 'api::a.a', locale: 'en', day: 7, events: 3, named: 3 },
    { source: 'tracker:b', uid: 'api::a.a', locale: 'en', day: 7, events: 1, named: 0 },
  ]);
  expect(expected.drops).toEqual([{ source: 'tracker:a', uid: '', reason: 'bot', day: 7, events: 2 }]);
  expect(expected.doubts).toEqual([]);
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(tally(shuffled, 7)).toEqual(expected);
    })
  );
});

test('versions that may have been read are noted once, whether or not something else was counted', () => {
  const doubted = ['a', 'b'].map((documentId) => ({ uid: 'api::a.a', documentId, locale: 'en' }));
  const shared: Judged = { ...gone, target: { reason: 'unknown-path', uid: '', doubted }, isNamed: false };
  const spoken = seen('c');
  const found = tally([shared, shared, { ...spoken, target: { ...spoken.target, doubted: doubted.slice(0, 1) } }], 7);
  expect(found.doubts.map(({ document_id, last_day }) => [document_id, last_day])).toEqual([
    ['a', 7],
    ['b', 7],
  ]);
  expect(found.views).toHaveLength(1);
});

test('what expires is forgotten in time, and the oldest when there is too much', () => {
  const cache = createExpiring<number>({ most: 2, milliseconds: 10 });
  cache.set('a', 1, 0);
  expect([cache.get('a', 9), cache.get('a', 10)]).toEqual([1, undefined]);
  cache.set('b', 2, 0);
  cache.set('a', 3, 0);
  cache.set('c', 4, 0);
  expect([cache.get('a', 1), cache.get('b', 1), cache.get('c', 1), cache.size()]).toEqual([3, undefined, 4, 2]);
});

const day = (text: string): number => parseDay(text) ?? NaN;

test.each([
  ['2024-02-29', '2024-02-01', '2024-02-29'],
  ['2023-12-31', '2023-12-01', '2023-12-31'],
  ['1970-01-01', '1970-01-01', '1970-01-31'],
])('the month of %s', (text, from, to) => {
  const span = daysOf(monthOf(day(text)));
  expect([isoDay(span.from), isoDay(span.to)]).toEqual([from, to]);
});

test.each([
  ['2024-03-31', 30, '2024-02-29'],
  ['2024-03-30', 30, '2024-01-31'],
  ['2024-03-31', 31, '2024-01-31'],
])('on %s with %i days kept, months up to %s', (today, keepDays, last) => {
  expect(isoDay(rolledUpTo(day(today), keepDays))).toBe(last);
});

test('single days are summed by source and month, the month under way up to today, repeated views apart; periods stay', () => {
  const one = (source: string, from: string, to: string, views: number) => ({ source, from: day(from), to: day(to), views }); // prettier-ignore
  const counts = [
    one('tracker:b', '2024-02-03', '2024-02-03', 5),
    one('tracker:a', '2024-03-02', '2024-03-02', 1),
    one('tracker:a', '2024-02-29', '2024-02-29', 2),
    one('tracker:a', '2024-02-01', '2024-02-01', 3),
    one('tracker:a', '2024-02-01', '2024-02-29', 4),
    one('import:1', '2024-01-15', '2024-03-01', 7),
    one('import:2', '2024-02-05', '2024-02-05', 8),
    { ...one('tracker:a', '2024-02-05', '2024-02-05', 6), isRepeated: true as const },
  ];
  expect(byCalendarMonth(counts, day('2024-03-10'), (source) => source.startsWith('tracker:'))).toEqual([
    one('import:1', '2024-01-15', '2024-03-01', 7),
    one('tracker:a', '2024-02-01', '2024-02-29', 9),
    { ...one('tracker:a', '2024-02-01', '2024-02-29', 6), isRepeated: true },
    one('tracker:b', '2024-02-01', '2024-02-29', 5),
    one('import:2', '2024-02-05', '2024-02-05', 8),
    one('tracker:a', '2024-03-01', '2024-03-10', 1),
  ]);
});

test('months add up to what their days did, and hold them', () => {
  const row = fc.record({
    document_id: fc.constantFrom('a', 'b'),
    source: fc.constantFrom('tracker:a', 'tracker:b'),
    from_day: fc.integer({ min: 19_000, max: 19_400 }),
    views: fc.integer({ min: 1, max: 1_000 }),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const days = rows.map((one) => ({ uid: 'api::a.a', locale: '', to_day: one.from_day, ...one }));
      const months = byMonth(days);
      const sum = (of: readonly { readonly views: number }[]): number => of.reduce((n, { views }) => n + views, 0);
      expect(sum(months)).toBe(sum(days));
      for (const month of months) {
        expect(daysOf(monthOf(month.from_day))).toEqual({ from: month.from_day, to: month.to_day });
        const own = days.filter(
          (one) =>
            one.document_id === month.document_id &&
            one.source === month.source &&
            one.from_day >= month.from_day &&
            one.from_day <= month.to_day
        );
        expect(month.views).toBe(sum(own));
      }
    })
  );
});
