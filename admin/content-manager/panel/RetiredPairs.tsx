import { Flex } from '@strapi/design-system';
import type { VocabularyBody } from '../../../server/core/api';
import { pairKey } from '../../../server/core/placement';
import { EVERYONE, type TagPair } from '../../../server/core/vocabulary';
import { useText } from '../../components/text';
import { ToggleChip } from './ToggleChip';
import { ToggleGroup } from './ToggleGroup';

interface Props {
  readonly pairs: readonly TagPair[];
  readonly vocabulary: Pick<VocabularyBody, 'personas' | 'stages'>;
  readonly onRemove?: ((pair: TagPair) => void) | undefined;
}

/** Pairs whose persona or stage was retired since: kept until somebody takes them off. */
export const RetiredPairs = ({ pairs, vocabulary, onRemove }: Props) => {
  const text = useText();
  const personaName = (key: string | null) =>
    key === EVERYONE ? text('persona.everyone') : nameIn(vocabulary.personas, key);
  return (
    <ToggleGroup label={text('panel.retired')} level="journey">
      <Flex gap={2} wrap="wrap">
        {pairs.map((pair) => (
          <ToggleChip
            key={pairKey(pair)}
            pressed
            label={[personaName(pair.persona), nameIn(vocabulary.stages, pair.stage)].filter(Boolean).join(' · ')}
            onToggle={onRemove && (() => onRemove({ persona: pair.persona, stage: pair.stage }))}
          />
        ))}
      </Flex>
    </ToggleGroup>
  );
};

const nameIn = (axis: readonly { readonly key: string; readonly name: string }[], key: string | null) =>
  axis.find((item) => item.key === key)?.name ?? key;
