import { choicesOf, type SampledField } from '../../server/core/rule-choices';

const aField = (field: string, sampled: Partial<SampledField> = {}): SampledField => ({
  field,
  kind: 'text',
  type: 'string',
  samples: [],
  ...sampled,
});
const each = (...values: string[]): SampledField['samples'] => values.map((value) => [value]);
const NUMBERS = Array.from({ length: 120 }, (_, at) => String(at));
const aJson = (...lists: string[]): SampledField =>
  aField('topics', { kind: 'list', type: 'json', samples: lists.map((list) => list.split(' ')) });

test.each<[string, SampledField, string]>([
  ['a closed list', aField('topic', { kind: 'enumeration', type: 'enumeration' }), 'groups'],
  ['yes or no', aField('internal', { kind: 'boolean', type: 'boolean' }), 'groups'],
  ['a relation’s name', aField('category.name', { kind: 'relation', samples: each('News', 'Press') }), 'groups'],
  ['a relation to something of each', aField('twin.name', { kind: 'relation', samples: each(...NUMBERS) }), 'words'],
  ['a text that repeats', aField('audience', { samples: each('Finance', 'Ops', 'Finance', 'Ops') }), 'groups'],
  ['titles', aField('title', { samples: each('One', 'Two', 'Three') }), 'words'],
  ['more values than anybody chooses from', aField('town', { samples: each(...NUMBERS, ...NUMBERS) }), 'words'],
  ['nothing said yet', aField('note'), 'words'],
  ['an e-mail address', aField('contact', { type: 'email', samples: each('a', 'a') }), 'none'],
  ['an address in a plain text', aField('author.eMail', { kind: 'relation', samples: each('a', 'a') }), 'none'],
  ['a slug', aField('category.slug', { kind: 'relation', type: 'uid', samples: each('a', 'a') }), 'none'],
  ['a slug in a plain text', aField('slug', { samples: each('a', 'a') }), 'none'],
  ['a key of another system', aField('sourceKey', { samples: each('a', 'a') }), 'none'],
  ['an address of another name', aField('seo.canonical_URL', { kind: 'component', samples: each('a', 'a') }), 'none'],
  ['a path that is shared', aField('learningPath', { samples: each('a', 'a') }), 'groups'],
  ['a list in JSON', aJson('a b', 'b c', 'a', 'c b'), 'groups'],
  ['JSON in which each says another', aJson(...NUMBERS), 'words'],
  ['a taxonomy of hundreds', aJson(...NUMBERS, ...NUMBERS.map((one) => `${one} x`)), 'groups'],
  ['JSON that lists nothing', aJson(), 'none'],
  [
    'a taxonomy behind a relation',
    aField('tags.name', { kind: 'relation', samples: each(...NUMBERS, ...NUMBERS) }),
    'groups',
  ],
  ['a long text', aField('bio', { type: 'text', samples: each('a', 'a') }), 'none'],
])('what a field suits: %s', (_name, field, suits) => {
  expect(choicesOf([field])).toEqual([{ field: field.field, kind: field.kind, suits, operator: 'is' }]);
});

test.each<[string, SampledField['samples'], boolean]>([
  ['commas', each('Pricing, Setup', 'Setup, News', 'News', 'Pricing,News'), true],
  ['semicolons and bars', each('a; b', 'b | c', 'c; a', 'b'), true],
  ['JSON in a text', each('["a","b"]', '["b"]', '["a"]', '["b","a"]'), true],
  ['more than anybody chooses from', each(...NUMBERS.map((one) => `${one}, ${Number(one) % 60}`), ...NUMBERS), true],
  ['one value each', each('a', 'b', 'a'), false],
  ['places', each('Washington, DC', 'Boston, MA', 'Washington, DC', 'Boston, MA'), false],
  ['people', each('Smith, Jane', 'Smith, John', 'Doe, Jane'), false],
  ['titles', each('Privacy, security, and you', 'Cats, dogs, and other pets', 'A word'), false],
])('does a text list values: %s', (_name, samples, lists) => {
  for (const type of ['string', 'text']) {
    const [choice] = choicesOf([aField('topics', { type, samples })]);
    expect(choice?.operator).toBe(lists ? 'lists' : 'is');
    if (lists) expect(choice?.suits).toBe('groups');
  }
});

test('what divides entries best comes first', () => {
  const fields = [
    aField('title', { samples: each('One', 'Two') }),
    aField('category.slug', { kind: 'relation', type: 'uid' }),
    aField('audience', { samples: each('Ops', 'Ops') }),
    aField('author.role', { kind: 'relation', samples: each('Editor') }),
    aField('author.name', { kind: 'relation', samples: each('Ada') }),
    aField('topic', { kind: 'enumeration' }),
  ];
  expect(choicesOf(fields).map(({ field }) => field)).toEqual([
    'topic',
    'author.name',
    'author.role',
    'audience',
    'title',
    'category.slug',
  ]);
});
