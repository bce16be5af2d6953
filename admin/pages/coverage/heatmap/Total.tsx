import { VisuallyHidden } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Count } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import type { FocusProps } from './use-roving-focus';

interface Props {
  readonly name: string;
  readonly count: Count;
  /** The largest total beside it: its bar is full. */
  readonly largest: number;
  readonly to: string;
  readonly focus: ReturnType<FocusProps>;
}

/** How many distinct current entries a row or column holds, as a number and a small bar, linking to them. */
export const Total = ({ name, count, largest, to, focus }: Props) => {
  const text = useText();
  return (
    <Anchor to={to} {...(count.old > 0 && { title: text('total.old', { count: count.old }) })} {...focus}>
      <VisuallyHidden>{name}</VisuallyHidden>
      <FormattedNumber value={count.current} />
      {count.current > 0 && <Bar style={{ width: `${(100 * count.current) / largest}%` }} />}
    </Anchor>
  );
};

const Anchor = styled(Link)`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 0.6rem;
  min-height: 3.4rem;
  padding: 0 0.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.2rem;
  font-variant-numeric: tabular-nums;
  text-decoration: none;

  &:hover,
  &:focus-visible {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
`;

const Bar = styled.span`
  height: 0.4rem;
  min-width: 0.2rem;
  border-radius: 0.2rem;
  background: ${({ theme }) => theme.colors.primary500};
  opacity: 0.7;
`;
