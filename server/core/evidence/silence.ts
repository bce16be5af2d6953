import { SILENCE_GROUPS, type SilenceGroup } from '../consumption-api';
import { isOverdue, type Decision } from '../decision';
import type { Evidence } from './evidence';

/** What lists of silence can be asked for: the groups, or what somebody keeps and is therefore in none of them. */
export const SILENCES = [...SILENCE_GROUPS, 'kept'] as const;
export type Silence = (typeof SILENCES)[number];

/** Where an asset stands among those without a counted view; `null` where there is one, or nothing that could be viewed. */
export const silenceGroup = (graded: Evidence): SilenceGroup | null => {
  if (graded.grade === 'never-consumed') return 'never-viewed';
  if (graded.grade === 'too-new') return 'watching';
  if (graded.grade !== 'unmeasured' || graded.views > 0) return null;
  return graded.isWatched ? 'watching' : 'cannot-judge';
};

/** Whether somebody said that an entry is kept until a day that has not passed: silence needs no second look till then. */
export const isKept = (decision: Pick<Decision, 'kind' | 'due'>, today: string): boolean =>
  decision.kind === 'keep' && decision.due !== null && !isOverdue(decision, today);
