import { JOURNEYS, NOT_SET, type Journey, type Stage } from '../../../../server/core/vocabulary';
import { PURCHASE } from '../selection';

/** A journey's stages, side by side or as one column. */
export interface JourneyColumns {
  readonly journey: Journey;
  readonly stages: readonly Stage[];
  /** Whether it can be collapsed at all: few stages always stand side by side. */
  readonly collapsible: boolean;
  readonly collapsed: boolean;
}

/** A journey whose stages are not shown apart. */
export interface JourneyColumn {
  readonly kind: 'journey';
  readonly key: string;
  readonly journey: Journey;
  readonly stages: readonly Stage[];
}

/** One column of the heatmap after the personas' names. */
export type Column =
  | { readonly kind: 'stage'; readonly key: string; readonly stage: Stage }
  | JourneyColumn
  | { readonly kind: 'purchase' | 'stage-not-set' | 'total'; readonly key: string };

/** The side of a total in a cell's id. */
export const TOTAL = '';

const FEW_STAGES = 10;

/** The journeys that have stages; of more than ten stages, only the expanded journeys show theirs. */
export const journeysOf = (stages: readonly Stage[], expanded: readonly Journey[]): readonly JourneyColumns[] =>
  JOURNEYS.flatMap((journey) => {
    const own = stages.filter((stage) => stage.journey === journey);
    if (own.length === 0) return [];
    const collapsible = stages.length > FEW_STAGES && own.length > 1;
    return [{ journey, stages: own, collapsible, collapsed: collapsible && !expanded.includes(journey) }];
  });

/** The columns as drawn: the purchase stands between the two journeys. */
export const columnsOf = (
  journeys: readonly JourneyColumns[],
  shows: { readonly purchase: boolean; readonly stageNotSet: boolean }
): readonly Column[] => {
  const inJourney = (wanted: Journey) =>
    journeys.filter(({ journey }) => journey === wanted).flatMap((columns) => columnsIn(columns));
  return [
    ...inJourney('buyer'),
    ...(shows.purchase ? [{ kind: 'purchase', key: PURCHASE } as const] : []),
    ...inJourney('customer'),
    ...(shows.stageNotSet ? [{ kind: 'stage-not-set', key: NOT_SET } as const] : []),
    { kind: 'total', key: TOTAL },
  ];
};

const columnsIn = ({ journey, stages, collapsed }: JourneyColumns): readonly Column[] =>
  collapsed
    ? [{ kind: 'journey', key: `journey:${journey}`, journey, stages }]
    : stages.map((stage) => ({ kind: 'stage', key: stage.key, stage }));
