import { Radio, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { DECISION_KINDS } from '../../../server/core/decision';
import { useText, type TextKey } from '../text';
import type { DecisionDraft } from './decision-draft';

type Kind = NonNullable<DecisionDraft['kind']>;

interface Props {
  readonly value: DecisionDraft['kind'];
  /** There may be a decision to take back. */
  readonly canTakeBack: boolean;
  readonly onChange: (kind: Kind) => void;
}

const CHOICE_TEXT = {
  keep: ['decision.keep', 'decision.hint.keep'],
  update: ['decision.update', 'decision.hint.update'],
  merge: ['decision.merge.choice', 'decision.hint.merge'],
  retire: ['decision.retire', 'decision.hint.retire'],
  none: ['decision.none.choice', 'decision.hint.none'],
} as const satisfies Record<Kind, readonly [TextKey, TextKey]>;

/** What can become of an entry, each with what it means. */
export const KindChoice = ({ value, canTakeBack, onChange }: Props) => {
  const text = useText();
  return (
    <Radio.Group
      aria-label={text('decision.kind')}
      value={value ?? ''}
      onValueChange={(kind: string) => onChange(kind as Kind)}
    >
      {[...DECISION_KINDS, ...(canTakeBack ? ['none' as const] : [])].map((kind) => {
        const [word, hint] = CHOICE_TEXT[kind];
        return (
          <Radio.Item key={kind} value={kind}>
            <Choice>
              {text(word)}{' '}
              <Typography variant="pi" textColor="neutral600">
                {text(hint)}
              </Typography>
            </Choice>
          </Radio.Item>
        );
      })}
    </Radio.Group>
  );
};

const Choice = styled.span`
  cursor: pointer;

  span {
    display: block;
  }
`;
