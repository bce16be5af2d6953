import { css } from 'styled-components';

/** The shape shared by all cells of the heatmap; `data-dense` on the table makes rows lower. */
export const cellBox = css`
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 0.1rem;
  width: 100%;
  height: 100%;
  min-height: 5.4rem;
  padding: 0.4rem 0.2rem;
  border: 2px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: inherit;
  font-size: 1.1rem;
  line-height: 1.4rem;
  cursor: pointer;
  /* Strapi's header stays on top of the page and would hide a cell that is scrolled to just below it. */
  scroll-margin: 8rem 0 2rem;

  strong {
    font-size: 1.7rem;
    font-weight: 600;
    line-height: 2rem;
    font-variant-numeric: tabular-nums;
  }

  small {
    font-size: 1.1rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }

  /* Many personas: lower rows; what is left out stands in the drawer. */
  [data-dense] & {
    min-height: 4rem;
    padding: 0.2rem;
  }

  [data-dense] & strong {
    font-size: 1.4rem;
    line-height: 1.6rem;
  }

  [data-dense] & strong ~ small {
    display: none;
  }

  /* Only what is open has a ring: two of them would say that two things are chosen. */
  &:hover {
    box-shadow: inset 0 0 0 10rem color-mix(in srgb, ${({ theme }) => theme.colors.neutral900} 6%, transparent);
  }

  &[aria-expanded='true'] {
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Not needed: neither good nor bad, so no colour but a pattern; fainter under words than in a small swatch. */
export const hatched = (token: 'neutral200' | 'neutral400') => css`
  background-image: repeating-linear-gradient(45deg, transparent 0 5px, ${({ theme }) => theme.colors[token]} 5px 6px);
`;
