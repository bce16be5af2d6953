import type { Consumption, Count, CoverageBody, CoverageCell } from '../api';
import {
  ALL,
  cellScope,
  EXCLUDED,
  journeyCellScope,
  journeyScope,
  personaScope,
  PLACED,
  stageScope,
  TO_PLACE,
} from '../audit/scopes';
import { isoDay } from '../evidence/day';
import type { PeriodKey } from '../evidence/period';
import { EVERYONE, JOURNEYS, NOT_SET, type Persona, type Stage } from '../vocabulary';
import { countConsumption, judgeDemand } from './demand';
import { biggestGaps, rankGaps } from './gaps';
import { handoffs } from './handoffs';
import { headlineCounted } from './headline';
import { judgeCell, targetOf } from './judge';
import { countScopes, type CountFilter, type Snapshot } from './snapshot';

const NONE: Count = { current: 0, old: 0 };

/** The heatmap of one snapshot under one filter: a gap is a row with a zero, not an absence. */
export const readCoverage = (
  snapshot: Snapshot,
  filter: CountFilter,
  asked: PeriodKey | null = null
): Omit<CoverageBody, 'audit'> => {
  const counts = countScopes(snapshot, filter);
  const count = (scope: string): Count => counts.get(scope) ?? NONE;
  const personas = live(snapshot.axes.personas);
  const stages = live(snapshot.axes.stages);
  const consumption = countConsumption(snapshot, filter, asked);
  const { of, ofLater, period } = consumption;
  const cells = rankGaps(countCells(snapshot, filter, personas, stages, count, of), personas, stages);
  const totals = totalsOf(snapshot, filter, personas, stages, count);
  return {
    counted: filter.counted,
    personas,
    stages,
    cells,
    journeyCells: [...personas.map(({ key }) => key), EVERYONE, NOT_SET].flatMap((persona) =>
      JOURNEYS.map((journey) => {
        const scope = journeyCellScope(persona, journey);
        return { persona, journey, ...count(scope), ...ofLater(scope) };
      })
    ),
    everyone: stages.map(({ key }) => ({
      stage: key,
      ...count(cellScope(EVERYONE, key)),
      ...of(cellScope(EVERYONE, key)),
    })),
    notSet: {
      persona: stages
        .map(({ key }) => ({ stage: key, ...count(cellScope(NOT_SET, key)), ...of(cellScope(NOT_SET, key)) }))
        .filter(holdsSomething),
      stage: [EVERYONE, ...personas.map(({ key }) => key)]
        .map((persona) => ({
          persona,
          ...count(cellScope(persona, NOT_SET)),
          ...ofLater(cellScope(persona, NOT_SET)),
        }))
        .filter(holdsSomething),
    },
    handoffs: handoffs(cells, personas, stages),
    gaps: biggestGaps(cells, stages),
    totals,
    consumption: {
      period: asked,
      from: period && isoDay(period.from),
      to: period && isoDay(period.to),
      personas: {
        ...byKey([EVERYONE, ...keysOf(personas)], (key) => of(personaScope(key))),
        [NOT_SET]: ofLater(personaScope(NOT_SET)),
      },
      stages: {
        ...byKey(keysOf(stages), (key) => of(stageScope(key))),
        [NOT_SET]: ofLater(stageScope(NOT_SET)),
      },
      journeys: {
        buyer: ofLater(journeyScope('buyer')),
        customer: ofLater(journeyScope('customer')),
      },
    },
    sparse: totals.entries === 0 || totals.placed / totals.entries < snapshot.policy.judgeFrom,
  };
};

const countCells = (
  snapshot: Snapshot,
  filter: CountFilter,
  personas: readonly Persona[],
  stages: readonly Stage[],
  count: (scope: string) => Count,
  consumption: (scope: string) => Consumption
): readonly Omit<CoverageCell, 'rank'>[] => {
  const dedicated = filter.counted === 'published' ? countScopes(snapshot, { ...filter, counted: 'dedicated' }) : null;
  const cells = personas.flatMap((persona) =>
    stages.map((stage) => {
      const setting = snapshot.axes.cells.find((cell) => cell.persona === persona.key && cell.stage === stage.key);
      const notNeeded = setting?.notNeeded ?? null;
      const target = targetOf(stage, setting);
      const scope = cellScope(persona.key, stage.key);
      const { current, old } = count(scope);
      return {
        persona: persona.key,
        journey: stage.journey,
        stage: stage.key,
        current,
        old,
        everyone: count(cellScope(EVERYONE, stage.key)).current,
        sharedOnly: dedicated !== null && current > 0 && (dedicated.get(scope) ?? NONE).current === 0,
        target,
        verdict: judgeCell(current, target, notNeeded),
        notNeeded,
        ...consumption(scope),
      };
    })
  );
  const demands = judgeDemand(cells);
  return cells.map((cell, at) => ({ ...cell, demand: demands[at] ?? null }));
};

const totalsOf = (
  snapshot: Snapshot,
  filter: CountFilter,
  personas: readonly Persona[],
  stages: readonly Stage[],
  count: (scope: string) => Count
): CoverageBody['totals'] => {
  const headline = countScopes(snapshot, { ...filter, counted: headlineCounted(filter.counted) });
  const sum = (scope: string): number => {
    const { current, old } = headline.get(scope) ?? NONE;
    return current + old;
  };
  const excluded = sum(EXCLUDED);
  return {
    entries: sum(ALL),
    placed: sum(PLACED) + excluded,
    toPlace: sum(TO_PLACE),
    excluded,
    personas: byKey([EVERYONE, NOT_SET, ...keysOf(personas)], (key) => count(personaScope(key))),
    stages: byKey([NOT_SET, ...keysOf(stages)], (key) => count(stageScope(key))),
    journeys: { buyer: count(journeyScope('buyer')), customer: count(journeyScope('customer')) },
  };
};

const keysOf = (axis: readonly { readonly key: string }[]): readonly string[] => axis.map(({ key }) => key);

const byKey = <T>(keys: readonly string[], valueOf: (key: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)]));

const holdsSomething = ({ current, old }: Count): boolean => current + old > 0;

const live = <T extends { readonly retired: boolean }>(axis: readonly T[]): readonly T[] =>
  axis.filter(({ retired }) => !retired);
