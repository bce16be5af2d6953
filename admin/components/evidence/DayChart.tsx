import { useId } from 'react';
import { styled } from 'styled-components';
import type { DayLine } from './day-line';

interface Props {
  readonly line: DayLine;
  /** All that the picture says, for those who do not see it. */
  readonly label: string;
  /** Rem. */
  readonly height?: number;
}

/** Units of a day's width and of the line's height. */
const DAY = 4;
const HEIGHT = 32;
const GROUND = 2;

/** A bar per day with views, a ground line under measured days, hatching where nothing was measured. */
export const DayChart = ({ line: { length, gaps, bars }, label, height = 3.2 }: Props) => {
  const pattern = `hatch${useId().replaceAll(':', '')}`;
  return (
    <Picture
      role="img"
      aria-label={label}
      viewBox={`0 0 ${length * DAY} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ height: `${height}rem` }}
    >
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line data-hatch x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <rect data-measured x="0" y={HEIGHT - GROUND} width={length * DAY} height={GROUND} />
      {gaps.map(({ at, length: days }) => (
        <g key={at} data-gap>
          <rect data-clear x={at * DAY} y="0" width={days * DAY} height={HEIGHT} />
          <rect x={at * DAY} y="0" width={days * DAY} height={HEIGHT} fill={`url(#${pattern})`} />
        </g>
      ))}
      {bars.map(({ at, height: share }) => (
        <rect
          key={at}
          data-bar
          x={at * DAY}
          // However few, a view is seen.
          y={(HEIGHT - GROUND) * (1 - Math.max(share, 0.12))}
          width={DAY - 0.5}
          height={(HEIGHT - GROUND) * Math.max(share, 0.12)}
        />
      ))}
    </Picture>
  );
};

const Picture = styled.svg`
  display: block;
  width: 100%;

  [data-measured] {
    fill: ${({ theme }) => theme.colors.neutral400};
  }

  [data-clear] {
    fill: ${({ theme }) => theme.colors.neutral0};
  }

  [data-hatch] {
    stroke: ${({ theme }) => theme.colors.neutral300};
    stroke-width: 2;
  }

  [data-bar] {
    fill: ${({ theme }) => theme.colors.primary600};
  }
`;
