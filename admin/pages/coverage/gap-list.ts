import type { CoverageBody, CoverageGap } from '../../../server/core/api';
import { unwrittenPersonas } from '../../../server/core/coverage/unwritten';
import type { Persona } from '../../../server/core/vocabulary';

/** A gap of its own, or a persona who has nothing but gaps, with the one to begin with. */
export type GapEntry =
  | { readonly kind: 'cell'; readonly gap: CoverageGap }
  | { readonly kind: 'persona'; readonly persona: Persona; readonly first: CoverageGap };

/** The gaps as they are told: a persona for whom nothing is written is one sentence, after the gaps of personas who matter as much. */
export const gapList = ({ gaps, cells, personas }: CoverageBody): readonly GapEntry[] => {
  const unwritten = unwrittenPersonas(cells);
  const entries = gaps.flatMap((gap): GapEntry[] => {
    if (!unwritten.has(gap.persona)) return [{ kind: 'cell', gap }];
    const persona = personas.find(({ key }) => key === gap.persona);
    const first = gaps.find((one) => one.persona === gap.persona);
    return persona && first === gap ? [{ kind: 'persona', persona, first }] : [];
  });
  const primary = new Set(personas.filter(({ priority }) => priority === 'primary').map(({ key }) => key));
  const isSecondary = (entry: GapEntry): number =>
    primary.has(entry.kind === 'cell' ? entry.gap.persona : entry.persona.key) ? 0 : 1;
  return [...entries].sort((a, b) => isSecondary(a) - isSecondary(b));
};
