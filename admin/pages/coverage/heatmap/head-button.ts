import { styled } from 'styled-components';

/** A row's or column's name, which opens a drawer of its own; looks like the heading that it is. */
export const HeadButton = styled.button`
  max-width: 100%;
  padding: 0.2rem 0.4rem;
  margin: 0 -0.4rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: inherit;
  font: inherit;
  text-align: inherit;
  overflow-wrap: anywhere;
  hyphens: auto;
  cursor: pointer;
  scroll-margin: 8rem 0 2rem;

  &:hover {
    text-decoration: underline;
    text-underline-offset: 0.3rem;
  }

  &[aria-expanded='true'] {
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;
