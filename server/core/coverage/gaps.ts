import type { CoverageCell, CoverageGap } from '../api';
import type { Persona, Stage } from '../vocabulary';
import { unwrittenPersonas } from './unwritten';

type Unranked = Omit<CoverageCell, 'rank'>;

/**
 * Ranks the gaps, 1 the one that matters most: those of personas for whom something is written before the others (who
 * miss more than a cell), primary personas before secondary, then by target, then by how much
 * stands around the hole (the persona's neighbouring stages and the others' same stage): a path that breaks off
 * loses people who were on it.
 */
export const rankGaps = (
  cells: readonly Unranked[],
  personas: readonly Persona[],
  stages: readonly Stage[]
): readonly CoverageCell[] => {
  const priority = new Map(personas.map((persona) => [persona.key, persona.priority === 'primary' ? 0 : 1]));
  const unwritten = unwrittenPersonas(cells);
  const at = new Map(stages.map(({ key }, index) => [key, index]));
  const neighbours = ({ persona, stage }: Unranked): number => {
    const index = at.get(stage) ?? 0;
    return cells
      .filter((cell) =>
        cell.persona === persona ? Math.abs((at.get(cell.stage) ?? 0) - index) === 1 : cell.stage === stage
      )
      .reduce((sum, { current }) => sum + current, 0);
  };
  const ranked = cells
    .filter(({ verdict }) => verdict === 'gap')
    .map((cell) => {
      const isUnwritten = unwritten.has(cell.persona) ? 1 : 0;
      return { cell, order: [isUnwritten, priority.get(cell.persona) ?? 1, -cell.target, -neighbours(cell)] };
    })
    .sort((a, b) => compare(a.order, b.order));
  const ranks = new Map(ranked.map(({ cell }, index) => [cell, index + 1]));
  return cells.map((cell) => ({ ...cell, rank: ranks.get(cell) ?? null }));
};

/** Every gap in rank order, with what could be done about it. */
export const biggestGaps = (cells: readonly CoverageCell[], stages: readonly Stage[]): readonly CoverageGap[] => {
  const playbooks = new Map(stages.map(({ key, playbook }) => [key, playbook]));
  return cells
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ persona, stage }) => ({
      persona,
      stage,
      question: playbooks.get(stage)?.question ?? '',
      content: playbooks.get(stage)?.content ?? [],
      nearest: nearestTo(persona, stage, cells),
    }));
};

const nearestTo = (persona: string, stage: string, cells: readonly CoverageCell[]): CoverageGap['nearest'] => {
  const fullest = cells
    .filter((cell) => cell.stage === stage && cell.persona !== persona && cell.current > 0)
    .reduce<CoverageCell | null>((best, cell) => (best === null || cell.current > best.current ? cell : best), null);
  return fullest === null ? null : { persona: fullest.persona, stage, entries: fullest.current };
};

const compare = (a: readonly number[], b: readonly number[]): number => {
  const difference = a.map((value, index) => value - (b[index] ?? 0)).find((step) => step !== 0);
  return difference ?? 0;
};
