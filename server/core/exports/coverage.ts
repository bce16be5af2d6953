import type { Consumption, Count, Counted, CoverageBody } from '../api';
import { EVERYONE, NOT_SET, type Journey, type Verdict } from '../vocabulary';
import type { Column } from './column';
import type { Names } from './names';
import { COUNTED_WORD, VERDICT_WORD } from './words';

/** One row of `coverage.csv`: a cell, or what stands in none. */
export interface CoverageRow extends Count, Pick<Consumption, 'views' | 'isPartial'> {
  readonly persona: string;
  readonly journey: Journey | null;
  readonly stage: string;
  readonly everyone: number | null;
  readonly target: number | null;
  /** `null` where nothing is judged. */
  readonly verdict: Verdict | null;
  readonly notNeeded: string | null;
}

/** The heatmap row by row, then what is for everyone, then what has one side open. */
export const coverageRows = ({ cells, everyone, notSet, stages }: CoverageBody): readonly CoverageRow[] => {
  const journeys = new Map(stages.map(({ key, journey }) => [key, journey]));
  const uncounted = { everyone: null, target: null, verdict: null, notNeeded: null };
  const atStage = (persona: string) => (count: Count & Consumption & { readonly stage: string }) => ({
    ...uncounted,
    ...count,
    persona,
    journey: journeys.get(count.stage) ?? null,
  });
  return [
    ...cells,
    ...everyone.map(atStage(EVERYONE)),
    ...notSet.persona.map(atStage(NOT_SET)),
    ...notSet.stage.map((count) => ({ ...uncounted, ...count, stage: NOT_SET, journey: null })),
  ];
};

/** The columns of `coverage.csv`; new ones are only ever appended. */
export const coverageColumns = (
  names: Names,
  counted: Counted,
  { from, to }: Pick<CoverageBody['consumption'], 'from' | 'to'>
): readonly Column<CoverageRow>[] => [
  { header: 'Persona', cell: ({ persona }) => (persona === NOT_SET ? 'Not set' : names.persona(persona)) },
  { header: 'Journey', cell: ({ journey }) => (journey === null ? '' : names.journey(journey)) },
  { header: 'Stage', cell: ({ stage }) => (stage === NOT_SET ? 'Not set' : names.stage(stage)) },
  { header: 'Entries', cell: ({ current }) => current },
  { header: 'Old', cell: ({ old }) => old },
  { header: 'For everyone', cell: ({ everyone }) => everyone ?? '' },
  { header: 'Target', cell: ({ target }) => target ?? '' },
  { header: 'Verdict', cell: ({ verdict }) => (verdict === null ? '' : VERDICT_WORD[verdict]) },
  { header: 'Not needed', cell: ({ notNeeded }) => notNeeded ?? '' },
  { header: 'Counted', cell: () => COUNTED_WORD[counted] },
  { header: 'Persona key', cell: ({ persona }) => persona, isForScripts: true },
  { header: 'Stage key', cell: ({ stage }) => stage, isForScripts: true },
  { header: 'Audited at', cell: () => names.auditedAt },
  { header: 'Views', cell: ({ views }) => views ?? '' },
  { header: 'Views from', cell: ({ views }) => (views === null ? '' : (from ?? '')) },
  { header: 'Views to', cell: ({ views }) => (views === null ? '' : (to ?? '')) },
  // Of a period alone it is known.
  { header: 'At least', cell: ({ isPartial }) => (isPartial === true ? 'yes' : '') },
];
