import type { DefaultTheme } from 'styled-components';

type ColorToken = keyof DefaultTheme['colors'];

/**
 * A soft fill of a theme colour. Mixed with the surface because Strapi's own pale tokens (`danger100`, `warning100`)
 * are one and the same shade in the dark theme: a gap and a thin cell would look alike there.
 */
export const tint =
  (token: ColorToken, percent: number) =>
  ({ theme }: { readonly theme: DefaultTheme }) =>
    `color-mix(in srgb, ${theme.colors[token]} ${percent}%, ${theme.colors.neutral0})`;

/** A theme colour for small words on a tint: pulled toward the text's own shade until it can be read there in both themes. */
export const ink =
  (token: ColorToken) =>
  ({ theme }: { readonly theme: DefaultTheme }) =>
    `color-mix(in srgb, ${theme.colors[token]} 65%, ${theme.colors.neutral900})`;

/** What the browser itself draws, scrollbars and pickers of days, in the theme: left alone they are white on dark. */
export const schemeOf = ({ theme }: { readonly theme: DefaultTheme }): 'light' | 'dark' =>
  theme.colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark';
