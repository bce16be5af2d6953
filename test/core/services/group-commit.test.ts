import { createGroupCommit } from '../../../server/services/consumption/group-commit';

const LIMITS = { mostWaiting: 10, mostAtOnce: 4 };

/** A commit that waits to be let through. */
const gated = () => {
  const commits: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const commit = async (items: readonly number[]): Promise<void> => {
    commits.push(items);
    await new Promise<void>((open) => gates.push(open));
    if (items.includes(-1)) throw new Error('disk full');
  };
  const open = async (): Promise<void> => {
    while (gates.length === 0) await new Promise((turn) => setImmediate(turn));
    gates.shift()?.();
  };
  return { commits, commit, open };
};

test('what comes while a commit runs goes into the next, each is answered after its own', async () => {
  const { commits, commit, open } = gated();
  const group = createGroupCommit(commit, LIMITS);
  const first = [group.add([1]), group.add([2, 3])];
  await open();
  const later = [group.add([4, 5]), group.add([6]), group.add([7, 8])];
  await open();
  await open();
  await Promise.all([...first, ...later]);
  expect(commits).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8],
  ]);
});

test('who is in a commit that fails is told, and nobody else', async () => {
  const { commit, open } = gated();
  const group = createGroupCommit(commit, { ...LIMITS, mostAtOnce: 1 });
  const answers = Promise.allSettled([group.add([-1]), group.add([2])]);
  await open();
  await open();
  expect(await answers).toEqual([
    { status: 'rejected', reason: new Error('disk full') },
    { status: 'fulfilled', value: undefined },
  ]);
});

test('a full queue refuses, and takes again once it is written', async () => {
  const { commits, commit, open } = gated();
  const group = createGroupCommit(commit, LIMITS);
  const held = group.add([1, 2, 3, 4, 5, 6, 7, 8]);
  await expect(group.add([9, 10, 11])).rejects.toMatchObject({ code: 'busy', details: { retryAfter: 5 } });
  await open();
  await held;
  const next = group.add([9, 10, 11]);
  await open();
  await next;
  expect(commits.at(-1)).toEqual([9, 10, 11]);
});

test('stopped, it writes what waits and takes no more', async () => {
  const { commits, commit, open } = gated();
  const group = createGroupCommit(commit, LIMITS);
  const last = group.add([1]);
  const stopped = group.stop();
  await expect(group.add([2])).rejects.toMatchObject({ code: 'busy' });
  await open();
  await stopped;
  await last;
  expect(commits).toEqual([[1]]);
});

test('what comes just as the last commit has ended is not left lying', async () => {
  const written: number[] = [];
  const group = createGroupCommit(async (items: readonly number[]) => void written.push(...items), LIMITS);
  for (let at = 0; at < 100; at += 1) {
    await group.add([at]);
    expect(written.at(-1)).toBe(at);
  }
});
