import { setImmediate as turn } from 'node:timers/promises';
import { Refusal } from '../../core/refusal';

interface Limits {
  /** Items that may wait or be written at the same time; more are refused. */
  readonly mostWaiting: number;
  /** Items that are written at once. */
  readonly mostAtOnce: number;
}

/** Seconds after which those who were refused may try again. */
const RETRY_AFTER = 5;

/**
 * Writes what many requests bring at the same time as one: while one commit runs, the next gathers. Whoever adds items
 * gets the answer after their commit, so that what was acknowledged survives the process.
 */
export const createGroupCommit = <Item>(
  commit: (items: readonly Item[]) => Promise<void>,
  { mostWaiting, mostAtOnce }: Limits
) => {
  interface Group {
    readonly items: readonly Item[];
    readonly resolve: () => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Group[] = [];
  let held = 0;
  let writing: Promise<void> | undefined;
  let isStopped = false;

  const write = async (): Promise<void> => {
    // What else arrives in this turn of the event loop goes along.
    await turn();
    while (waiting.length > 0) {
      const groups = take(waiting, mostAtOnce);
      const items = groups.flatMap((group) => group.items);
      try {
        await commit(items);
        for (const { resolve } of groups) resolve();
      } catch (error) {
        for (const { reject } of groups) reject(error);
      }
      held -= items.length;
    }
    // In the same turn as the last look at `waiting`: what comes later starts anew.
    writing = undefined;
  };

  return {
    add: (items: readonly Item[]): Promise<void> => {
      if (isStopped || held + items.length > mostWaiting) {
        return Promise.reject(new Refusal('busy', 'Too much arrives at once: try again.', { retryAfter: RETRY_AFTER }));
      }
      held += items.length;
      return new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        writing ??= write();
      });
    },

    /** Writes what waits, and takes no more. */
    stop: async (): Promise<void> => {
      isStopped = true;
      await writing;
    },
  };
};

/** The first groups that go into one commit, at least one. */
const take = <Group extends { readonly items: readonly unknown[] }>(
  waiting: Group[],
  most: number
): readonly Group[] => {
  let size = 0;
  let count = 0;
  for (const { items } of waiting) {
    if (count > 0 && size + items.length > most) break;
    size += items.length;
    count += 1;
  }
  return waiting.splice(0, count);
};
