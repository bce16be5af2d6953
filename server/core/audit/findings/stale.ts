import { ageFrom, MONTH, type Finding } from './finding';

/** Not edited for a year: due for a review. */
export const stale: Finding = {
  key: 'stale',
  words: 'Not edited for a year',
  holds: (variant, { policy, now }) => now - ageFrom(variant) > policy.staleMonths * MONTH,
};
