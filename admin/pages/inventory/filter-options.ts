import { COUNTED, PLACEMENTS } from '../../../server/core/api';
import { EVERYONE, JOURNEYS, NOT_SET, STATUSES } from '../../../server/core/vocabulary';
import { findingText, KNOWN_FINDINGS } from '../../components/finding-text';
import { useText, type TextKey } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { AGE_TEXT, COUNTED_TEXT, JOURNEY_TEXT, PLACEMENT_TEXT, STATUS_TEXT } from '../../components/vocabulary-text';
import type { FilterName } from './inventory-url';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The filters that choose from a list; search and owner are typed. */
export type ListFilter = Exclude<FilterName, 'search' | 'owner'>;

/** What each filter offers, named as everywhere else on screen. */
export const useFilterOptions = (): Readonly<Record<ListFilter, readonly Option[]>> => {
  const text = useText();
  const { personas, stages, contentTypes, locales } = useNaming();
  const worded = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, TextKey>>) =>
    keys.map((value) => ({ value, label: text(words[value]) }));
  return {
    persona: [
      ...personas.filter(inUse).map(({ key, name }) => ({ value: key, label: name })),
      { value: EVERYONE, label: text('persona.everyone') },
      { value: NOT_SET, label: text('persona.notSet') },
    ],
    journey: worded(JOURNEYS, JOURNEY_TEXT),
    stage: [
      ...stages.filter(inUse).map(({ key, name }) => ({ value: key, label: name })),
      { value: NOT_SET, label: text('stage.notSet') },
    ],
    placement: worded(PLACEMENTS, PLACEMENT_TEXT),
    contentType: contentTypes.map(({ uid, displayName }) => ({ value: uid, label: displayName })),
    locale: locales.map(({ code, name }) => ({ value: code, label: name })),
    status: worded(STATUSES, STATUS_TEXT),
    counted: worded(COUNTED, COUNTED_TEXT),
    age: worded(['current', 'old'] as const, AGE_TEXT),
    finding: KNOWN_FINDINGS.map((value) => ({ value, label: findingText(text, value) })),
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
  finding: 'filter.finding',
} as const satisfies Record<FilterName, TextKey>;

const inUse = ({ retired }: { readonly retired: boolean }) => !retired;
