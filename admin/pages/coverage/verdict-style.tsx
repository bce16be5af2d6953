import type { Verdict } from '../../../server/core/vocabulary';
import type { TextKey } from '../../components/text';
import { tint } from '../../components/tint';

type Fill = ReturnType<typeof tint>;

interface VerdictStyle {
  readonly label: TextKey;
  readonly fill: Fill;
  /** Something is missing here. */
  readonly callsForAction: boolean;
  readonly outlined: boolean;
  /** The icon's inner shape, drawn in a 12 × 12 box: how full the cell is. */
  readonly icon: React.JSX.Element;
}

/** Colour only what needs action (gap, thin); the rest is one neutral ramp. Word and icon always stand beside it. */
export const VERDICT_STYLE = {
  gap: {
    label: 'verdict.gap',
    fill: tint('danger600', 0),
    callsForAction: true,
    outlined: true,
    icon: <path d="M6 1.5 10.5 6 6 10.5 1.5 6Z" fill="none" strokeWidth="1.5" />,
  },
  thin: {
    label: 'verdict.thin',
    fill: tint('warning500', 20),
    callsForAction: true,
    outlined: false,
    icon: (
      <>
        <circle cx="6" cy="6" r="4" fill="none" strokeWidth="1.5" />
        <path d="M6 2a4 4 0 0 1 0 8Z" stroke="none" />
      </>
    ),
  },
  'on-target': {
    label: 'verdict.onTarget',
    fill: tint('primary600', 9),
    callsForAction: false,
    outlined: false,
    icon: <path d="m2 6.5 2.7 2.7L10 3.5" fill="none" strokeWidth="1.8" />,
  },
  plenty: {
    label: 'verdict.plenty',
    fill: tint('primary600', 22),
    callsForAction: false,
    outlined: false,
    icon: <path d="m.8 6.5 2.5 2.6L8 3.8M6 8.6l.7.5L11.4 3.8" fill="none" strokeWidth="1.5" />,
  },
  'not-needed': {
    label: 'verdict.notNeeded',
    fill: tint('neutral200', 0),
    callsForAction: false,
    outlined: false,
    icon: <path d="M2.5 6h7" fill="none" strokeWidth="1.5" />,
  },
} satisfies Record<Verdict, VerdictStyle>;

/** The verdict's shape beside its word, in the text's colour. */
export const VerdictIcon = ({ verdict }: { readonly verdict: Verdict }) => (
  <svg width="1.1em" height="1.1em" viewBox="0 0 12 12" fill="currentColor" stroke="currentColor" aria-hidden>
    {VERDICT_STYLE[verdict].icon}
  </svg>
);
