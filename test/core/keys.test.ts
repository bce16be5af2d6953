import fc from 'fast-check';
import { chooseSuccessor, numbered, requireOrder } from '../../server/core/keyed-list';
import { chooseKey, freeKey, isKey, KEY_LIMIT, RESERVED_KEYS } from '../../server/core/keys';
import { Refusal } from '../../server/core/refusal';

describe('freeKey', () => {
  test.each([
    ['finance-lead', [], 'finance-lead'],
    ['finance-lead', ['finance-lead'], 'finance-lead-2'],
    ['finance-lead', ['finance-lead', 'finance-lead-2'], 'finance-lead-3'],
    ['everyone', [], 'everyone-2'],
    ['not-set', [], 'not-set-2'],
    ['order', [], 'order-2'],
    ['constructor', [], 'constructor-2'],
    ['', [], 'persona'],
    ['---', ['persona'], 'persona-2'],
    ['x'.repeat(200), [], 'x'.repeat(KEY_LIMIT)],
    ['x'.repeat(200), ['x'.repeat(KEY_LIMIT)], `${'x'.repeat(KEY_LIMIT - 2)}-2`],
  ])('%j beside %j → %j', (slug, taken, key) => {
    expect(freeKey(slug, new Set(taken), 'persona')).toBe(key);
  });

  test('whatever the name, the key is well formed, free and not reserved', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (slug, others) => {
        const taken = new Set([...others, slug]);
        const key = freeKey(slug, taken, 'persona');
        expect(isKey(key)).toBe(true);
        expect(taken.has(key)).toBe(false);
        expect(RESERVED_KEYS).not.toContain(key);
      })
    );
  });
});

describe('chooseKey', () => {
  test('takes the wanted one', () => {
    expect(chooseKey('it-admin', 'whatever', [{ key: 'ops' }], 'persona')).toBe('it-admin');
  });

  test.each([
    ['not kebab-case', 'IT admin'],
    ['with an underscore', 'it_admin'],
    ['with two hyphens', 'it--admin'],
    ['ending in a hyphen', 'it-'],
    ['too long', 'x'.repeat(KEY_LIMIT + 1)],
    ['taken', 'ops'],
    ['reserved', 'everyone'],
    ['of a prototype', '__proto__'],
  ])('refuses one that is %s', (_why, wanted) => {
    expect(() => chooseKey(wanted, '', [{ key: 'ops' }], 'persona')).toThrow(Refusal);
  });
});

test.each([
  ['one missing', ['a'], false],
  ['one too many', ['a', 'b', 'c'], false],
  ['one twice', ['a', 'a'], false],
  ['all, in another order', ['b', 'a'], true],
])('an order with %s', (_name, keys, isAccepted) => {
  const order = () => requireOrder(keys, ['a', 'b']);
  if (isAccepted) expect(order).not.toThrow();
  else expect(order).toThrow('`keys`');
});

test('positions count from 0 in each group', () => {
  const items = [{ group: 'x' }, { group: 'y' }, { group: 'x' }];
  expect(numbered(items, ({ group }) => group).map(({ position }) => position)).toEqual([0, 0, 1]);
});

describe('chooseSuccessor', () => {
  const ops = { key: 'ops', name: 'Ops' };
  const used = (entries: number) => ({ isUsed: entries > 0, entries });
  const others = [
    { key: 'ops', retired: false },
    { key: 'it', retired: false },
    { key: 'old', retired: true },
  ];

  test.each([
    ['unused', 0, undefined, null],
    ['unused, with a successor', 0, 'it', 'it'],
    ['used, with a successor', 2, 'it', 'it'],
  ])('%s', (_name, entries, reassignTo, successor) => {
    expect(chooseSuccessor(ops, used(entries), reassignTo, others)).toBe(successor);
  });

  test.each([
    ['used, without one', 2, undefined, '2 entries'],
    ['used once, without one', 1, undefined, '1 entry is'],
    ['itself', 2, 'ops', '`reassignTo`'],
    ['a retired one', 2, 'old', '`reassignTo`'],
    ['an unknown one', 0, 'none', '`reassignTo`'],
  ])('refuses: %s', (_name, entries, reassignTo, message) => {
    expect(() => chooseSuccessor(ops, used(entries), reassignTo, others)).toThrow(message);
  });

  test('refuses what is used by entries out of sight alone, without a number', () => {
    const hidden = { isUsed: true, entries: 0 };
    expect(() => chooseSuccessor(ops, hidden, undefined, others)).toThrow(/^Entries that you may not read are placed/);
  });
});
