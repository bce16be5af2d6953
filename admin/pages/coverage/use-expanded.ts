import { useMemo } from 'react';
import type { Journey, Stage } from '../../../server/core/vocabulary';
import { expandParam, type useCoverageUrl } from './coverage-url';
import { journeysOf } from './heatmap/columns';

/** The journeys that show their stages although there are many, and how the reader changes that. */
export const useExpanded = (stages: readonly Stage[], { expanded, cell, set }: ReturnType<typeof useCoverageUrl>) => {
  const shown = useMemo(() => withStage(stages, expanded, cell?.stage), [stages, expanded, cell?.stage]);

  const toggle = (journey: Journey) => {
    const isShown = shown.includes(journey);
    const hidesCell = isShown && stages.some((stage) => stage.key === cell?.stage && stage.journey === journey);
    const rest = shown.filter((other) => other !== journey);
    set({ expand: expandParam(isShown ? rest : [...shown, journey]), ...(hidesCell && { cell: undefined }) });
  };

  return { shown, toggle };
};

/** The cell whose drawer is open is to be seen, whatever else is collapsed. */
const withStage = (
  stages: readonly Stage[],
  expanded: readonly Journey[],
  open: string | undefined
): readonly Journey[] => {
  const hiding = journeysOf(stages, expanded).find(
    (columns) => columns.collapsed && columns.stages.some(({ key }) => key === open)
  );
  return hiding === undefined ? expanded : [...expanded, hiding.journey];
};
