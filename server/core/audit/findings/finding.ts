import type { HideableFact } from '../../coverage/snapshot';
import type { Policy } from '../../policy';
import type { Instant, VariantFacts } from '../facts';

/** A month as ages are measured in, in milliseconds: the mean of the Gregorian calendar. */
export const MONTH = 30.436875 * 86_400_000;
export const DAY = 86_400_000;

/** By what an entry's age is told. */
export type AgeBasis = 'dated' | 'edited';

/** A rule about one version of an entry; the entry has the finding when every version that counts has it. */
export interface Finding {
  readonly key: string;
  /** In CSVs, of an age by what it is told; screens have words of their own. */
  readonly words: string | Readonly<Record<AgeBasis | 'unknown', string>>;
  /** The fact of which it tells: nobody is told it from whom this is hidden. An age is told by the last edit as well. */
  readonly tells?: HideableFact;
  readonly holds: (variant: VariantFacts, context: { readonly policy: Policy; readonly now: Instant }) => boolean;
}

/** The moment by which age is judged: the mapped content date where there is one, so that an import does not look new, else the last edit. */
export const ageFrom = ({ contentDate, updatedAt }: VariantFacts): Instant => contentDate ?? updatedAt;
