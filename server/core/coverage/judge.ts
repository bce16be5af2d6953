import type { CellSetting, Stage, Verdict } from '../vocabulary';

/** What a cell is measured by: its own wish where one is set, else its stage's target. */
export const targetOf = (stage: Pick<Stage, 'target'>, setting: CellSetting | undefined): number =>
  setting?.target ?? stage.target;

/** Current entries against the target: none is a gap, below is thin, from it on target, from twice it plenty. A target of 0 is met by anything. */
export const judgeCell = (current: number, target: number, notNeeded: string | null): Verdict => {
  if (notNeeded !== null) return 'not-needed';
  if (current === 0 && target > 0) return 'gap';
  if (current < target) return 'thin';
  return target > 0 && current >= 2 * target ? 'plenty' : 'on-target';
};
