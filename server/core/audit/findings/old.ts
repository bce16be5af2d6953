import { ageFrom, MONTH, type Finding } from './finding';

/** Too old to count toward a target until somebody has looked at it. */
export const old: Finding = {
  key: 'old',
  words: 'Not edited for three years',
  holds: (variant, { policy, now }) => now - ageFrom(variant) > policy.currentMonths * MONTH,
};
