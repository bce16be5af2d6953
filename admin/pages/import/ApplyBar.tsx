import { useId } from 'react';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ImportCounts } from '../../../server/core/import-api';
import { useText, type TextKey } from '../../components/text';
import { applyText, changing } from './effect-text';

interface Props {
  readonly counts: ImportCounts;
  /** Whether the counts are of what is chosen now, are being counted, or could not be. */
  readonly state: 'counted' | 'counting' | 'failed';
  readonly validOnly: boolean;
  readonly onValidOnly: (validOnly: boolean) => void;
  readonly onApply: () => void;
}

/** *Apply*, in the words of what it does, or why it cannot be pressed. */
export const ApplyBar = ({ counts, state, validOnly, onValidOnly, onApply }: Props) => {
  const text = useText();
  const id = useId();
  const obstacle = STATE_TEXT[state] ?? obstacleOf(counts, validOnly);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      {counts.rejected > 0 && changing(counts) > 0 && (
        <Checkbox checked={validOnly} onCheckedChange={(checked) => onValidOnly(checked === true)}>
          {text('import.validOnly', { count: counts.rejected })}
        </Checkbox>
      )}
      <Flex gap={4} wrap="wrap">
        <Button size="L" aria-describedby={id} disabled={obstacle !== null} onClick={onApply}>
          {applyText(text, counts)}
        </Button>
        <Typography id={id} textColor="neutral600">
          {text(obstacle ?? 'import.apply.undoable', { count: counts.rejected })}
        </Typography>
      </Flex>
    </Flex>
  );
};

const STATE_TEXT = {
  counted: null,
  counting: 'place.preview.loading',
  failed: 'import.apply.failed',
} as const satisfies Record<Props['state'], TextKey | null>;

const obstacleOf = (counts: ImportCounts, validOnly: boolean): TextKey | null => {
  if (counts.rows === 0) return 'import.apply.noRows';
  if (changing(counts) === 0) return counts.rejected > 0 ? 'import.apply.allRejected' : 'import.apply.nothing';
  return counts.rejected > 0 && !validOnly ? 'import.apply.rejected' : null;
};
