import * as fc from 'fast-check';
import { productsOf, type Product } from '../../../server/core/exports/tags';
import { pairKey } from '../../../server/core/placement';
import type { TagPair } from '../../../server/core/vocabulary';
import { someTags } from '../../support/builders';

const expand = ({ personas, stages }: Product): TagPair[] => {
  const orOpen = (keys: readonly string[]): readonly (string | null)[] => (keys.length === 0 ? [null] : keys);
  return orOpen(personas).flatMap((persona) => orOpen(stages).map((stage) => ({ persona, stage })));
};

const rows = (pairs: string) =>
  productsOf(someTags(pairs)).map(({ personas, stages }) => `${personas.join('+')}×${stages.join('+')}`);

test.each([
  ['no tags', '', []],
  ['one pair', 'a.s', ['a×s']],
  ['a product', 'a.s a.t b.s b.t', ['a+b×s+t']],
  ['in whatever order', 'b.t a.s b.s a.t', ['b+a×s+t']],
  ['an exception', 'a.s a.t b.s', ['a×s+t', 'b×s']],
  ['two products', 'a.s b.s c.t d.t', ['a+b×s', 'c+d×t']],
  ['persona alone', 'a.-', ['a×']],
  ['personas alone', 'a.- b.-', ['a+b×']],
  ['stages alone', '-.s -.t', ['×s+t']],
  ['everyone', 'everyone.s everyone.t', ['everyone×s+t']],
  ['a cell, and its persona open besides', 'a.s a.-', ['a×s', 'a×']],
  ['a cell, and its stage open besides', 'a.s -.s', ['a×s', '×s']],
  ['both open at once is nothing', '-.-', []],
])('%s: %s → %j', (_name, pairs, expected) => {
  expect(rows(pairs)).toEqual(expected);
});

const key = (keys: readonly string[]) => fc.constantFrom(null, ...keys);
const pairs = fc.uniqueArray(
  fc
    .record({ persona: key(['a', 'b', 'c', 'd', 'everyone']), stage: key(['r', 's', 't', 'u']) })
    .filter(({ persona, stage }) => persona !== null || stage !== null),
  { selector: pairKey, maxLength: 30 }
);

test('the rows of an entry give back exactly its pairs, each once', () => {
  fc.assert(
    fc.property(pairs, (tags) => {
      const expanded = productsOf(tags).flatMap(expand).map(pairKey);
      expect(expanded.sort()).toEqual(tags.map(pairKey).sort());
    }),
    { numRuns: 500 }
  );
});

test('no row mixes set keys with an open side, and none is empty', () => {
  fc.assert(
    fc.property(pairs, (tags) => {
      const open = new Set(tags.filter((tag) => tag.persona === null || tag.stage === null).map(pairKey));
      for (const product of productsOf(tags)) {
        expect(product.personas.length + product.stages.length).toBeGreaterThan(0);
        const cells = expand(product);
        const isOpen = product.personas.length === 0 || product.stages.length === 0;
        expect(cells.every((cell) => open.has(pairKey(cell)) === isOpen)).toBe(true);
      }
    })
  );
});

test('never more rows than personas, and one more where their stages are open', () => {
  fc.assert(
    fc.property(pairs, (tags) => {
      const personas = new Set(tags.map(({ persona }) => persona)).size;
      const withOpen = new Set(tags.filter(({ stage }) => stage === null).map(({ persona }) => persona)).size;
      expect(productsOf(tags).length).toBeLessThanOrEqual(personas + withOpen);
    })
  );
});
