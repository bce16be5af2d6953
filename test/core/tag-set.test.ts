import fc from 'fast-check';
import { pairKey } from '../../server/core/placement';
import {
  MAX_TAGS,
  planPatch,
  planReplacement,
  type KnownKeys,
  type TagChanges,
  type TagSet,
} from '../../server/core/tag-set';
import { EXCLUSION_REASONS, TAG_ORIGINS, type Tag, type TagOrigin, type TagPair } from '../../server/core/vocabulary';

const KNOWN: KnownKeys = {
  personas: ['finance', 'ops', 'old'].map((key) => ({ key, retired: key === 'old' })),
  stages: ['awareness', 'decision', 'legacy'].map((key) => ({ key, retired: key === 'legacy' })),
};

/** "finance.awareness rule" and the like; "-" is the open side. */
const tag = (text: string): Tag => {
  const [pair = '', origin = 'person'] = text.split(' ');
  return { ...pairOf(pair), origin: origin as TagOrigin };
};
const pairOf = (text: string): TagPair => {
  const [persona = '-', stage = '-'] = text.split('.');
  return { persona: persona === '-' ? null : persona, stage: stage === '-' ? null : stage };
};
const setOf = (...tags: string[]): TagSet => ({ tags: tags.map(tag), excluded: null });
const told = ({ insert, adopt, remove, excluded }: TagChanges) => ({
  insert: insert.map(textOf),
  adopt: adopt.map(textOf),
  remove: remove.map(textOf),
  excluded,
});
const textOf = ({ persona, stage }: TagPair): string => `${persona ?? '-'}.${stage ?? '-'}`;
const EXCLUDED: TagSet = { tags: [], excluded: { reason: 'legal' } };

describe('planPatch', () => {
  test.each<[string, TagSet, string[], string[], TagOrigin, Partial<ReturnType<typeof told>>]>([
    ['adds what is new', setOf(), ['finance.awareness'], [], 'person', { insert: ['finance.awareness'] }],
    ['adds nothing twice', setOf('finance.awareness'), ['finance.awareness'], [], 'person', {}],
    [
      'keeps an open tag beside a full one',
      setOf('finance.-'),
      ['finance.awareness'],
      [],
      'person',
      { insert: ['finance.awareness'] },
    ],
    ['adopts what a rule set', setOf('ops.decision rule'), ['ops.decision'], [], 'person', { adopt: ['ops.decision'] }],
    [
      'adopts what was imported',
      setOf('ops.decision import'),
      ['ops.decision'],
      [],
      'person',
      { adopt: ['ops.decision'] },
    ],
    [
      'an import adopts what a rule set',
      setOf('ops.decision rule'),
      ['ops.decision'],
      [],
      'import',
      { adopt: ['ops.decision'] },
    ],
    ['a rule adopts nothing', setOf('ops.decision'), ['ops.decision'], [], 'rule', {}],
    ['removes', setOf('ops.decision'), [], ['ops.decision'], 'person', { remove: ['ops.decision'] }],
    ['removes nothing that is not there', setOf(), [], ['ops.decision'], 'person', {}],
    ["a rule does not remove a person's", setOf('ops.decision'), [], ['ops.decision'], 'rule', {}],
    ["a rule removes a rule's", setOf('ops.decision rule'), [], ['ops.decision'], 'rule', { remove: ['ops.decision'] }],
    ['a retired tag may go', setOf('old.legacy'), [], ['old.legacy'], 'person', { remove: ['old.legacy'] }],
    ['everyone is known', setOf(), ['everyone.awareness'], [], 'person', { insert: ['everyone.awareness'] }],
    ['removing takes no exclusion back', EXCLUDED, [], ['ops.decision'], 'person', {}],
    ['a rule leaves an excluded entry alone', EXCLUDED, ['ops.decision'], [], 'rule', {}],
  ])('%s', (_name, current, add, remove, origin, changes) => {
    const plan = planPatch(current, { add: add.map(pairOf), remove: remove.map(pairOf) }, KNOWN, origin);
    // A tag takes an exclusion back; a rule leaves an excluded entry alone.
    const excluded = add.length > 0 && !current.excluded ? null : undefined;
    expect(told(plan)).toEqual({ insert: [], adopt: [], remove: [], excluded, ...changes });
  });

  test('excluding removes every tag, unless somebody with more say set one', () => {
    const current = setOf('ops.decision rule', 'finance.awareness');
    const patch = { excluded: { reason: 'other' } } as const;
    expect(told(planPatch(current, patch, KNOWN, 'person'))).toEqual({
      insert: [],
      adopt: [],
      remove: ['ops.decision', 'finance.awareness'],
      excluded: { reason: 'other' },
    });
    expect(told(planPatch(current, patch, KNOWN, 'rule'))).toMatchObject({ remove: [], excluded: undefined });
  });

  test.each<[string, string[], string[], string]>([
    ['an unknown persona', ['nobody.decision'], [], '`add.0.persona`: there is no persona "nobody"'],
    ['an unknown stage', ['ops.nowhere'], [], '`add.0.stage`: there is no stage "nowhere"'],
    ['a retired persona', ['old.decision'], [], 'retired'],
    ['a retired stage', ['ops.legacy'], [], 'retired'],
    ['neither side', ['-.-'], [], '`add.0`'],
    [
      'a tag twice',
      ['ops.decision', 'finance.-', 'ops.decision'],
      [],
      '`add.2`: the same persona and stage as in `add.0`',
    ],
    ['a tag added and removed', ['ops.decision'], ['ops.decision'], '`remove.0`'],
    ['an unknown tag to remove', [], ['ops.nowhere'], '`remove.0.stage`'],
    ['everyone as a stage', ['ops.everyone'], [], '`add.0.stage`'],
    ['a key of a prototype', ['constructor.decision'], [], '`add.0.persona`'],
  ])('refuses %s', (_name, add, remove, message) => {
    expect(() => planPatch(setOf(), { add: add.map(pairOf), remove: remove.map(pairOf) }, KNOWN, 'person')).toThrow(
      message
    );
  });

  test('at most 100 tags, counted after the change', () => {
    const personas = Array.from({ length: 60 }, (_, at) => ({ key: `p${at}`, retired: false }));
    const known = { ...KNOWN, personas };
    const pairs = (stage: string) => personas.map(({ key }) => ({ persona: key, stage }));
    const current: TagSet = { tags: pairs('awareness').map((pair) => ({ ...pair, origin: 'person' })), excluded: null };
    const forty = pairs('decision').slice(0, MAX_TAGS - 60);
    expect(planPatch(current, { add: forty }, known, 'person').insert).toHaveLength(40);
    const tooMany = pairs('decision').slice(0, MAX_TAGS - 59);
    expect(() => planPatch(current, { add: tooMany }, known, 'person')).toThrow('at most 100');
    const swap = { add: tooMany, remove: pairs('awareness').slice(0, 1) };
    expect(planPatch(current, swap, known, 'person').insert).toHaveLength(41);
  });
});

describe('planReplacement', () => {
  test('removes what is not named, and takes an exclusion back', () => {
    const plan = planReplacement(
      setOf('ops.decision', 'finance.- rule', 'old.legacy'),
      { tags: ['finance.-', 'old.legacy', '-.awareness'].map(pairOf) },
      KNOWN,
      'person'
    );
    expect(told(plan)).toEqual({
      insert: ['-.awareness'],
      adopt: ['finance.-'],
      remove: ['ops.decision'],
      excluded: null,
    });
  });

  test("a rule's replacement leaves what people set", () => {
    const plan = planReplacement(setOf('ops.decision', 'finance.- rule'), { tags: [] }, KNOWN, 'rule');
    expect(told(plan)).toMatchObject({ remove: ['finance.-'] });
  });

  test('not part of a journey, or placed: not both', () => {
    const both = { tags: [pairOf('ops.decision')], excluded: { reason: 'legal' } } as const;
    expect(() => planReplacement(setOf(), both, KNOWN, 'person')).toThrow('`excluded`');
  });
});

describe('whatever is sent', () => {
  const keyOf = (keys: readonly string[]) => fc.constantFrom(null, ...keys);
  const pairs = fc
    .uniqueArray(
      fc.record({ persona: keyOf(['finance', 'ops', 'everyone']), stage: keyOf(['awareness', 'decision']) }),
      {
        selector: pairKey,
      }
    )
    .map((all) => all.filter(({ persona, stage }) => persona !== null || stage !== null));
  const origin = fc.constantFrom(...TAG_ORIGINS);
  const sets = fc.oneof(
    fc.constantFrom(...EXCLUSION_REASONS).map((reason): TagSet => ({ tags: [], excluded: { reason } })),
    fc.tuple(pairs, fc.array(origin, { minLength: 20, maxLength: 20 })).map(([some, origins]): TagSet => ({
      tags: some.map((pair, at) => ({ ...pair, origin: origins[at] ?? 'person' })),
      excluded: null,
    }))
  );
  const after = (current: TagSet, changes: TagChanges, by: TagOrigin): TagSet => {
    const gone = new Set(changes.remove.map(pairKey));
    const adopted = new Set(changes.adopt.map(pairKey));
    const kept = current.tags
      .filter((one) => !gone.has(pairKey(one)))
      .map((one) => (adopted.has(pairKey(one)) ? { ...one, origin: by } : one));
    const excluded = changes.excluded === undefined ? current.excluded : changes.excluded;
    return { tags: [...kept, ...changes.insert.map((pair) => ({ ...pair, origin: by }))], excluded };
  };

  test('an entry is placed or excluded, never both, and holds no tag twice', () => {
    fc.assert(
      fc.property(sets, pairs, pairs, origin, (current, add, remove, by) => {
        const known = new Set(add.map(pairKey));
        const patch = { add, remove: remove.filter((pair) => !known.has(pairKey(pair))) };
        for (const changes of [
          planPatch(current, patch, KNOWN, by),
          planReplacement(current, { tags: add }, KNOWN, by),
        ]) {
          const result = after(current, changes, by);
          expect(new Set(result.tags.map(pairKey)).size).toBe(result.tags.length);
          if (result.excluded) expect(result.tags).toEqual([]);
        }
      })
    );
  });

  test('a rule never changes what a person set', () => {
    fc.assert(
      fc.property(sets, pairs, (current, tags) => {
        const people = current.tags.filter((one) => one.origin === 'person');
        for (const changes of [
          planPatch(current, { remove: tags }, KNOWN, 'rule'),
          planPatch(current, { excluded: { reason: 'other' } }, KNOWN, 'rule'),
          planReplacement(current, { tags }, KNOWN, 'rule'),
        ]) {
          expect(after(current, changes, 'rule').tags).toEqual(expect.arrayContaining(people));
        }
      })
    );
  });

  test('sending the same again changes nothing', () => {
    fc.assert(
      fc.property(sets, pairs, origin, (current, tags, by) => {
        const once = after(current, planReplacement(current, { tags }, KNOWN, by), by);
        const again = planReplacement(once, { tags }, KNOWN, by);
        expect([again.insert, again.adopt, again.remove]).toEqual([[], [], []]);
      })
    );
  });
});
