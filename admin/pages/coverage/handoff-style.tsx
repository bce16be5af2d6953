import type { Handoff } from '../../../server/core/api';
import type { TextKey } from '../../components/text';

interface HandoffStyle {
  readonly word: TextKey;
  readonly why: TextKey;
  /** Drawn in a 12 × 12 box. */
  readonly path: string;
}

/** Kept, broken or not begun, in word, reason and icon. */
export const HANDOFF_STYLE = {
  kept: { word: 'handoff.kept', why: 'handoff.kept.why', path: 'M1 6h9M7 3l3 3-3 3' },
  broken: { word: 'handoff.broken', why: 'handoff.broken.why', path: 'M1 6h6M5 3.5 7.5 6 5 8.5M10.5 2v8' },
  'not-started': { word: 'handoff.notStarted', why: 'handoff.notStarted.why', path: 'M2 6h1M5.5 6h1M9 6h1' },
} as const satisfies Record<Handoff, HandoffStyle>;

/** The hand-off's shape beside its word, in the text's colour. */
export const HandoffIcon = ({ handoff }: { readonly handoff: Handoff }) => (
  <svg width="1.2em" height="1.2em" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
    <path d={HANDOFF_STYLE[handoff].path} />
  </svg>
);
