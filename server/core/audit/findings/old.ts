import { ageFrom, MONTH, type Finding } from './finding';

/** Too old to count toward a target until somebody has looked at it. */
export const old: Finding = {
  key: 'old',
  words: {
    dated: 'Dated more than three years ago',
    edited: 'Not edited for three years',
    unknown: 'Dated or last edited more than three years ago',
  },
  holds: (variant, { policy, now }) => now - ageFrom(variant) > policy.currentMonths * MONTH,
};
