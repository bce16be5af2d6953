import { DAY, type Finding } from './finding';

/** Begun and left: a draft never published that nobody edited for long. */
export const untouchedDraft: Finding = {
  key: 'untouched-draft',
  words: 'Draft untouched for 90 days',
  holds: ({ status, updatedAt }, { policy, now }) =>
    status === 'draft' && now - updatedAt > policy.untouchedDraftDays * DAY,
};
