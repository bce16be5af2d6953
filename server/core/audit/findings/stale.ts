import { ageFrom, MONTH, type Finding } from './finding';

/** Neither dated nor edited for a year: due for a review. */
export const stale: Finding = {
  key: 'stale',
  words: {
    dated: 'Dated more than a year ago',
    edited: 'Not edited for a year',
    unknown: 'Dated or last edited more than a year ago',
  },
  holds: (variant, { policy, now }) => now - ageFrom(variant) > policy.staleMonths * MONTH,
};
