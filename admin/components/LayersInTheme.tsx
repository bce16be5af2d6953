import { createGlobalStyle } from 'styled-components';
import { schemeOf } from './tint';

/** Scrollbars of dialogs and menus in the theme: these are drawn at the end of the document, outside of what is ours. */
export const LayersInTheme = createGlobalStyle`
  body > :not(#strapi) {
    color-scheme: ${({ theme }) => schemeOf({ theme })};
  }
`;
