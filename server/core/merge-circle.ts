import { entryKey, type EntryRef } from './vocabulary';

/** A longer chain of merges is nobody's intention. */
const LONGEST = 100;

/** Whether an entry that goes into another would in the end go into itself; `nextOf` tells where an entry is to go. */
export const leadsBack = (
  entry: EntryRef,
  target: EntryRef,
  nextOf: (entry: EntryRef) => EntryRef | null | undefined
): boolean => {
  let next: EntryRef | null | undefined = target;
  for (let steps = 0; next && steps < LONGEST; steps += 1) {
    if (entryKey(next) === entryKey(entry)) return true;
    next = nextOf(next);
  }
  return false;
};
