import { css } from 'styled-components';

/** Scrollbars in the theme's own shades: browsers draw them white in Strapi's dark theme. */
export const scrollbars = css`
  scrollbar-width: thin;
  scrollbar-color: ${({ theme }) => `${theme.colors.neutral300} ${theme.colors.neutral0}`};
`;
