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
  ['a long text', aField('bio', { type: 'text', samples: each('a', 'a') }), 'none'],
])('what a field suits: %s', (_name, field, suits) => {
  expect(choicesOf([field])).toEqual([{ field: field.field, kind: field.kind, suits }]);
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
