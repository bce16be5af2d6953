import { styled } from 'styled-components';
import type { Grade } from '../../../server/core/evidence/evidence';
import { Chip } from '../Chip';
import { useText } from '../text';
import { ink, tint } from '../tint';
import { GRADE_STYLE } from './grade-style';

/** How sure we are that something was consumed: icon, word and tone. */
export const GradeChip = ({ grade }: { readonly grade: Grade }) => {
  const text = useText();
  const { label, Icon } = GRADE_STYLE[grade];
  return (
    <Toned $grade={grade}>
      <Icon width="1.2rem" height="1.2rem" fill="currentColor" aria-hidden />
      {text(label)}
    </Toned>
  );
};

const FILL = {
  success: tint('success500', 16),
  warning: tint('warning500', 20),
  danger: tint('danger600', 14),
  neutral: tint('neutral500', 12),
} as const;

const INK = {
  success: ink('success700'),
  warning: ink('warning700'),
  danger: ink('danger700'),
  neutral: ink('neutral700'),
} as const;

const Toned = styled(Chip)<{ $grade: Grade }>`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  font-weight: 600;
  background: ${({ $grade, theme }) => FILL[GRADE_STYLE[$grade].tone]({ theme })};
  color: ${({ $grade, theme }) => INK[GRADE_STYLE[$grade].tone]({ theme })};

  svg {
    flex-shrink: 0;
  }

  svg path {
    fill: currentColor;
  }
`;
