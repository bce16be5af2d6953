import { unguarded } from '../formula';
import { EXCLUSION_REASONS, type ExclusionReason } from '../vocabulary';
import { fold } from './words';

/** What a cell under "Not part of a journey" says: a reason, `null`: it is part of one, `undefined`: not understood. */
export const readExclusion = (cell: string): ExclusionReason | null | undefined => {
  const word = fold(unguarded(cell));
  if (NO.has(word)) return null;
  if (YES.has(word)) return 'other';
  return EXCLUSION_REASONS.find((reason) => fold(reason) === word);
};

const NO: ReadonlySet<string> = new Set(['', 'no', 'false', '0']);
/** A mark instead of a reason. */
const YES: ReadonlySet<string> = new Set(['yes', 'true', '1', 'x']);
