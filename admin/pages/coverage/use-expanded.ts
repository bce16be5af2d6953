import { useMemo } from 'react';
import type { Journey, Stage } from '../../../server/core/vocabulary';
import { expandParam, type useCoverageUrl } from './coverage-url';
import { journeysOf } from './heatmap/columns';

/** What is shown although there is much: stages of collapsed journeys, rows of personas without content; and how the reader changes that. */
export const useExpanded = (
  stages: readonly Stage[],
  { expanded, rows, selection, set }: ReturnType<typeof useCoverageUrl>
) => {
  const stage = selection !== null && 'stage' in selection ? selection.stage : undefined;
  const journeys = useMemo(() => withStage(stages, expanded, stage), [stages, expanded, stage]);

  const toggle = (journey: Journey) => {
    const isShown = journeys.includes(journey);
    const hidesCell = isShown && stages.some(({ key, journey: own }) => key === stage && own === journey);
    const rest = journeys.filter((other) => other !== journey);
    set({ expand: expandParam(isShown ? rest : [...journeys, journey]), ...(hidesCell && { cell: undefined }) });
  };

  /** A persona's row, or all of those collapsed. */
  const toggleRow = (row: string) =>
    set({ rows: expandParam(rows.includes(row) ? rows.filter((other) => other !== row) : [...rows, row]) });

  return { journeys, rows, toggle, toggleRow };
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
