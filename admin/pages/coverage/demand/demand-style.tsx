import { Stack, TrendUp } from '@strapi/icons';
import { styled, type DefaultTheme } from 'styled-components';
import type { Demand } from '../../../../server/core/api';
import type { TextKey } from '../../../components/text';
import { tint } from '../../../components/tint';
import type { Consumed } from './demand-model';

/** Supply against demand, in word, meaning and icon. */
export const DEMAND_STYLE = {
  crowded: { word: 'demand.crowded', meaning: 'legend.crowded', Icon: Stack },
  underserved: { word: 'demand.underserved', meaning: 'legend.underserved', Icon: TrendUp },
} as const satisfies Record<Demand, { word: TextKey; meaning: TextKey; Icon: unknown }>;

/** The icon beside its word, in the text's colour. */
export const DemandIcon = ({ demand }: { readonly demand: Demand }) => {
  const { Icon } = DEMAND_STYLE[demand];
  return (
    <Shape>
      <Icon width="1.1em" height="1.1em" fill="currentColor" aria-hidden />
    </Shape>
  );
};

const FULL = { views: ['primary600', 26], 'never-consumed': ['warning500', 34] } as const;

/** A cell's fill by its strength from 0 to 1; `null` for what is not compared. */
export const demandFill =
  (show: Consumed, strength: number | null) =>
  ({ theme }: { readonly theme: DefaultTheme }): string => {
    const [token, percent] = FULL[show];
    if (strength === null) return 'transparent';
    return strength === 0 ? theme.colors.neutral100 : tint(token, 6 + strength * (percent - 6))({ theme });
  };

const Shape = styled.span`
  display: inline-flex;

  svg path {
    fill: currentColor;
  }
`;
