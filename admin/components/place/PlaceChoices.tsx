import { Flex, Typography } from '@strapi/design-system';
import { EXCLUSION_REASONS, type ExclusionReason, type Persona, type Stage } from '../../../server/core/vocabulary';
import { originsOf } from '../../content-manager/panel/origins';
import { PersonaToggles } from '../../content-manager/panel/PersonaToggles';
import { StageToggles } from '../../content-manager/panel/StageToggles';
import { splitByAxes } from '../../content-manager/panel/axes';
import { SegmentedControl } from '../SegmentedControl';
import { useText, type TextKey } from '../text';
import { useNaming, type Naming } from '../VocabularyGate';
import { EXCLUSION_TEXT } from '../vocabulary-text';
import { PLACE_MODES, withMode, withPersona, withStage, type PlaceChoice, type PlaceMode } from './place-choice';

interface Props {
  readonly choice: PlaceChoice;
  readonly onChange: (choice: PlaceChoice) => void;
}

const MODE_TEXT = {
  add: 'place.mode.add',
  remove: 'place.mode.remove',
  replace: 'place.mode.replace',
  exclude: 'place.mode.exclude',
} as const satisfies Record<PlaceMode, TextKey>;

const HINT_TEXT = {
  add: 'place.hint.add',
  remove: 'place.hint.remove',
  replace: 'place.hint.replace',
  exclude: 'place.hint.exclude',
} as const satisfies Record<PlaceMode, TextKey>;

/** What to do with the entries: the side panel's toggles, or why they are no part of a journey. */
export const PlaceChoices = ({ choice, onChange }: Props) => {
  const text = useText();
  const naming = useNaming();
  const { personas, stages } = offeredIn(choice.mode, naming, (name) => text('place.retired', { name }));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <SegmentedControl
          label={text('place.mode')}
          options={PLACE_MODES.map((value) => ({ value, label: text(MODE_TEXT[value]) }))}
          value={choice.mode}
          onChange={(mode) => onChange(withMode(choice, mode, retiredKeys(naming)))}
        />
        <Typography variant="pi" textColor="neutral600">
          {text(HINT_TEXT[choice.mode])}
        </Typography>
      </Flex>
      {choice.mode === 'exclude' ? (
        <SegmentedControl<ExclusionReason | 'none'>
          label={text('panel.exclude.reason')}
          options={EXCLUSION_REASONS.map((value) => ({ value, label: text(EXCLUSION_TEXT[value]) }))}
          value={choice.reason ?? 'none'}
          onChange={(reason) => onChange({ ...choice, reason: reason === 'none' ? null : reason })}
        />
      ) : (
        <>
          <PersonaToggles
            personas={personas}
            chosen={choice.personas}
            origins={NO_ORIGINS}
            canAdd={naming.can.settings}
            onToggle={(key) => onChange(withPersona(choice, key))}
          />
          <StageToggles
            stages={stages}
            chosen={choice.stages}
            origins={NO_ORIGINS}
            onToggle={(key) => onChange(withStage(choice, key))}
          />
        </>
      )}
    </Flex>
  );
};

const NO_ORIGINS = originsOf([]);

/** What is no longer in use can still be taken away. */
const offeredIn = (
  mode: PlaceMode,
  naming: Naming,
  retiredName: (name: string) => string
): { readonly personas: readonly Persona[]; readonly stages: readonly Stage[] } => {
  const marked = <Item extends { readonly name: string; readonly retired: boolean }>(item: Item): Item =>
    item.retired ? { ...item, name: retiredName(item.name), retired: false } : item;
  const offered =
    mode === 'remove' ? { personas: naming.personas.map(marked), stages: naming.stages.map(marked) } : naming;
  return splitByAxes([], offered);
};

const retiredKeys = ({ personas, stages }: Naming): ReadonlySet<string> =>
  new Set([...personas, ...stages].filter(({ retired }) => retired).map(({ key }) => key));
