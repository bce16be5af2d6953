import type { Counted } from '../../../server/core/api';
import { assess } from '../../../server/core/audit/assess';
import type { EntryFacts } from '../../../server/core/audit/facts';
import type { Axes } from '../../../server/core/axes';
import { readCoverage } from '../../../server/core/coverage/coverage';
import { createTally } from '../../../server/core/coverage/tally';
import { DEFAULT_POLICY } from '../../../server/core/policy';
import { aContext, anEntry, aPersona, aStage, aVariant, DAY, NOW, someAxes, someTags } from '../../support/builders';

const UID = 'api::article.article';
const OLD = aVariant({ updatedAt: NOW - 2000 * DAY });

interface Asked {
  readonly counted?: Counted;
  readonly of?: Axes;
  readonly locales?: 'all' | readonly string[];
}

const coverage = (
  entries: readonly Partial<EntryFacts>[],
  { counted = 'published', of = someAxes(), locales = 'all' }: Asked = {}
) => {
  const context = aContext({ of });
  const tally = createTally(context.axes);
  for (const entry of entries) tally.add(UID, assess(anEntry(entry), context));
  const snapshot = { axes: of, policy: DEFAULT_POLICY, contentTypes: [], ...tally.counts() };
  return readCoverage(snapshot, { counted, localesOf: () => locales });
};

const placed = (pairs: string, entry: Partial<EntryFacts> = {}) => ({ tags: someTags(pairs), ...entry });
const times = (count: number, entry: Partial<EntryFacts>) => Array.from({ length: count }, () => entry);
const cellOf = (body: ReturnType<typeof coverage>, persona: string, stage: string) =>
  body.cells.find((cell) => cell.persona === persona && cell.stage === stage);

test('an empty library: every cell is there, every cell is a gap', () => {
  const { cells, totals, sparse, gaps, everyone, notSet } = coverage([]);
  expect(cells.map(({ persona, journey, stage, verdict }) => [persona, journey, stage, verdict])).toEqual([
    ['finance', 'buyer', 'decision', 'gap'],
    ['finance', 'customer', 'onboarding', 'gap'],
    ['finance', 'customer', 'adoption', 'gap'],
    ['ops', 'buyer', 'decision', 'gap'],
    ['ops', 'customer', 'onboarding', 'gap'],
    ['ops', 'customer', 'adoption', 'gap'],
  ]);
  expect(totals).toMatchObject({ entries: 0, placed: 0, toPlace: 0, excluded: 0 });
  expect(sparse).toBe(true);
  expect(gaps).toHaveLength(6);
  expect(everyone.map(({ stage }) => stage)).toEqual(['decision', 'onboarding', 'adoption']);
  expect(notSet).toEqual({ persona: [], stage: [] });
});

test('totals count an entry once, in however many cells it stands', () => {
  const { cells, totals } = coverage([placed('finance.decision finance.adoption ops.decision ops.adoption')]);
  expect(cells.reduce((sum, { current }) => sum + current, 0)).toBe(4);
  expect(totals.entries).toBe(1);
  expect(totals.personas).toMatchObject({ finance: { current: 1, old: 0 }, ops: { current: 1, old: 0 } });
  expect(totals.stages).toMatchObject({ decision: { current: 1, old: 0 }, adoption: { current: 1, old: 0 } });
  expect(totals.journeys).toEqual({ buyer: { current: 1, old: 0 }, customer: { current: 1, old: 0 } });
});

test('the verdict goes by current entries; old ones stand beside', () => {
  const body = coverage([placed('finance.decision', { variants: [OLD] }), placed('finance.decision')]);
  expect(cellOf(body, 'finance', 'decision')).toMatchObject({ current: 1, old: 1, verdict: 'thin' });
});

test('what is for everyone stands beside the cells, never in them', () => {
  const body = coverage([placed('everyone.decision'), placed('everyone.decision', { variants: [OLD] })]);
  expect(cellOf(body, 'ops', 'decision')).toMatchObject({ current: 0, old: 0, everyone: 1, verdict: 'gap' });
  expect(body.everyone[0]).toMatchObject({ stage: 'decision', current: 1, old: 1 });
  expect(body.totals).toMatchObject({ placed: 2, toPlace: 0 });
});

test('what has one side open stands apart, and only where it holds something', () => {
  const { notSet, cells, totals } = coverage([placed('finance.-'), placed('everyone.-'), placed('-.adoption')]);
  expect(notSet).toMatchObject({
    persona: [{ stage: 'adoption', current: 1, old: 0 }],
    stage: [
      { persona: 'everyone', current: 1, old: 0 },
      { persona: 'finance', current: 1, old: 0 },
    ],
  });
  expect(cells.every(({ current }) => current === 0)).toBe(true);
  expect(totals).toMatchObject({ entries: 3, placed: 0, toPlace: 3 });
});

test('excluded entries are dealt with: they count as placed', () => {
  const { totals } = coverage([{ excluded: 'legal' }, {}, placed('finance.decision')]);
  expect(totals).toMatchObject({ entries: 3, placed: 2, toPlace: 1, excluded: 1 });
});

test.each<[string, readonly Partial<EntryFacts>[], boolean, string]>([
  ['written specifically', [placed('finance.decision')], false, 'thin'],
  ['written for many', times(2, placed('finance.decision finance.onboarding finance.adoption')), true, 'on-target'],
  [
    'both',
    [placed('finance.decision'), placed('finance.decision finance.onboarding finance.adoption')],
    false,
    'on-target',
  ],
  [
    'for many, and an old one written specifically',
    [placed('finance.decision finance.onboarding finance.adoption'), placed('finance.decision', { variants: [OLD] })],
    true,
    'thin',
  ],
  ['nothing', [], false, 'gap'],
])('shared only: %s → %s', (_name, entries, sharedOnly, verdict) => {
  expect(cellOf(coverage(entries), 'finance', 'decision')).toMatchObject({ sharedOnly, verdict });
});

test.each<[Counted, number, number]>([
  ['published', 2, 4],
  ['all', 3, 6],
  // The headline still tells what is to place: that is written for nobody yet.
  ['dedicated', 1, 4],
])('counted %s', (counted, current, entries) => {
  const draft = { variants: [aVariant({ status: 'draft' })] };
  const body = coverage(
    [
      placed('finance.decision'),
      placed('finance.decision finance.onboarding finance.adoption'),
      placed('finance.decision', draft),
      placed('everyone.adoption'),
      {},
      draft,
    ],
    { counted }
  );
  expect(cellOf(body, 'finance', 'decision')?.current).toBe(current);
  expect(body.totals.entries).toBe(entries);
});

test('a cell has its own target, and may be not needed', () => {
  const of = someAxes({
    cells: [
      { persona: 'finance', stage: 'decision', target: 1, notNeeded: null },
      { persona: 'ops', stage: 'decision', target: null, notNeeded: 'Ops never buys' },
    ],
  });
  const body = coverage([placed('finance.decision')], { of });
  expect(cellOf(body, 'finance', 'decision')).toMatchObject({ target: 1, verdict: 'on-target', notNeeded: null });
  expect(cellOf(body, 'ops', 'decision')).toMatchObject({
    target: 2,
    verdict: 'not-needed',
    notNeeded: 'Ops never buys',
    rank: null,
  });
  expect(body.gaps.map(({ persona, stage }) => `${persona}.${stage}`)).not.toContain('ops.decision');
});

test('retired personas and stages are in no row and column', () => {
  const { personas, stages, cells, totals } = coverage([placed('it.decision finance.legacy')]);
  expect([personas, stages].map((axis) => axis.map(({ key }) => key))).toEqual([
    ['finance', 'ops'],
    ['decision', 'onboarding', 'adoption'],
  ]);
  expect(cells).toHaveLength(6);
  expect(totals.toPlace).toBe(1);
});

test.each([
  [4, 1, false],
  [5, 1, true],
])('of %i entries to place and 1 placed: judged from a fifth on', (unplaced, one, sparse) => {
  expect(coverage([...times(unplaced, {}), ...times(one, placed('finance.decision'))]).sparse).toBe(sparse);
});

test('hand-offs follow the current entries of the cells', () => {
  const { handoffs } = coverage([placed('finance.decision finance.onboarding'), placed('ops.decision')]);
  expect(handoffs).toEqual([
    { persona: 'finance', handoff: 'kept' },
    { persona: 'ops', handoff: 'broken' },
  ]);
});

test('a locale counts its own versions', () => {
  const entry = placed('finance.decision', {
    variants: [aVariant({ locale: 'en' }), aVariant({ locale: 'de', status: 'draft' })],
  });
  const counts = ['en', 'de', 'fr'].map((locale) => coverage([entry], { locales: [locale] }).totals.entries);
  expect(counts).toEqual([1, 0, 0]);
  expect(coverage([entry], { locales: ['de'], counted: 'all' }).totals.entries).toBe(1);
});

test('the heatmap of a large company', () => {
  const of = someAxes({
    personas: Array.from({ length: 25 }, (_, at) => aPersona(`p${at}`)),
    stages: Array.from({ length: 12 }, (_, at) => aStage(`s${at}`, at < 6 ? 'buyer' : 'customer')),
  });
  const { cells, gaps } = coverage([placed('p24.s11')], { of });
  expect([cells.length, gaps.length]).toEqual([300, 299]);
});
