import { PLACEMENTS } from '../../server/core/api';
import type { ListFilterName } from '../../server/core/list-filters';
import { EVERYONE, JOURNEYS, NOT_SET, type Persona, type Stage } from '../../server/core/vocabulary';
import type { TextKey, useText } from './text';
import { JOURNEY_TEXT, PLACEMENT_TEXT } from './vocabulary-text';

/** A choice of a filter. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Axes {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
}

/** What lists can be filtered by wherever they stand, ours and the Content Manager's, named as everywhere else. */
export const axisOptions = (
  text: ReturnType<typeof useText>,
  { personas, stages }: Axes
): Readonly<Record<ListFilterName, readonly Option[]>> => ({
  persona: [
    ...inUse(personas),
    { value: EVERYONE, label: text('persona.everyone') },
    { value: NOT_SET, label: text('persona.notSet') },
  ],
  journey: worded(text, JOURNEYS, JOURNEY_TEXT),
  stage: [...inUse(stages), { value: NOT_SET, label: text('stage.notSet') }],
  placement: worded(text, PLACEMENTS, PLACEMENT_TEXT),
});

/** Keys with the words that they have on screen. */
export const worded = <Key extends string>(
  text: ReturnType<typeof useText>,
  keys: readonly Key[],
  words: Readonly<Record<Key, TextKey>>
): readonly Option[] => keys.map((value) => ({ value, label: text(words[value]) }));

const inUse = (items: readonly (Persona | Stage)[]): readonly Option[] =>
  items.filter(({ retired }) => !retired).map(({ key, name }) => ({ value: key, label: name }));
