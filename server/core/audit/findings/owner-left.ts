import type { Finding } from './finding';

/** Nobody to ask: its owner is blocked or deleted. An unknown owner is no finding. */
export const ownerLeft: Finding = {
  key: 'owner-left',
  words: 'Owner has left',
  tells: 'owner',
  holds: ({ owner }) => owner !== null && owner.state !== 'active',
};
