import type { Finding } from './finding';

/** Past the date on which its author wanted it gone. */
export const expired: Finding = {
  key: 'expired',
  words: 'Past its expiry date',
  tells: 'expiresAt',
  holds: ({ expiresAt }, { now }) => expiresAt !== null && expiresAt <= now,
};
