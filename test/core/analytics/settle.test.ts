import fc from 'fast-check';
import { settleImports, type ImportedSpan } from '../../../server/core/analytics/settle';
import { daysIn, union, without } from '../../../server/core/evidence/span';

const imported = (id: number, from: number, to: number, isUndone = false): ImportedSpan => ({ id, from, to, isUndone });
const statesOf = (...imports: readonly ImportedSpan[]) =>
  [...settleImports(imports)]
    .sort(([a], [b]) => a - b)
    .map(([id, { state, replacedBy }]) => `${id} ${state} ${replacedBy ?? '-'}`);

test.each<[string, readonly ImportedSpan[], readonly string[]]>([
  ['apart', [imported(1, 1, 9), imported(2, 10, 19)], ['1 counted -', '2 counted -']],
  ['the same again', [imported(1, 1, 9), imported(2, 1, 9)], ['1 replaced 2', '2 counted -']],
  ['one day in common', [imported(1, 1, 9), imported(2, 9, 19)], ['1 replaced 2', '2 counted -']],
  ['undone', [imported(1, 1, 9), imported(2, 1, 9, true)], ['1 counted -', '2 undone -']],
  ['what a replaced one had replaced', [imported(1, 1, 9), imported(2, 5, 19), imported(3, 15, 29)], ['1 replaced 2', '2 replaced 3', '3 counted -']],
])('%s', (_name, imports, states) => {
  expect(statesOf(...imports)).toEqual(states);
  expect(statesOf(...[...imports].reverse())).toEqual(states);
}); // prettier-ignore

test('days that others do not have', () => {
  const span = (from: number, to: number) => ({ from, to });
  expect(without([span(1, 9)], [span(5, 19)])).toEqual([span(1, 4)]);
  expect(without([span(1, 9)], [span(3, 4), span(6, 7)])).toEqual([span(1, 2), span(5, 5), span(8, 9)]);
  expect(without([span(1, 9)], [span(1, 9)])).toEqual([]);
  expect(without([span(5, 9), span(1, 6)], [])).toEqual([span(1, 9)]);
});

test('each day is told of by the newest import that has it, and by no other', () => {
  const one = fc.tuple(fc.nat(50), fc.nat(20), fc.boolean());
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (some) => {
      const imports = some.map(([from, length, isUndone], id) => imported(id, from, from + length, isUndone));
      const states = settleImports(imports);
      const told = imports.flatMap(({ id }) => states.get(id)?.days ?? []);
      const present = imports.filter(({ isUndone }) => !isUndone);
      expect(union(told)).toEqual(union(present));
      expect(daysIn(told)).toBe(daysIn(union(present)));
      for (const { id, from, to, isUndone } of imports) {
        const newer = present.filter((other) => other.id > id && other.from <= to && from <= other.to);
        const state = states.get(id);
        expect(state?.state).toBe(isUndone ? 'undone' : newer.length > 0 ? 'replaced' : 'counted');
        expect(state?.days).toEqual(isUndone ? [] : without([{ from, to }], newer));
      }
    })
  );
});
