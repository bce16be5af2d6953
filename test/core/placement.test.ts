import * as fc from 'fast-check';
import type { TagPatch } from '../../server/core/api';
import {
  applyPatch,
  diffPlacements,
  invertPatch,
  isEmptyPatch,
  pairKey,
  selectionOf,
  toggleEveryone,
  togglePair,
  togglePersona,
  toggleStage,
  type Placement,
} from '../../server/core/placement';
import { EVERYONE, type TagPair } from '../../server/core/vocabulary';

const read = (pairs: string): TagPair[] =>
  pairs
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [persona = '', stage = ''] = pair.split('.');
      return { persona: persona === '-' ? null : persona, stage: stage === '-' ? null : stage };
    });
const write = (tags: readonly TagPair[]) =>
  tags
    .map(({ persona, stage }) => `${persona ?? '-'}.${stage ?? '-'}`)
    .sort()
    .join(' ');
const placed = (tags: readonly TagPair[]): Placement => ({ tags, excluded: null });
const after = (tags: readonly TagPair[], patch: TagPatch) => applyPatch(placed(tags), patch).tags;
const sorted = (pairs: string) => write(read(pairs));

describe('what the panel shows of some pairs', () => {
  test.each([
    ['', [], [], 0, 0, false],
    ['a.-', ['a'], [], 0, 0, false],
    ['-.s', [], ['s'], 0, 0, false],
    ['a.s', ['a'], ['s'], 1, 1, false],
    ['a.s a.t b.s b.t', ['a', 'b'], ['s', 't'], 4, 4, false],
    ['a.s a.t b.s', ['a', 'b'], ['s', 't'], 3, 4, true],
    ['a.s b.-', ['a', 'b'], ['s'], 1, 2, true],
  ])('%s', (pairs, personas, stages, combinations, possible, hasExceptions) => {
    expect(selectionOf(read(pairs))).toEqual({ personas, stages, combinations, possible, hasExceptions });
  });
});

describe('a click', () => {
  test.each([
    ['the first persona stays open', '', 'a', 'a.-'],
    ['a persona beside an open one', 'a.-', 'b', 'a.- b.-'],
    ['a persona closes open stages', '-.s -.t', 'a', 'a.s a.t'],
    ['a further persona takes all stages', 'a.s a.t', 'b', 'a.s a.t b.s b.t'],
    ['one of two personas leaves', 'a.s b.s', 'b', 'a.s'],
    ['the last persona leaves its stages open', 'a.s a.t', 'a', '-.s -.t'],
    ['an open persona leaves', 'a.-', 'a', ''],
    ['after an exception only this row changes', 'a.s b.s b.t', 'c', 'a.s b.s b.t c.s c.t'],
    ['a stage that only this row had stays chosen', 'a.s b.t', 'b', 'a.s -.t'],
    ['a persona replaces everyone', 'everyone.s everyone.t', 'a', 'a.s a.t'],
    ['an open persona replaces open everyone', 'everyone.-', 'a', 'a.-'],
    ['everyone replaces personas', 'a.s b.s', EVERYONE, 'everyone.s'],
    ['everyone replaces open personas', 'a.- b.-', EVERYONE, 'everyone.-'],
    ['everyone leaves', 'everyone.s', EVERYONE, '-.s'],
  ])('%s', (_name, before, persona, expected) => {
    const tags = read(before);
    expect(write(after(tags, togglePersona(tags, persona)))).toBe(sorted(expected));
  });

  test.each([
    ['the first stage stays open', '', 's', '-.s'],
    ['a stage closes open personas', 'a.- b.-', 's', 'a.s b.s'],
    ['a further stage takes all personas', 'a.s b.s', 't', 'a.s a.t b.s b.t'],
    ['a further stage takes everyone', 'everyone.s', 't', 'everyone.s everyone.t'],
    ['the last stage leaves its personas open', 'a.s b.s', 's', 'a.- b.-'],
    ['a persona that only this column had stays chosen', 'a.s b.s b.t', 's', 'a.- b.t'],
    ['after an exception only this column changes', 'a.s b.t', 'u', 'a.s b.t a.u b.u'],
  ])('%s', (_name, before, stage, expected) => {
    const tags = read(before);
    expect(write(after(tags, toggleStage(tags, stage)))).toBe(sorted(expected));
  });

  test.each([
    ['takes one combination out', 'a.s a.t b.s b.t', 'a.s a.t b.s'],
    ['puts it back', 'a.s a.t b.s', 'a.s a.t b.s b.t'],
    ['keeps the emptied row and column chosen', 'a.s b.t', 'a.s b.- -.t'],
    ['closes what was open', 'a.s b.- -.t', 'a.s b.t'],
  ])('in the grid %s', (_name, before, expected) => {
    const tags = read(before);
    expect(write(after(tags, togglePair(tags, 'b', 't')))).toBe(sorted(expected));
  });
});

describe('what is sent', () => {
  const everywhere = read('a.s a.t b.s b.t');

  test('only what changes, so that two editors lose nothing', () => {
    expect(togglePersona(everywhere, 'c')).toEqual({ add: read('c.s c.t'), remove: [] });
    expect(diffPlacements(placed(everywhere), placed(read('a.s a.t b.s')))).toEqual({ add: [], remove: read('b.t') });
  });

  test('excluding empties, and its undo brings all back', () => {
    const patch = { excluded: { reason: 'legal' } } as const;
    expect(applyPatch(placed(everywhere), patch)).toEqual({ tags: [], excluded: { reason: 'legal' } });
    expect(invertPatch(placed(everywhere), patch)).toEqual({ add: everywhere, remove: [], excluded: null });
  });

  test('a tag takes an exclusion back', () => {
    const excluded: Placement = { tags: [], excluded: { reason: 'other' } };
    const next = applyPatch(excluded, togglePersona([], 'a'));
    expect(next).toEqual(placed(read('a.-')));
    expect(diffPlacements(excluded, next)).toEqual({ add: read('a.-'), remove: [], excluded: null });
  });

  test('nothing when nothing changed', () => {
    expect(isEmptyPatch(diffPlacements(placed(everywhere), placed([...everywhere].reverse())))).toBe(true);
    const excluded: Placement = { tags: [], excluded: { reason: 'other' } };
    expect(isEmptyPatch(diffPlacements(excluded, excluded))).toBe(true);
    expect(isEmptyPatch({ excluded: null })).toBe(false);
  });
});

const PERSONAS = ['a', 'b', 'c'] as const;
const STAGES = ['s', 't', 'u'] as const;
const aPersona = fc.constantFrom(...PERSONAS);
const aStage = fc.constantFrom(...STAGES);
type Click = (tags: readonly TagPair[]) => TagPatch;
const aClick: fc.Arbitrary<Click> = fc.oneof(
  aPersona.map(
    (persona): Click =>
      (tags) =>
        togglePersona(tags, persona)
  ),
  aStage.map(
    (stage): Click =>
      (tags) =>
        toggleStage(tags, stage)
  ),
  fc.constant<Click>(toggleEveryone),
  fc.tuple(aPersona, aStage).map(
    ([persona, stage]): Click =>
      (tags) =>
        togglePair(tags, persona, stage)
  )
);
const clicked = fc
  .array(aClick, { maxLength: 12 })
  .map((clicks) => clicks.reduce<readonly TagPair[]>((tags, click) => after(tags, click(tags)), []));
const product = fc
  .tuple(fc.subarray([...PERSONAS]), fc.subarray([...STAGES]))
  .map(([personas, stages]) =>
    personas.length === 0 || stages.length === 0
      ? [...personas.map((persona) => ({ persona, stage: null })), ...stages.map((stage) => ({ persona: null, stage }))]
      : personas.flatMap((persona) => stages.map((stage) => ({ persona, stage })))
  );

describe('for any clicks', () => {
  test('never a duplicate, nor an open pair beside a full one of the same persona or stage', () => {
    fc.assert(
      fc.property(clicked, (tags) => {
        expect(new Set(tags.map(pairKey)).size).toBe(tags.length);
        const full = tags.filter(({ persona, stage }) => persona !== null && stage !== null);
        for (const { persona, stage } of tags) {
          if (persona === null) expect(full.some((tag) => tag.stage === stage)).toBe(false);
          if (stage === null) expect(full.some((tag) => tag.persona === persona)).toBe(false);
        }
      })
    );
  });

  test('everyone never stands beside a persona chosen later or earlier', () => {
    const withoutGrid = fc.array(
      fc.oneof(aPersona, fc.constant(EVERYONE)).map(
        (persona): Click =>
          (tags) =>
            togglePersona(tags, persona)
      ),
      { maxLength: 8 }
    );
    fc.assert(
      fc.property(product, withoutGrid, (start, clicks) => {
        const tags = clicks.reduce<readonly TagPair[]>((now, click) => after(now, click(now)), start);
        const { personas } = selectionOf(tags);
        expect(personas.includes(EVERYONE) && personas.length > 1).toBe(false);
      })
    );
  });

  test('undo restores', () => {
    fc.assert(
      fc.property(clicked, aClick, (tags, click) => {
        const patch = click(tags);
        expect(write(after(after(tags, patch), invertPatch(placed(tags), patch)))).toBe(write(tags));
      })
    );
  });

  test('a second click on the same toggle restores a product', () => {
    const toggles = fc.oneof(
      aPersona.map(
        (persona): Click =>
          (tags) =>
            togglePersona(tags, persona)
      ),
      aStage.map(
        (stage): Click =>
          (tags) =>
            toggleStage(tags, stage)
      )
    );
    fc.assert(
      fc.property(product, toggles, (tags, click) => {
        const once = after(tags, click(tags));
        expect(write(after(once, click(once)))).toBe(write(tags));
      })
    );
  });

  test('a second click in the grid restores anything', () => {
    fc.assert(
      fc.property(clicked, aPersona, aStage, (tags, persona, stage) => {
        fc.pre(!selectionOf(tags).personas.includes(EVERYONE));
        fc.pre(selectionOf(tags).personas.includes(persona) && selectionOf(tags).stages.includes(stage));
        const once = after(tags, togglePair(tags, persona, stage));
        expect(write(after(once, togglePair(once, persona, stage)))).toBe(write(tags));
      })
    );
  });

  test('the patch between two placements leads from one to the other', () => {
    fc.assert(
      fc.property(clicked, clicked, (from, to) => {
        expect(write(after(from, diffPlacements(placed(from), placed(to))))).toBe(write(to));
      })
    );
  });
});
