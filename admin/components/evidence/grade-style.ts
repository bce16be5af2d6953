import { Clock, Eye, EyeStriked, Minus, Moon, Question } from '@strapi/icons';
import type { Grade, UnmeasuredReason } from '../../../server/core/evidence/evidence';
import type { Silence } from '../../../server/core/evidence/silence';
import type { TextKey } from '../text';

interface GradeStyle {
  readonly label: TextKey;
  /** Says the same as the word: colour never stands alone. */
  readonly Icon: typeof Eye;
  readonly tone: 'success' | 'warning' | 'danger' | 'neutral';
}

/** Colour only what was measured; what is not known stays neutral. */
export const GRADE_STYLE = {
  consumed: { label: 'grade.consumed', Icon: Eye, tone: 'success' },
  dormant: { label: 'grade.dormant', Icon: Moon, tone: 'warning' },
  'never-consumed': { label: 'grade.neverConsumed', Icon: EyeStriked, tone: 'danger' },
  'too-new': { label: 'grade.tooNew', Icon: Clock, tone: 'neutral' },
  unmeasured: { label: 'grade.unmeasured', Icon: Question, tone: 'neutral' },
  unpublished: { label: 'grade.unpublished', Icon: Minus, tone: 'neutral' },
} as const satisfies Record<Grade, GradeStyle>;

/** Why something is not measured, in a few words: for filters and lists of causes. */
export const CAUSE_TEXT = {
  'no-source': 'cause.noSource',
  interrupted: 'cause.interrupted',
  'url-unmapped': 'cause.urlUnmapped',
  'below-cut-off': 'cause.belowCutOff',
  'address-changed': 'cause.addressChanged',
} as const satisfies Record<UnmeasuredReason, TextKey>;

/** The groups of what has no counted view, and what is kept from them. */
export const SILENCE_TEXT = {
  'never-viewed': 'silence.neverViewed',
  watching: 'silence.watching',
  'cannot-judge': 'silence.cannotJudge',
  kept: 'silence.kept',
} as const satisfies Record<Silence, TextKey>;
