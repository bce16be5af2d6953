/** Tally and snapshot against counting by hand: what they say must be what one would count with all entries at hand. */
import * as fc from 'fast-check';
import { COUNTED, type Consumption, type Count, type Counted } from '../../../server/core/api';
import { assess } from '../../../server/core/audit/assess';
import type { EntryFacts, VariantFacts } from '../../../server/core/audit/facts';
import { readCoverage } from '../../../server/core/coverage/coverage';
import { countScopes, countTypes, type CountFilter, type Snapshot } from '../../../server/core/coverage/snapshot';
import { createTally } from '../../../server/core/coverage/tally';
import { dayAt } from '../../../server/core/evidence/day';
import { PERIODS, spanOf, type CountedInPeriod } from '../../../server/core/evidence/period';
import type { Span } from '../../../server/core/evidence/span';
import { DEFAULT_POLICY } from '../../../server/core/policy';
import { STATUSES } from '../../../server/core/vocabulary';
import { aContext, anEntry, aVariant, DAY, NOW, someAxes, someTags } from '../../support/builders';

const PERSONAS = ['finance', 'ops', 'everyone'];
const STAGES = { decision: 'buyer', onboarding: 'customer', adoption: 'customer' } as const;
const LOCALES = ['en', 'de', 'fr'];
const TODAY = dayAt(NOW);
/** Two types with locales, one without. */
const TYPES = ['api::article.article', 'api::guide.guide', 'api::faq.faq'];
const UNLOCALISED = 'api::faq.faq';

interface Listed {
  readonly uid: string;
  readonly facts: EntryFacts;
}
type Limits = Readonly<Record<string, readonly string[] | 'all'>>;

const axes = someAxes();
const context = aContext({ of: axes });

const snapshotOf = (entries: readonly Listed[]): Snapshot => {
  const tally = createTally(context.axes);
  for (const { uid, facts } of entries) tally.add(uid, assess(facts, context));
  // Through JSON, as it is stored.
  const periods = PERIODS.map((key) => spanOf(key, TODAY));
  return JSON.parse(
    JSON.stringify({ axes, policy: DEFAULT_POLICY, contentTypes: [], periods, ...tally.counts() })
  ) as Snapshot;
};

const filterOf = (counted: Counted, limits: Limits): CountFilter => ({
  counted,
  localesOf: (uid) => limits[uid] ?? null,
});

// Counting by hand, from the design's words alone.

const isCurrent = ({ updatedAt, contentDate, expiresAt }: VariantFacts): boolean =>
  (expiresAt === null || expiresAt > NOW) && NOW - (contentDate ?? updatedAt) <= 36 * 30.436875 * DAY;

const livePairs = ({ tags, excluded }: EntryFacts): readonly (readonly [string, string])[] =>
  excluded !== null
    ? []
    : tags
        .map(({ persona, stage }) => [persona ?? 'not-set', stage ?? 'not-set'] as const)
        .filter(([persona]) => [...PERSONAS, 'not-set'].includes(persona))
        .filter(([, stage]) => [...Object.keys(STAGES), 'not-set'].includes(stage));

const cellsOf = (facts: EntryFacts) => livePairs(facts).filter((pair) => !pair.includes('not-set'));

const isSpecific = (facts: EntryFacts): boolean => {
  const cells = cellsOf(facts);
  const [personas, stages] = [new Set(cells.map(([p]) => p)), new Set(cells.map(([, s]) => s))];
  return cells.length > 0 && personas.size <= 2 && stages.size <= 2 && !personas.has('everyone');
};

const ageOf = ({ uid, facts }: Listed, counted: Counted, limits: Limits): keyof Count | null => {
  const locales = limits[uid];
  if (locales === undefined) return null;
  const visible = facts.variants.filter(({ locale }) => locale === '' || locales === 'all' || locales.includes(locale));
  const readable = visible.filter(({ status }) => status !== 'draft');
  if (counted !== 'all' && readable.length === 0) return null;
  if (counted === 'dedicated' && !isSpecific(facts)) return null;
  const counting = readable.length > 0 ? readable : visible;
  if (counting.length === 0) return null;
  return counting.some(isCurrent) ? 'current' : 'old';
};

const counter =
  (entries: readonly Listed[], counted: Counted, limits: Limits) => (stands: (facts: EntryFacts) => boolean) => {
    const ages = entries.filter(({ facts }) => stands(facts)).map((entry) => ageOf(entry, counted, limits));
    return { current: ages.filter((age) => age === 'current').length, old: ages.filter((age) => age === 'old').length };
  };

const journeyOf = (stage: string): string | null => (stage in STAGES ? STAGES[stage as keyof typeof STAGES] : null);

const inJourney = (persona: string, journey: string) => (facts: EntryFacts) =>
  livePairs(facts).some(([p, s]) => p === persona && s in STAGES && STAGES[s as keyof typeof STAGES] === journey);

/** Every list there is, and who stands in it. */
const LISTS: readonly (readonly [scope: string, stands: (facts: EntryFacts) => boolean])[] = [
  ['all', () => true],
  ['excluded', ({ excluded }) => excluded !== null],
  ['placed', (facts) => cellsOf(facts).length > 0],
  ['to-place', (facts) => facts.excluded === null && cellsOf(facts).length === 0],
  ...[...PERSONAS, 'not-set'].map(
    (persona) => [`persona:${persona}`, (facts: EntryFacts) => livePairs(facts).some(([p]) => p === persona)] as const
  ),
  ...[...Object.keys(STAGES), 'not-set'].map(
    (stage) => [`stage:${stage}`, (facts: EntryFacts) => livePairs(facts).some(([, s]) => s === stage)] as const
  ),
  ...['buyer', 'customer'].map(
    (journey) =>
      [
        `journey:${journey}`,
        (facts: EntryFacts) =>
          livePairs(facts).some(([, s]) => s in STAGES && STAGES[s as keyof typeof STAGES] === journey),
      ] as const
  ),
  ...[...PERSONAS, 'not-set'].flatMap((persona) =>
    ['buyer', 'customer'].map((journey) => [`journey-cell:${persona}/${journey}`, inJourney(persona, journey)] as const)
  ),
  ...[...PERSONAS, 'not-set'].flatMap((persona) =>
    [...Object.keys(STAGES), 'not-set'].map(
      (stage) =>
        [
          `cell:${persona}/${stage}`,
          (facts: EntryFacts) => livePairs(facts).some(([p, s]) => p === persona && s === stage),
        ] as const
    )
  ),
];

/** One view, so many days ago. */
const aView = (ago: number) => ({ from: TODAY - ago, to: TODAY - ago, views: 1, source: 'tracker:any' });

// Random libraries, in believable disorder.

const inPeriod = (span: Span): fc.Arbitrary<CountedInPeriod> =>
  fc.record({ span: fc.constant(span), views: fc.nat({ max: 2 }), known: fc.constantFrom([], [span]) });

const variants = (locale: string) =>
  fc
    .record({
      status: fc.constantFrom(...STATUSES),
      updatedAt: fc.constantFrom(NOW - DAY, NOW - 500 * DAY, NOW - 2000 * DAY),
      contentDate: fc.constantFrom(null, null, NOW - 2000 * DAY),
      expiresAt: fc.constantFrom(null, null, NOW - DAY, NOW + DAY),
      counts: fc.array(fc.constantFrom(aView(3), aView(50), aView(300)), { maxLength: 2 }),
      measured: fc.constantFrom([], [{ from: TODAY - 400, to: TODAY - 1 }]),
      periods: fc.tuple(...PERIODS.map((key) => inPeriod(spanOf(key, TODAY)))),
    })
    .map((facts) => aVariant({ ...facts, locale, measuredBy: ['tracker:any'] }));

const tags = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...PERSONAS, 'it', 'deleted', '-'),
      fc.constantFrom(...Object.keys(STAGES), 'legacy', 'deleted', '-')
    )
    .map((pair) => pair.join('.')),
  { maxLength: 6 }
);

const entry = fc.constantFrom(...TYPES).chain((uid) =>
  fc.record({
    uid: fc.constant(uid),
    facts: fc
      .record({
        variants:
          uid === UNLOCALISED
            ? fc.tuple(variants(''))
            : fc
                .subarray(LOCALES, { minLength: 1 })
                .chain((locales) => fc.tuple(...locales.map((locale) => variants(locale)))),
        tags,
        excluded: fc.constantFrom(null, null, null, null, 'legal' as const),
      })
      .map(({ tags: pairs, ...facts }) => anEntry({ ...facts, tags: someTags(pairs.join(' ')) })),
  })
);

const library = fc.array(entry, { maxLength: 40 });
const counted = fc.constantFrom(...COUNTED);
const limits: fc.Arbitrary<Limits> = fc
  .record(Object.fromEntries(TYPES.map((uid) => [uid, fc.oneof(fc.constant('all' as const), fc.subarray(LOCALES))])), {
    requiredKeys: [],
  })
  .map((record) => record as Limits);

test('every list, under every filter, counts distinct entries', () => {
  fc.assert(
    fc.property(library, counted, limits, (entries, how, under) => {
      const counts = countScopes(snapshotOf(entries), filterOf(how, under));
      const count = counter(entries, how, under);
      for (const [scope, stands] of LISTS) {
        expect([scope, counts.get(scope) ?? { current: 0, old: 0 }]).toEqual([scope, count(stands)]);
      }
    }),
    { numRuns: 300 }
  );
});

test('no list holds entries besides those that are known', () => {
  const known = new Set(LISTS.map(([scope]) => scope));
  fc.assert(
    fc.property(library, (entries) => {
      const scopes = snapshotOf(entries).scopes.filter((scope) => !/^(finding|evidence|silence):/.test(scope));
      expect(scopes.filter((scope) => !known.has(scope))).toEqual([]);
    })
  );
});

test('findings count the entries whose versions all have them', () => {
  fc.assert(
    fc.property(library, counted, (entries, how) => {
      const whole = Object.fromEntries(TYPES.map((uid) => [uid, 'all' as const]));
      const counts = countScopes(snapshotOf(entries), filterOf(how, whole));
      const count = counter(entries, how, whole);
      const expired = count(({ variants: all }) => {
        const readable = all.filter(({ status }) => status !== 'draft');
        return (readable.length > 0 ? readable : all).every(({ expiresAt }) => expiresAt !== null && expiresAt <= NOW);
      });
      expect(counts.get('finding:expired') ?? { current: 0, old: 0 }).toEqual(expired);
    })
  );
});

test('cells and totals sum the views of their entries and count those that were measured', () => {
  fc.assert(
    fc.property(library, counted, limits, (entries, how, under) => {
      const body = readCoverage(snapshotOf(entries), filterOf(how, under));
      const { from, to } = body.consumption;
      const sums = sumsOf(body);
      const isToldOf = sums.some(([{ views }]) => views !== null);
      expect(from !== null && to !== null && from <= to).toBe(isToldOf || from !== null);
      for (const [{ views, measured, neverConsumed }, persona, stage] of sums) {
        const inCell = versionsIn(entries, how, under, persona, stage);
        const viewed = inCell.filter((all) => all.some((one) => one.counts.some(({ to }) => to > TODAY - 180)));
        const rest = inCell.filter((all) => !viewed.includes(all) && all.length > 0);
        const zero = rest.filter((all) => all.every((one) => one.measured.length > 0));
        const never = zero.filter((all) => all.every((one) => one.counts.length === 0));
        const sum = inCell.flat().reduce((total, one) => total + one.counts.length, 0);
        expect({ measured, neverConsumed }).toEqual({
          measured: viewed.length + zero.length,
          neverConsumed: never.length,
        });
        expect(views).toBe(measured === 0 && sum === 0 ? null : sum);
      }
    }),
    { numRuns: 300 }
  );
});

test('and of each period, at least, where not all of their versions are known', () => {
  fc.assert(
    fc.property(library, counted, limits, fc.constantFrom(...PERIODS), (entries, how, under, key) => {
      const body = readCoverage(snapshotOf(entries), filterOf(how, under), key);
      const at = PERIODS.indexOf(key);
      expect([body.consumption.from, body.consumption.to].map((day) => dayAt(Date.parse(day ?? '')))).toEqual([
        spanOf(key, TODAY).from,
        TODAY - 1,
      ]);
      for (const [{ views, isPartial }, persona, stage] of sumsOf(body)) {
        const periods = versionsIn(entries, how, under, persona, stage)
          .flat()
          .flatMap((one) => one.periods[at] ?? []);
        const sum = periods.reduce((total, one) => total + one.views, 0);
        const known = periods.filter((one) => one.known.length > 0).length;
        expect([views, isPartial]).toEqual(
          sum === 0 && known === 0 ? [null, undefined] : [sum, known < periods.length]
        );
      }
    }),
    { numRuns: 300 }
  );
});

/** Every number of consumption, with its persona and its stage or journey. */
const sumsOf = ({
  cells,
  everyone,
  notSet,
  journeyCells,
  consumption: { personas, stages, journeys },
}: ReturnType<typeof readCoverage>): readonly (readonly [
  Consumption,
  persona: string | null,
  stage: string | null,
])[] => [
  ...cells.map((cell) => [cell, cell.persona, cell.stage] as const),
  ...Object.entries(personas).map(([persona, sum]) => [sum, persona, null] as const),
  ...Object.entries(stages).map(([stage, sum]) => [sum, null, stage] as const),
  ...everyone.map((sum) => [sum, 'everyone', sum.stage] as const),
  ...notSet.persona.map((sum) => [sum, 'not-set', sum.stage] as const),
  ...notSet.stage.map((sum) => [sum, sum.persona, 'not-set'] as const),
  ...journeyCells.map((sum) => [sum, sum.persona, sum.journey] as const),
  ...Object.entries(journeys).map(([journey, sum]) => [sum, null, journey] as const),
];

/** The published versions in sight of each entry behind such a number. */
const versionsIn = (
  entries: readonly Listed[],
  how: Counted,
  under: Limits,
  persona: string | null,
  stage: string | null
): readonly (readonly VariantFacts[])[] =>
  entries
    .filter((one) =>
      livePairs(one.facts).some(([p, s]) => p === (persona ?? p) && [null, s, journeyOf(s)].includes(stage))
    )
    .filter((one) => ageOf(one, how, under) !== null)
    .map(({ uid, facts }) => {
      const locales = under[uid] ?? [];
      const isVisible = ({ locale }: VariantFacts) => locale === '' || locales === 'all' || locales.includes(locale);
      return facts.variants.filter((one) => one.status !== 'draft' && isVisible(one));
    });

test('of an audit that kept no days, what it did not add up is not known, and never 0', () => {
  const [article = ''] = TYPES;
  const read = anEntry({
    tags: someTags('ops.decision -.decision ops.-'),
    variants: [
      aVariant({ counts: [aView(3)], measured: [{ from: TODAY - 400, to: TODAY - 1 }], measuredBy: ['tracker:any'] }),
    ],
  });
  const whole = snapshotOf([{ uid: article, facts: read }]);
  const former = { ...whole, groups: whole.groups.map(({ days: _days, ...group }) => group) };
  const viewsIn = (snapshot: Snapshot) => {
    const body = readCoverage(snapshot, filterOf('published', { [article]: 'all' }));
    const { personas, stages, journeys, from, to } = body.consumption;
    const cell = body.cells.find(({ persona, stage }) => persona === 'ops' && stage === 'decision');
    return [cell, personas['ops'], stages['not-set'], personas['not-set'], journeys.buyer, body.notSet.stage[0]]
      .map((sum) => sum?.views)
      .concat(from === null ? [] : [Date.parse(to ?? '') - Date.parse(from)]);
  };
  expect(viewsIn(whole)).toEqual([1, 1, 1, 1, 1, 1, 99 * DAY]);
  expect(viewsIn(former)).toEqual([1, 1, null, null, null, null]);
});

test('content types count their own entries', () => {
  fc.assert(
    fc.property(library, counted, limits, fc.constantFrom(...LISTS), (entries, how, under, [scope, stands]) => {
      const types = countTypes(snapshotOf(entries), filterOf(how, under), scope);
      for (const uid of TYPES) {
        const { current, old } = counter(
          entries.filter((one) => one.uid === uid),
          how,
          under
        )(stands);
        expect([uid, types.get(uid) ?? 0]).toEqual([uid, current + old]);
      }
    })
  );
});

test('the heatmap shows these numbers, a gap as a row with a zero', () => {
  fc.assert(
    fc.property(library, counted, limits, (entries, how, under) => {
      const coverage = readCoverage(snapshotOf(entries), filterOf(how, under));
      const count = counter(entries, how, under);
      const specific = counter(entries, 'dedicated', under);
      const inCell = (persona: string, stage: string) => (facts: EntryFacts) =>
        livePairs(facts).some(([p, s]) => p === persona && s === stage);
      const keys = coverage.cells.map(({ persona, stage }) => [persona, stage]);
      expect(keys).toEqual(['finance', 'ops'].flatMap((p) => Object.keys(STAGES).map((s) => [p, s])));
      for (const { persona, stage, current, old, everyone, sharedOnly } of coverage.cells) {
        expect({ current, old }).toEqual(count(inCell(persona, stage)));
        expect(everyone).toBe(count(inCell('everyone', stage)).current);
        const isCovered = how === 'published' && current > 0;
        expect(sharedOnly).toBe(isCovered && specific(inCell(persona, stage)).current === 0);
      }
      const rows = coverage.journeyCells.map(({ persona, journey }) => `${persona} ${journey}`);
      expect(rows).toEqual(
        ['finance', 'ops', 'everyone', 'not-set'].flatMap((p) => ['buyer', 'customer'].map((j) => `${p} ${j}`))
      );
      for (const { persona, journey, current, old } of coverage.journeyCells) {
        expect({ current, old }).toEqual(count(inJourney(persona, journey)));
      }
      const { totals } = coverage;
      const headline = counter(entries, how === 'dedicated' ? 'published' : how, under);
      const sum = ({ current, old }: Count) => current + old;
      expect(totals.entries).toBe(sum(headline(() => true)));
      expect(totals.excluded).toBe(sum(headline(({ excluded }) => excluded !== null)));
      expect(totals.toPlace).toBe(totals.entries - totals.placed);
      for (const [persona, total] of Object.entries(totals.personas)) {
        expect([persona, total]).toEqual([persona, count((facts) => livePairs(facts).some(([p]) => p === persona))]);
      }
      for (const [stage, total] of Object.entries(totals.stages)) {
        expect([stage, total]).toEqual([stage, count((facts) => livePairs(facts).some(([, s]) => s === stage))]);
      }
    })
  );
});

test('entries alike share a group: memory does not grow with their number', () => {
  const alike = Array.from({ length: 500 }, (_, at) => ({
    uid: 'api::article.article',
    facts: anEntry({ documentId: `doc${at}`, tags: someTags(at % 2 === 0 ? 'finance.decision' : 'ops.adoption') }),
  }));
  expect(snapshotOf(alike).groups).toHaveLength(1);
});
