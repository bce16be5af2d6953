import type { CoverageBody } from '../../../server/core/api';
import { EVERYONE, NOT_SET } from '../../../server/core/vocabulary';
import { useText } from '../../components/text';
import type { CellRef } from './selection';

/** Names as they were when the audit ran; a key stands for what the audit does not know. */
export const useNames = ({ personas, stages }: CoverageBody) => {
  const text = useText();
  const persona = (key: string): string => {
    if (key === EVERYONE) return text('persona.everyone');
    if (key === NOT_SET) return text('persona.notSet');
    return personas.find((one) => one.key === key)?.name ?? key;
  };
  const stage = (key: string): string =>
    key === NOT_SET ? text('stage.notSet') : (stages.find((one) => one.key === key)?.name ?? key);
  return {
    persona,
    stage,
    /** "Finance lead · Onboarding" */
    cell: (cell: CellRef): string => text('cell.name', { persona: persona(cell.persona), stage: stage(cell.stage) }),
  };
};
