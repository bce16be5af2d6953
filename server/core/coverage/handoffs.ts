import type { CoverageBody, CoverageCell, Handoff } from '../api';
import type { Persona, Stage } from '../vocabulary';

/** For each persona who buys and uses: whether the last stage before the purchase is answered by the first after it. */
export const handoffs = (
  cells: readonly CoverageCell[],
  personas: readonly Persona[],
  stages: readonly Stage[]
): CoverageBody['handoffs'] => {
  const between = handoffStages(stages);
  if (between === null) return [];
  const { decision, onboarding } = between;
  const current = (persona: string, stage: string): number =>
    cells.find((cell) => cell.persona === persona && cell.stage === stage)?.current ?? 0;
  return personas
    .filter(({ buys, uses }) => buys && uses)
    .map(({ key }) => ({ persona: key, handoff: judge(current(key, decision.key), current(key, onboarding.key)) }));
};

/** The last stage before the purchase and the first after it. */
export const handoffStages = (
  stages: readonly Stage[]
): { readonly decision: Stage; readonly onboarding: Stage } | null => {
  const decision = stages.filter(({ journey }) => journey === 'buyer').at(-1);
  const onboarding = stages.find(({ journey }) => journey === 'customer');
  return decision === undefined || onboarding === undefined ? null : { decision, onboarding };
};

const judge = (decision: number, onboarding: number): Handoff => {
  if (decision === 0) return 'not-started';
  return onboarding > 0 ? 'kept' : 'broken';
};
