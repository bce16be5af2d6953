import { useMemo } from 'react';
import { Divider, Flex, Typography } from '@strapi/design-system';
import type { TagPatch, VocabularyBody } from '../../../server/core/api';
import { pairKey, selectionOf, togglePair, togglePersona, toggleStage } from '../../../server/core/placement';
import type { PublishingRule } from '../../../server/core/vocabulary';
import { useText } from '../../components/text';
import { ExclusionMenu } from './ExclusionMenu';
import { originsOf } from './origins';
import { PersonaToggles } from './PersonaToggles';
import type { PlacementSnapshot, PlacementStore } from './placement-store';
import { RetiredPairs } from './RetiredPairs';
import { SaveLine } from './SaveLine';
import { SelectionSummary } from './SelectionSummary';
import { splitByAxes } from './axes';
import { SharedByLanguages } from './SharedByLanguages';
import { StageToggles } from './StageToggles';

interface Props {
  readonly vocabulary: VocabularyBody;
  readonly store: PlacementStore;
  readonly snapshot: PlacementSnapshot;
  readonly model: string;
}

/** Two sets of toggles whose product is the placement, with *Adjust* for exceptions and *Not part of a journey*. */
export const PlacementEditor = ({ vocabulary, store, snapshot, model }: Props) => {
  const text = useText();
  const { stored, placement } = snapshot;
  const axes = useMemo(() => splitByAxes(placement.tags, vocabulary), [placement.tags, vocabulary]);
  const origins = useMemo(() => originsOf(stored?.tags ?? []), [stored]);
  const change = (patch: TagPatch) => store.change(placement.excluded ? { ...patch, excluded: null } : patch);
  const editable = vocabulary.can.tag;
  const { live, retired, personas, stages } = axes;
  const selection = selectionOf(live);
  const warning = warningOf(vocabulary.publishing[model], snapshot, selection.combinations > 0);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SaveLine snapshot={snapshot} store={store} editable={editable} />
      <SharedByLanguages vocabulary={vocabulary} model={model} />
      {warning !== null && (
        <Typography variant="pi" textColor="warning700" role="note">
          {text(`panel.publishing.${warning}`)}
        </Typography>
      )}
      {!placement.excluded && (
        <>
          <PersonaToggles
            personas={personas}
            chosen={selection.personas}
            origins={origins}
            canAdd={vocabulary.can.settings}
            onToggle={editable ? (key) => change(togglePersona(live, key)) : undefined}
          />
          <StageToggles
            stages={stages}
            chosen={selection.stages}
            origins={origins}
            onToggle={editable ? (key) => change(toggleStage(live, key)) : undefined}
          />
          {retired.length > 0 && (
            <RetiredPairs
              pairs={retired}
              vocabulary={vocabulary}
              onRemove={editable ? (pair) => change({ remove: [pair] }) : undefined}
            />
          )}
          <SelectionSummary
            selection={selection}
            personas={personas}
            stages={stages}
            isChosen={(persona, stage) => live.some((tag) => pairKey(tag) === pairKey({ persona, stage }))}
            onTogglePair={editable ? (persona, stage) => change(togglePair(live, persona, stage)) : undefined}
          />
          {editable && <Divider />}
        </>
      )}
      <ExclusionMenu
        excluded={placement.excluded}
        onExclude={editable ? (reason) => store.change({ excluded: { reason } }) : undefined}
        onInclude={editable ? () => store.change({ excluded: null }) : undefined}
      />
    </Flex>
  );
};

/** The place of a new entry is saved after the entry: who publishes it at once would be refused. */
const warningOf = (
  rule: Exclude<PublishingRule, 'off'> | undefined,
  { placement, save }: PlacementSnapshot,
  isPlaced: boolean
) => {
  if (!isPlaced && !placement.excluded) return rule ?? null;
  return rule === 'block' && save.kind === 'held' ? 'saveFirst' : null;
};
