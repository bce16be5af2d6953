import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly label?: string;
}

/** A link inside a sentence: Strapi's Link is a small block of its own and breaks the line's rhythm. */
export const TextLink = ({ to, children, label }: Props) => (
  <Anchor to={to} aria-label={label}>
    {children}
  </Anchor>
);

const Anchor = styled(RouterLink)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: 500;
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;
