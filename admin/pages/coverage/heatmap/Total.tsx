import { VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { ViewsNumber } from '../../../components/ViewsNumber';
import type { FocusProps } from './use-roving-focus';

interface Props {
  readonly name: string;
  /** `null`: not known. */
  readonly number: number | null;
  /** Of views: at least so many. */
  readonly isPartial?: boolean;
  /** The largest total beside it: its bar is full. */
  readonly largest: number;
  /** Columns are narrow: 1,234,567 becomes 1.2M. */
  readonly notation?: 'standard' | 'compact';
  readonly title?: string | undefined;
  readonly to: string;
  readonly focus: ReturnType<FocusProps>;
}

/** What a row or column adds up to, as a number and a small bar, linking to its entries. */
export const Total = ({ name, number, isPartial, largest, notation = 'standard', title, to, focus }: Props) => (
  <Anchor to={to} title={title} {...focus}>
    <VisuallyHidden>{name}</VisuallyHidden>
    {number === null ? '–' : <ViewsNumber number={number} isPartial={isPartial} notation={notation} />}
    {number !== null && number > 0 && <Bar style={{ width: `${(100 * number) / largest}%` }} />}
  </Anchor>
);

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
