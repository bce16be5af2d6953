import { styled } from 'styled-components';

interface Props {
  readonly label: string;
  /** 0 to 100 */
  readonly value: number;
}

/** A bar that also tells screen readers how far it is: the design system's keeps its value to itself. */
export const Progress = ({ label, value }: Props) => (
  <Track role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={value}>
    <Bar style={{ width: `${value}%` }} />
  </Track>
);

const Track = styled.div`
  overflow: hidden;
  width: 100%;
  min-width: 7.8rem;
  height: 0.6rem;
  border-radius: 0.3rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Bar = styled.div`
  height: 100%;
  background: ${({ theme }) => theme.colors.primary600};
  transition: width 320ms;

  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;
