import { Flex, Typography } from '@strapi/design-system';
import { JOURNEYS, type Stage } from '../../../server/core/vocabulary';
import { JOURNEY_TEXT } from '../../components/vocabulary-text';
import { useText } from '../../components/text';
import type { Origins } from './origins';
import { ToggleChip } from './ToggleChip';
import { ToggleGroup } from './ToggleGroup';
import { useOriginText } from './use-origin-text';

interface Props {
  readonly stages: readonly Stage[];
  readonly chosen: readonly string[];
  readonly origins: Origins;
  /** Left out: the user may look only. */
  readonly onToggle?: ((key: string) => void) | undefined;
}

/** *When do they need it?* The stages of both journeys, before and after the purchase. */
export const StageToggles = ({ stages, chosen, origins, onToggle }: Props) => {
  const text = useText();
  const originText = useOriginText();
  const shown = onToggle ? stages : stages.filter(({ key }) => chosen.includes(key));

  return (
    <ToggleGroup label={text('panel.stages')} level="question">
      {shown.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('side.notSet')}
        </Typography>
      )}
      {JOURNEYS.filter((journey) => shown.some((stage) => stage.journey === journey)).map((journey) => (
        <ToggleGroup key={journey} label={text(JOURNEY_TEXT[journey])} level="journey">
          <Flex gap={2} wrap="wrap">
            {shown
              .filter((stage) => stage.journey === journey)
              .map(({ key, name }) => (
                <ToggleChip
                  key={key}
                  label={name}
                  pressed={chosen.includes(key)}
                  provisional={origins.stage.get(key)?.byRule ?? false}
                  origin={originText(origins.stage.get(key)?.latest)}
                  onToggle={onToggle && (() => onToggle(key))}
                />
              ))}
          </Flex>
        </ToggleGroup>
      ))}
    </ToggleGroup>
  );
};
