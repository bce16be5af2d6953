import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { Selection } from '../../../server/core/placement';
import { EVERYONE, type Persona, type Stage } from '../../../server/core/vocabulary';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { AdjustDialog } from './AdjustDialog';

interface Props {
  readonly selection: Selection;
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly isChosen: (persona: string, stage: string) => boolean;
  /** Left out: the user may look only. */
  readonly onTogglePair?: ((persona: string, stage: string) => void) | undefined;
}

/** What the toggles make together, or what is missing; *Adjust* where there are combinations to leave out. */
export const SelectionSummary = ({ selection, personas, stages, isChosen, onTogglePair }: Props) => {
  const text = useText();
  const [isAdjusting, setAdjusting] = useState(false);
  const sentence = useSentence(selection);
  if (sentence === null) return null;
  const canAdjust = selection.hasExceptions || (selection.personas.length > 1 && selection.stages.length > 1);

  return (
    <Flex justifyContent="space-between" alignItems="baseline" gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {sentence}
      </Typography>
      {canAdjust && onTogglePair && (
        <InlineButton aria-haspopup="dialog" onClick={() => setAdjusting(true)}>
          {text('panel.adjust')}
        </InlineButton>
      )}
      {isAdjusting && onTogglePair && (
        <AdjustDialog
          rows={[
            ...(selection.personas.includes(EVERYONE) ? [{ key: EVERYONE, name: text('persona.everyone') }] : []),
            ...personas.filter(({ key }) => selection.personas.includes(key)),
          ]}
          columns={stages.filter(({ key }) => selection.stages.includes(key))}
          summary={sentence}
          isChosen={isChosen}
          onToggle={onTogglePair}
          onClose={() => setAdjusting(false)}
        />
      )}
    </Flex>
  );
};

const useSentence = ({ personas, stages, combinations, possible, hasExceptions }: Selection): string | null => {
  const text = useText();
  if (personas.length === 0 && stages.length === 0) return null;
  if (stages.length === 0) return text('panel.chooseStage');
  if (personas.length === 0) return text('panel.choosePersona');
  if (hasExceptions) return text('panel.combinations', { combinations, possible });
  return personas.includes(EVERYONE) && personas.length === 1
    ? text('panel.everyoneProduct', { stages: stages.length })
    : text('panel.product', { personas: personas.length, stages: stages.length });
};
