import { visiblePersonas } from '../../../admin/content-manager/panel/visible-personas';
import { presetFrom } from '../../../admin/content-manager/panel/preset';
import { aPersona } from '../../support/builders';
import { aVocabulary } from '../../support/tag-backend';

const many = Array.from({ length: 20 }, (_, position) =>
  aPersona(`p${position}`, { name: `Persona ${position}`, group: position > 15 ? 'Partners' : '', position })
);
const keys = (filter: Partial<Parameters<typeof visiblePersonas>[1]>, personas = many) =>
  visiblePersonas(personas, { chosen: [], recent: [], search: '', all: false, ...filter }).map(({ key }) => key);

test.each([
  ['few are all', keys({}, many.slice(0, 8)), 8],
  ['many are eight', keys({}), 8],
  ['all on demand', keys({ all: true }), 20],
  ['a name', keys({ search: 'persona 12' }), 1],
  ['a group', keys({ search: 'partners' }), 4],
])('%s', (_name, shown, count) => expect(shown).toHaveLength(count));

test('recent ones come before the first ones, in their own order; what is chosen never hides', () => {
  expect(keys({ recent: ['p19', 'gone', 'p11'] })).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p11', 'p19']);
  const chosen = many.slice(5, 15).map(({ key }) => key);
  expect(keys({ chosen })).toEqual(chosen);
});

test.each([
  ['?plugins[content-strategy][persona]=it&plugins[content-strategy][stage]=decision', 'it', 'decision'],
  ['?plugins%5Bcontent-strategy%5D%5Bpersona%5D=everyone', 'everyone', null],
  ['?plugins[content-strategy][persona]=nobody&plugins[content-strategy][stage]=decision', null, 'decision'],
])('a draft started by %s', (search, persona, stage) => {
  expect(presetFrom(search, aVocabulary())).toEqual([{ add: [{ persona, stage }] }]);
});

test('a draft started by nothing of ours', () => {
  expect(presetFrom('?plugins[i18n][locale]=de&persona=it', aVocabulary())).toEqual([]);
});
