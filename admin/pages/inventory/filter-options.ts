import { COUNTED } from '../../../server/core/api';
import { UNMEASURED_REASONS } from '../../../server/core/evidence/evidence';
import { PERIODS } from '../../../server/core/evidence/period';
import { SILENCES } from '../../../server/core/evidence/silence';
import { MEASURED } from '../../../server/core/evidence/state';
import { STATUSES } from '../../../server/core/vocabulary';
import { axisOptions, worded, type Option } from '../../components/axis-options';
import { CAUSE_TEXT, GRADE_STYLE, SILENCE_TEXT } from '../../components/evidence/grade-style';
import { findingText, KNOWN_FINDINGS } from '../../components/finding-text';
import { useText, type TextKey } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { AGE_TEXT, COUNTED_TEXT, DECISION_TEXT, PERIOD_TEXT, STATUS_TEXT } from '../../components/vocabulary-text';
import { DECISIONS, EVIDENCE, type FilterName } from './inventory-url';

/** Filters that only a link from History sets. */
export const TOUCHED = ['operation', 'import'] as const;

/** The filters that choose from a list; search and owner are typed. */
export type ListFilter = Exclude<FilterName, 'search' | 'owner' | (typeof TOUCHED)[number]>;

/** What each filter offers, named as everywhere else on screen. */
export const useFilterOptions = (): Readonly<Record<ListFilter, readonly Option[]>> => {
  const text = useText();
  const { personas, stages, contentTypes, locales } = useNaming();
  return {
    ...axisOptions(text, { personas, stages }),
    contentType: contentTypes.map(({ uid, displayName }) => ({ value: uid, label: displayName })),
    locale: locales.map(({ code, name }) => ({ value: code, label: name })),
    status: worded(text, STATUSES, STATUS_TEXT),
    counted: worded(text, COUNTED, COUNTED_TEXT),
    age: worded(text, ['current', 'old'] as const, AGE_TEXT),
    evidence: EVIDENCE.map((value) => ({
      value,
      label: text(value === MEASURED ? 'grade.measured' : GRADE_STYLE[value].label),
    })),
    evidenceReason: worded(text, UNMEASURED_REASONS, CAUSE_TEXT),
    silence: worded(text, SILENCES, SILENCE_TEXT),
    finding: KNOWN_FINDINGS.map((value) => ({ value, label: findingText(text, value) })),
    decision: worded(text, DECISIONS, { ...DECISION_TEXT, undecided: 'decision.none' }),
    due: [{ value: 'overdue', label: text('due.overdue') }],
    period: worded(text, PERIODS, PERIOD_TEXT),
  };
};

/** Each filter's name on screen. */
export const FILTER_TEXT = {
  search: 'filter.search',
  persona: 'filter.persona',
  journey: 'filter.journey',
  stage: 'filter.stage',
  placement: 'filter.placement',
  contentType: 'filter.contentType',
  locale: 'filter.locale',
  status: 'filter.status',
  counted: 'filter.counted',
  age: 'filter.age',
  owner: 'filter.owner',
  evidence: 'filter.evidence',
  evidenceReason: 'filter.evidenceReason',
  silence: 'filter.silence',
  finding: 'filter.finding',
  decision: 'filter.decision',
  due: 'filter.due',
  period: 'filter.period',
  operation: 'nav.history',
  import: 'nav.history',
} as const satisfies Record<FilterName, TextKey>;
