/** What must hold of every asset, whatever was counted of it. */
import * as fc from 'fast-check';
import { countedOnce } from '../../../server/core/evidence/counted-once';
import { evidence, GRADES, type Evidence, type Measurements } from '../../../server/core/evidence/evidence';
import { daysIn, union, within, type Span } from '../../../server/core/evidence/span';
import { trackerDays, type TrackerDay } from '../../../server/core/evidence/tracker-days';
import { DEFAULT_POLICY } from '../../../server/core/policy';

const TODAY = 1_000;
const { neverDays, dormantDays, measuredShare, importDays } = DEFAULT_POLICY;

const day = fc.integer({ min: TODAY - 400, max: TODAY });
const span = fc.tuple(day, fc.integer({ min: 0, max: 300 })).map(([from, length]): Span => {
  return { from, to: Math.min(from + length, TODAY) };
});
const count = fc
  .tuple(
    fc.oneof(
      span,
      day.map((at) => ({ from: at, to: at }))
    ),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('a', 'b')
  )
  .map(([period, views, source]) => ({ ...period, views, source }));
/** Measured by trackers or the like, and by files, which also report. */
const measuredBy = (tracked: readonly Span[], files: readonly Span[]): Pick<Measurements, 'measured' | 'reported'> => ({
  measured: union([...tracked, ...files]),
  reported: files.map(({ to }) => to),
});
const asset: fc.Arbitrary<Measurements> = fc
  .record({
    publishedOn: fc.option(day),
    readableFrom: fc.option(day),
    counts: fc.array(count, { maxLength: 4 }),
    tracked: fc.array(span, { maxLength: 4 }),
    files: fc.array(span, { maxLength: 3 }),
    obstacle: fc.constantFrom(null, 'url-unmapped' as const, 'below-cut-off' as const, 'address-changed' as const),
    mayHaveMoved: fc.boolean(),
  })
  .map(({ tracked, files, ...rest }) => ({ ...rest, ...measuredBy(tracked, files) }));

const graded = (one: Measurements): Evidence => evidence(one, DEFAULT_POLICY, TODAY);
const isSilent = ({ grade }: Evidence): boolean => grade === 'never-consumed' || grade === 'dormant';
const hasRecent = ({ counts }: Measurements): boolean =>
  counts.some(({ views, to }) => views > 0 && to >= TODAY - dormantDays);

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, property), { numRuns: 2_000 });
};

test('every asset has exactly one of the grades, and a published one is never unpublished', () => {
  holds(asset, (one) => {
    const { grade } = graded(one);
    expect(GRADES.filter((known) => known === grade)).toHaveLength(1);
    expect(grade === 'unpublished').toBe(one.publishedOn === null);
  });
});

test('views that two sources counted change the sum of views and nothing else', () => {
  holds(asset, (one) => {
    const once = graded({ ...one, counts: countedOnce(one.counts, [{ id: 1, source: 'a', series: 'a' }]) });
    const [{ views, ...rest }, { views: all, ...others }] = [
      { views: 0, ...once },
      { views: 0, ...graded(one) },
    ];
    expect(rest).toEqual(others);
    expect([views > 0, views <= all]).toEqual([all > 0, true]);
  });
});

test('no asset with a view in the window is never consumed or dormant', () => {
  holds(asset.filter(hasRecent), (one) => {
    expect(isSilent(graded(one))).toBe(false);
    if (one.publishedOn !== null) expect(graded(one).grade).toBe('consumed');
  });
});

test('no asset with any view is never consumed', () => {
  holds(asset, (one) => {
    if (one.counts.some(({ views }) => views > 0)) expect(graded(one).grade).not.toBe('never-consumed');
  });
});

test('no asset of which a view may be at another address is never consumed, and all else is graded as without that doubt', () => {
  holds(asset, (one) => {
    const [doubted, sure] = [graded({ ...one, mayHaveMoved: true }), graded({ ...one, mayHaveMoved: false })];
    expect(doubted.grade).toBe(sure.grade === 'never-consumed' ? 'unmeasured' : sure.grade);
    if (sure.grade === 'never-consumed') expect(doubted).toMatchObject({ reason: 'address-changed', views: 0 });
  });
});

test('no asset short of measured days is called zero', () => {
  holds(asset, (one) => {
    const found = graded(one);
    if (found.grade !== 'never-consumed' && found.grade !== 'dormant') return;
    const { grade, windowTo } = found;
    const window = grade === 'dormant' ? dormantDays : neverDays;
    const measured = daysIn(within(one.measured, { from: windowTo - window + 1, to: windowTo }));
    expect(measured).toBeGreaterThanOrEqual(measuredShare * window);
    if (windowTo !== TODAY - 1) expect(one.reported).toContain(windowTo);
    expect(windowTo).toBeGreaterThanOrEqual(TODAY - importDays);
  });
});

test('days before an asset was published again prove nothing', () => {
  holds(
    asset.filter(({ obstacle }) => obstacle !== null),
    (one) => {
      const { readableFrom: from } = one;
      if (from === null) return;
      expect(graded({ ...one, measured: within(one.measured, { from, to: TODAY }) })).toEqual(graded(one));
    }
  );
});

test('adding a recent view makes consumed what is published, and nothing else', () => {
  holds(fc.tuple(asset, fc.integer({ min: TODAY - dormantDays, max: TODAY })), ([one, at]) => {
    const view = { from: at, to: at, views: 1, source: 'a' };
    const after = graded({ ...one, counts: [...one.counts, view] });
    expect(after.grade).toBe(one.publishedOn === null ? 'unpublished' : 'consumed');
  });
});

test('adding measured days only ever turns what was not known into what is', () => {
  holds(fc.tuple(asset, span), ([one, more]) => {
    const measured = union([...one.measured, more]);
    for (const reported of [one.reported, [...one.reported, more.to]]) {
      const [before, after] = [graded(one), graded({ ...one, measured, reported })];
      // Seen in the days up to an import; the days since may show that it was not lately.
      if (before.grade === 'consumed' && !hasRecent(one)) expect(['consumed', 'dormant']).toContain(after.grade);
      else if (before.grade !== 'unmeasured') expect(after.grade).toBe(before.grade);
      else expect(GRADES.filter((grade) => grade !== 'unpublished')).toContain(after.grade);
    }
  });
});

test('neither the order of counts nor splitting a day of them matters', () => {
  holds(fc.tuple(asset, fc.boolean()), ([one, isReversed]) => {
    const split = one.counts.flatMap((each) => [
      { ...each, views: Math.floor(each.views / 2) },
      { ...each, views: each.views - Math.floor(each.views / 2) },
    ]);
    const counts = isReversed ? split.reverse() : split;
    expect(graded({ ...one, counts })).toEqual(graded(one));
  });
});

test('neither the order of measured spans, nor splitting them, nor measuring a day twice matters', () => {
  holds(fc.tuple(asset, fc.array(span, { maxLength: 4 }), day), ([one, spans, cut]) => {
    const pieces = spans.flatMap(({ from, to }) =>
      from < cut && cut <= to
        ? [
            { from: cut, to },
            { from, to: cut - 1 },
          ]
        : [{ from, to }]
    );
    const measured = union(spans);
    expect(union([...pieces, ...pieces].reverse())).toEqual(measured);
    expect(graded({ ...one, measured: union(pieces) })).toEqual(graded({ ...one, measured }));
  });
});

const trackerDay = fc.record({
  day: fc.integer({ min: TODAY - 150, max: TODAY - 1 }),
  events: fc.integer({ min: 1, max: 60 }),
  named: fc.constant(0),
  entries: fc.integer({ min: 1, max: 8 }),
});
const sent = fc.uniqueArray(trackerDay, { maxLength: 120, selector: (one) => one.day });
const measuredOf = (days: readonly TrackerDay[], today: number): readonly Span[] =>
  trackerDays(days, new Set(days.map((one) => one.day)), 100, DEFAULT_POLICY, today);

test('a tracker measures no day on which it sent nothing, and order does not matter', () => {
  holds(sent, (days) => {
    const spans = measuredOf(days, TODAY);
    const known = new Set(days.map((one) => one.day));
    expect(daysIn(spans)).toBeLessThanOrEqual(known.size);
    for (const { from, to } of spans) for (let at = from; at <= to; at += 1) expect(known.has(at)).toBe(true);
    expect(measuredOf([...days].reverse(), TODAY)).toEqual(spans);
  });
});

test('with the tracker removed for a month no grade worsens', () => {
  holds(fc.tuple(sent, fc.integer({ min: 1, max: 30 }), asset), ([days, gone, one]) => {
    const last = TODAY - gone;
    const before = days.filter((each) => each.day < last);
    // Had it gone on and counted nothing, every day since would have been a zero.
    const running = union([...measuredOf(before, last), { from: last, to: TODAY }]);
    const counts = one.counts.filter(({ to }) => to < last);
    const removed = graded({ ...one, counts, reported: [], measured: measuredOf(before, TODAY) });
    if (isSilent(removed))
      expect(graded({ ...one, counts, reported: [], measured: running }).grade).toBe(removed.grade);
    if (gone > 9) expect(isSilent(removed)).toBe(false);
  });
});
