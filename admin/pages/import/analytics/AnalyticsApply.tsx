import { useId } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { useText, type TextKey } from '../../../components/text';

interface Props {
  readonly body: AnalyticsBody;
  /** Whether the numbers are of what is said now, are being counted, or could not be. */
  readonly state: 'counted' | 'counting' | 'failed';
  readonly onApply: () => void;
}

/** *Import*, in the words of what it does, or why it cannot be pressed. */
export const AnalyticsApply = ({ body, state, onApply }: Props) => {
  const text = useText();
  const id = useId();
  const obstacle = STATE_TEXT[state] ?? obstacleOf(body);
  return (
    <Flex gap={4} wrap="wrap">
      <Button size="L" aria-describedby={id} disabled={obstacle !== null} onClick={onApply}>
        {text('analytics.apply', { views: body.mapped.views })}
      </Button>
      <Typography id={id} textColor="neutral600">
        {text(obstacle ?? 'analytics.apply.undoable')}
      </Typography>
    </Flex>
  );
};

const STATE_TEXT = {
  counted: null,
  counting: 'place.preview.loading',
  failed: 'analytics.apply.failed',
} as const satisfies Record<Props['state'], TextKey | null>;

const obstacleOf = ({ period, mapped, patterns }: AnalyticsBody): TextKey | null => {
  if (period === null) return 'analytics.apply.period';
  if (mapped.paths > 0) return null;
  return patterns.length > 0 ? 'analytics.apply.patterns' : 'analytics.apply.nothing';
};
