import type { InventoryQuery } from '../../../server/core/api';
import { EVERYONE } from '../../../server/core/vocabulary';
import { chosenFor, type PlaceChoice } from '../../components/place/place-choice';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import type { FilterName } from './inventory-url';

interface Placeable {
  /** "Finance lead · Onboarding" */
  readonly name: string;
  readonly choice: PlaceChoice;
}

/** The cell that somebody came from to fill it; nothing where it cannot be placed into, as after its persona has retired. */
export const usePlaceable = (
  cell: { readonly persona: string; readonly stage: string } | null
): Placeable | undefined => {
  const text = useText();
  const { personas, stages, personaName, stageName } = useNaming();
  if (cell === null) return undefined;
  const { persona, stage } = cell;
  const isLive = (axis: readonly { readonly key: string; readonly retired: boolean }[], key: string): boolean =>
    axis.some((one) => one.key === key && !one.retired);
  if (!isLive(stages, stage) || !(persona === EVERYONE || isLive(personas, persona))) return undefined;
  return {
    name: text('cell.name', { persona: personaName(persona), stage: stageName(stage) }),
    choice: chosenFor(cell),
  };
};

/** With any of these the list is still of all that is to place. */
const BASIS: readonly FilterName[] = ['placement', 'counted', 'period'];

/** Whether a list is of all that is to place: when it is empty, everything is placed. */
export const isAllToPlace = (filters: InventoryQuery, names: readonly FilterName[]): boolean =>
  filters.placement === 'to-place' && names.every((name) => BASIS.includes(name) || !filters[name]);
