import fc from 'fast-check';
import type { EvidenceBody } from '../../../server/core/consumption-api';
import { GRADES, UNMEASURED_REASONS, type Grade } from '../../../server/core/evidence/evidence';
import { measuredBy, seenThrough } from '../../../server/core/files/seen-through';
import { NOT_MEASURED } from '../../../server/core/evidence/not-measured';
import { createFileJudge, NAMED_USES, usageOf, type FileUse } from '../../../server/core/files/uses';

const graded = (grade: Grade, more: Partial<EvidenceBody> = {}): EvidenceBody => ({
  ...NOT_MEASURED,
  grade,
  reason: null,
  ...more,
});

test.each([
  ['image/png', 'seen-through'],
  ['image/svg+xml', 'seen-through'],
  ['video/mp4', 'seen-through'],
  ['audio/mpeg', 'seen-through'],
  ['font/woff2', 'seen-through'],
  ['application/pdf', 'downloads'],
  ['application/zip', 'downloads'],
  ['text/csv', 'downloads'],
  ['', 'downloads'],
])('%s is measured by %s', (mime, by) => {
  expect(measuredBy(mime)).toBe(by);
});

test.each<[Grade, Grade, Grade]>([
  ['consumed', 'unmeasured', 'consumed'],
  ['consumed', 'never-consumed', 'consumed'],
  ['never-consumed', 'unmeasured', 'unmeasured'],
  ['dormant', 'never-consumed', 'dormant'],
  ['dormant', 'unmeasured', 'unmeasured'],
  ['never-consumed', 'too-new', 'too-new'],
  ['unpublished', 'never-consumed', 'never-consumed'],
])('shown by an entry that is %s and by one that is %s: %s', (one, other, grade) => {
  expect(seenThrough(graded(one), graded(other)).grade).toBe(grade);
});

test('views are added, days span both, and what is not known stays out', () => {
  const one = graded('consumed', {
    views: 3,
    viewsFrom: '2026-01-01',
    viewsTo: '2026-02-01',
    lastViewed: '2026-01-30',
  });
  const other = graded('dormant', { views: 4, viewsFrom: '2025-01-01', viewsTo: '2025-02-01', sources: ['GA4'] });
  expect(seenThrough(one, other)).toMatchObject({
    grade: 'consumed',
    views: 7,
    viewsFrom: '2025-01-01',
    viewsTo: '2026-02-01',
    lastViewed: '2026-01-30',
    sources: ['GA4'],
  });
  expect(seenThrough(one, NOT_MEASURED).views).toBe(3);
  expect(seenThrough(NOT_MEASURED, NOT_MEASURED).views).toBeNull();
});

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const aDay = fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}`);
const someEvidence: fc.Arbitrary<EvidenceBody> = fc.record({
  grade: fc.constantFrom(...GRADES),
  reason: orNull(fc.constantFrom(...UNMEASURED_REASONS)),
  views: orNull(fc.nat(1000)),
  viewsFrom: orNull(aDay),
  viewsTo: orNull(aDay),
  measuredDays: fc.nat(90),
  windowDays: fc.nat(180),
  windowTo: orNull(aDay),
  lastViewed: orNull(aDay),
  judgeableFrom: orNull(aDay),
  sources: fc.uniqueArray(fc.constantFrom('GA4', 'shop', 'site')).map((sources) => [...sources].sort()),
  uncountedShare: orNull(fc.constantFrom(0, 0.1, 0.9)),
  delivered: orNull(fc.boolean()),
});

test('order and grouping of the entries do not matter', () => {
  fc.assert(
    fc.property(someEvidence, someEvidence, someEvidence, (a, b, c) => {
      expect(seenThrough(a, b)).toEqual(seenThrough(b, a));
      expect(seenThrough(seenThrough(a, b), c)).toEqual(seenThrough(a, seenThrough(b, c)));
    })
  );
});

test('a file is never called unseen where one of its entries was seen or not measured', () => {
  fc.assert(
    fc.property(fc.array(someEvidence, { minLength: 1 }), (entries) => {
      const { grade } = entries.reduce(seenThrough);
      const all = entries.map((entry) => entry.grade);
      if (all.includes('consumed')) expect(grade).toBe('consumed');
      else if (all.includes('unmeasured')) expect(grade).toBe('unmeasured');
      if (grade === 'never-consumed')
        expect(all.every((one) => ['never-consumed', 'unpublished'].includes(one))).toBe(true);
    })
  );
});

const use = (documentId: string, isPublished = true): FileUse => ({ uid: 'api::a.a', documentId, isPublished });

test.each<[string, readonly FileUse[], string]>([
  ['nothing', [], 'unreferenced'],
  ['a draft', [use('a', false)], 'draft'],
  ['a draft and a published entry', [use('a', false), use('b')], 'published'],
])('used by %s', (_name, uses, usage) => {
  expect(usageOf(uses)).toBe(usage);
});

const judged = (
  by: 'downloads' | 'seen-through',
  own: Grade,
  uses: readonly FileUse[],
  entries: Readonly<Record<string, Grade>>
) => {
  const judge = createFileJudge(
    { measuredBy: by, ownEvidence: graded(own, own === 'consumed' ? { views: 1 } : {}) },
    ({ documentId }) => {
      const grade = entries[documentId];
      return grade === undefined ? undefined : graded(grade);
    }
  );
  for (const one of uses) judge.add(one);
  return judge.result();
};

test.each<[string, ReturnType<typeof judged>, Grade]>([
  [
    'a picture takes the grade of its entries',
    judged('seen-through', 'never-consumed', [use('a')], { a: 'dormant' }),
    'dormant',
  ],
  ['a document its own', judged('downloads', 'never-consumed', [use('a')], { a: 'consumed' }), 'never-consumed'],
  [
    'a picture of drafts could not be seen',
    judged('seen-through', 'never-consumed', [use('a', false)], { a: 'consumed' }),
    'unpublished',
  ],
  [
    'nor a document that only a draft links to',
    judged('downloads', 'never-consumed', [use('a', false)], {}),
    'unpublished',
  ],
  ['what drafts alone link to was opened', judged('downloads', 'consumed', [use('a', false)], {}), 'consumed'],
  [
    'a draft beside tells nothing',
    judged('seen-through', 'unmeasured', [use('a', false), use('b')], { a: 'consumed', b: 'never-consumed' }),
    'never-consumed',
  ],
  [
    'an entry of which nothing is known was not measured',
    judged('seen-through', 'unmeasured', [use('a'), use('b')], { a: 'never-consumed' }),
    'unmeasured',
  ],
  [
    'a picture that was opened itself was seen',
    judged('seen-through', 'consumed', [use('a')], { a: 'never-consumed' }),
    'consumed',
  ],
  ['a picture that is nowhere cannot be measured', judged('seen-through', 'never-consumed', [], {}), 'unmeasured'],
])('%s', (_name, { evidence }, grade) => {
  expect(evidence.grade).toBe(grade);
});

test('all uses are counted, and some named, published ones first', () => {
  const drafts = Array.from({ length: 30 }, (_, at) => use(`draft-${at}`, false));
  const { uses, usedBy, usage } = judged('seen-through', 'unmeasured', [...drafts, use('a'), use('b')], {});
  expect(usedBy).toBe(32);
  expect(uses).toHaveLength(NAMED_USES);
  expect(uses.slice(0, 3)).toEqual([use('a'), use('b'), use('draft-0', false)]);
  expect(usage).toBe('published');
});
