import { styled } from 'styled-components';

/** The longest bar's number among totals of one axis. */
export const largestTotal = (totals: Readonly<Record<string, { readonly current: number }>>): number =>
  Math.max(0, ...Object.values(totals).map(({ current }) => current));

/** The quiet line under a row's name. */
export const Note = styled.span`
  display: block;
  font-size: 1.1rem;
  font-weight: 400;
  line-height: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral600};

  [data-dense] & {
    display: none;
  }
`;
