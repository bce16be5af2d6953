import { isPublished } from '../audit/assess';
import type { AssessedEntry } from '../audit/facts';
import { PERIODS } from '../evidence/period';
import type { PeriodGroup, Snapshot } from './snapshot';

/** Adds up the views of periods as entries stream by. */
export interface PeriodTally {
  /** Adds the entry to each scope of which it is told the position. */
  readonly of: (uid: string, entry: AssessedEntry) => { readonly add: (position: number) => void };
  readonly counts: () => Pick<Snapshot, 'periodGroups'>;
}

/** A tally that has added nothing yet. */
export const createPeriodTally = (): PeriodTally => {
  const groups = new Map<string, GrowingGroup>();
  let isKnown = false;

  const groupOf = (uid: string, entry: AssessedEntry): GrowingGroup => {
    const key = groupKey(uid, entry);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const variants = entry.variants.map(({ locale, status }) => ({
      locale: locale ?? '',
      published: isPublished({ status }),
    }));
    const group = { uid, scope: entry.scope, variants, sums: new Map<number, GrowingSum>() };
    groups.set(key, group);
    return group;
  };

  return {
    of(uid, entry) {
      const { sums } = groupOf(uid, entry);
      const numbers = numbersOf(entry);
      isKnown ||= numbers.length > 0;
      return {
        add(position) {
          const sum = sums.get(position);
          if (sum === undefined) sums.set(position, { entries: 1, numbers: [...numbers] });
          else addTo(sum, numbers);
        },
      };
    },
    counts: () =>
      isKnown
        ? {
            periodGroups: [...groups.values()].map(({ sums, ...group }) => ({
              ...group,
              sums: [...sums].map(([position, { entries, numbers }]) => [position, entries, numbers] as const),
            })),
          }
        : {},
  };
};

interface GrowingSum {
  entries: number;
  numbers: number[];
}

interface GrowingGroup extends Omit<PeriodGroup, 'sums'> {
  /** By position of the scope. */
  readonly sums: Map<number, GrowingSum>;
}

const addTo = (sum: GrowingSum, numbers: readonly number[]): void => {
  sum.entries += 1;
  if (sum.numbers.length === 0) sum.numbers = [...numbers];
  else for (const [at, number] of numbers.entries()) sum.numbers[at] = (sum.numbers[at] ?? 0) + number;
};

/** Of each period and in it of each variant: its views, and 1 where enough of its days are known. */
const numbersOf = ({ variants }: AssessedEntry): readonly number[] => {
  if (variants.every(({ consumption }) => consumption === null)) return NOTHING;
  return PERIODS.flatMap((_, at) =>
    variants.flatMap(({ consumption }) => {
      const period = consumption?.periods[at];
      return period === undefined ? NEITHER : [period.views ?? 0, period.missingDays === 0 ? 1 : 0];
    })
  );
};

const NOTHING: readonly number[] = [];
const NEITHER: readonly number[] = [0, 0];

const groupKey = (uid: string, { scope, variants }: AssessedEntry): string => {
  let key = `${uid} ${scope ?? ''}`;
  for (const { locale, status } of variants) key += ` ${locale ?? ''} ${isPublished({ status }) ? 'p' : ''}`;
  return key;
};
