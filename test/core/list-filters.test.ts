import { LIST_FILTERS, readListFilter, splitFilters } from '../../server/core/list-filters';

const of = (name: keyof typeof LIST_FILTERS, $eq: string) => ({ [LIST_FILTERS[name]]: { $eq } });

test("what is not ours stays the host's, in its order", () => {
  const title = { title: { $contains: 'a' } };
  const slug = { slug: { $eq: 'b' } };
  expect(splitFilters([title, of('persona', 'ops'), {}, { ...slug, ...of('stage', 'decision') }]).rest).toEqual([
    title,
    {},
    slug,
  ]);
});

test.each([
  ['nothing', [], [], []],
  ['a cell', [of('stage', 'decision'), of('persona', 'ops')], [{ persona: ['ops'], stage: ['decision'] }], []],
  ['a persona twice', [of('persona', 'ops'), of('persona', 'ops')], [{ persona: ['ops'] }], []],
  [
    'two personas at a stage',
    [of('persona', 'ops'), of('persona', 'it'), of('stage', 'decision')],
    [
      { persona: ['ops'], stage: ['decision'] },
      { persona: ['it'], stage: ['decision'] },
    ],
    [],
  ],
  ['a placement beside', [of('placement', 'to-place'), of('journey', 'buyer')], [{ journey: ['buyer'] }], ['to-place']],
])('%s', (_name, conditions, tags, placements) => {
  expect(readListFilter(splitFilters(conditions).own)).toEqual({ tags, placements });
});

test.each([
  ['a list of keys', [{ [LIST_FILTERS.persona]: { $in: ['ops'] } }], LIST_FILTERS.persona],
  ['more than people ask for', Array.from({ length: 51 }, (_, at) => of('stage', `stage-${at}`)), 'at most 50'],
])('%s is refused', (_name, conditions, sentence) => {
  expect(() => readListFilter(splitFilters(conditions).own)).toThrow(sentence);
});
