import type { EvidenceBody } from '../../../server/core/consumption-api';
import type { Grade, UnmeasuredReason } from '../../../server/core/evidence/evidence';
import { DEFAULT_POLICY } from '../../../server/core/policy';
import { shareText } from '../share-text';
import { useText, type TextKey } from '../text';
import { useDay } from '../use-day';

/** Grades as sentences that a strategist understands. */
export const useEvidenceText = () => {
  const words = { text: useText(), day: useDay() };
  return {
    /** What the grade rests on: "No views in 90 measured days". */
    reason: (evidence: EvidenceBody, contentType: string): string =>
      REASON[evidence.grade](evidence, { ...words, contentType }),
    /** Who asked not to be counted, where that is not the reason itself; `null` where nobody did. */
    remark: (evidence: EvidenceBody, contentType: string): string | null =>
      isRemarkable(evidence)
        ? words.text('evidence.uncounted', {
            share: shareText(words.text, evidence.uncountedShare ?? 0, 1),
            type: contentType,
          })
        : null,
  };
};

interface Words {
  readonly text: ReturnType<typeof useText>;
  readonly day: ReturnType<typeof useDay>;
  readonly contentType: string;
}

type Reason = (evidence: EvidenceBody, words: Words) => string;

const neverConsumed: Reason = (evidence, words) => {
  const { measuredDays: measured, uncountedShare: share, delivered } = evidence;
  const { text, contentType } = words;
  const isMuch = isMuchUncounted(evidence);
  const none = upTo(text(isMuch ? 'evidence.never.counted' : 'evidence.never', { measured }), evidence, words);
  const reason = isMuch
    ? text('evidence.never.uncounted', { reason: none, share: shareText(text, share ?? 0, 1), type: contentType })
    : none;
  return delivered === false ? text('evidence.notDelivered', { reason }) : reason;
};

const unmeasured: Reason = (evidence, words) => {
  const { reason: cause, measuredDays, windowDays, views, lastViewed } = evidence;
  const { text, day } = words;
  const reason = text(UNMEASURED_TEXT[cause ?? 'no-source'], { measured: measuredDays, window: windowDays });
  return views !== null && views > 0 && lastViewed !== null
    ? text('evidence.viewedBefore', { reason, views, day: day(lastViewed) })
    : reason;
};

const consumed: Reason = ({ views, lastViewed }, { text, day }) =>
  lastViewed === null
    ? text('evidence.consumed', { views: views ?? 0 })
    : text('evidence.consumed.last', { views: views ?? 0, day: day(lastViewed) });

const dormant: Reason = (evidence, words) => {
  const { measuredDays: measured, views, lastViewed } = evidence;
  const { text, day } = words;
  const reason = upTo(text('evidence.never', { measured }), evidence, words);
  return lastViewed === null
    ? reason
    : text('evidence.viewedBefore', { reason, views: views ?? 0, day: day(lastViewed) });
};

const tooNew: Reason = (evidence, words) => {
  const { measuredDays: measured, windowDays: window, judgeableFrom } = evidence;
  const { text, day } = words;
  const reason = upTo(text('evidence.tooNew', { measured, window }), evidence, words);
  return judgeableFrom === null ? reason : text('evidence.tooNew.from', { reason, day: day(judgeableFrom) });
};

/** Where the days since an import are not measured, zero is only said of those up to its end. */
const upTo = (reason: string, { windowTo }: EvidenceBody, { text, day }: Words): string =>
  windowTo === null ? reason : text('evidence.upTo', { reason, day: day(windowTo) });

const REASON = {
  consumed,
  dormant,
  'never-consumed': neverConsumed,
  'too-new': tooNew,
  unmeasured,
  unpublished: (_evidence, { text }) => text('evidence.unpublished'),
} satisfies Record<Grade, Reason>;

const UNMEASURED_TEXT = {
  'no-source': 'evidence.noSource',
  interrupted: 'evidence.interrupted',
  'url-unmapped': 'evidence.urlUnmapped',
  'below-cut-off': 'evidence.belowCutOff',
  'address-changed': 'evidence.addressChanged',
} as const satisfies Record<UnmeasuredReason, TextKey>;

const isMuchUncounted = ({ uncountedShare }: EvidenceBody): boolean =>
  uncountedShare !== null && uncountedShare > DEFAULT_POLICY.uncountedShare;

/** Only beside a zero does it matter who was not counted. */
const isRemarkable = (evidence: EvidenceBody): boolean => {
  const { grade, uncountedShare } = evidence;
  if (uncountedShare === null || uncountedShare === 0) return false;
  return grade === 'dormant' || (grade === 'never-consumed' && !isMuchUncounted(evidence));
};
