import { cellScope, journeyCellScope, journeyScope, personaScope, scopesOfPair, stageScope } from './audit/scopes';
import { JOURNEYS, NOT_SET, type CellSetting, type Persona, type Stage } from './vocabulary';

/** What an audit counts against, kept in its snapshot so that an old heatmap survives every renaming. */
export interface Axes {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly cells: readonly CellSetting[];
}

/** Look-ups that placing and counting need for every entry, made once per audit. */
export interface AxesIndex {
  /** Not retired, `everyone` included. */
  readonly livePersonas: ReadonlySet<string>;
  readonly liveStages: ReadonlySet<string>;
  /** The lists that a tag leads to, by its persona and stage, `null` for a side that is open; a retired side has none. */
  readonly scopesOf: ReadonlyMap<string | null, ReadonlyMap<string | null, readonly string[]>>;
  /** Of each cell, what counts its whole row in its journey: an entry in two stages of it stands there once. */
  readonly journeyCells: ReadonlyMap<string, string>;
  /** The scopes whose views are added up: cells, also with one side open, personas, stages and journeys. */
  readonly viewed: ReadonlySet<string>;
}

/** Indexes axes for look-ups. */
export const indexAxes = ({ personas, stages }: Pick<Axes, 'personas' | 'stages'>, everyone: string): AxesIndex => {
  const live = stages.filter(({ retired }) => !retired);
  const livePersonas = new Set([everyone, ...personas.filter(({ retired }) => !retired).map(({ key }) => key)]);
  const scopesAt = (persona: string | null) =>
    new Map<string | null, readonly string[]>([
      [null, scopesOfPair(persona, null)],
      ...live.map((stage) => [stage.key, scopesOfPair(persona, stage)] as const),
    ]);
  const journeyCells = [...livePersonas, NOT_SET].flatMap((persona) =>
    live.map(({ key, journey }) => [cellScope(persona, key), journeyCellScope(persona, journey)] as const)
  );
  return {
    livePersonas,
    liveStages: new Set(live.map(({ key }) => key)),
    scopesOf: new Map([null, ...livePersonas].map((persona) => [persona, scopesAt(persona)])),
    journeyCells: new Map(journeyCells),
    viewed: new Set([
      ...journeyCells.map(([cell]) => cell),
      ...[...livePersonas].map((persona) => cellScope(persona, NOT_SET)),
      ...[...livePersonas, NOT_SET].map(personaScope),
      ...[...live.map(({ key }) => key), NOT_SET].map(stageScope),
      ...JOURNEYS.map(journeyScope),
    ]),
  };
};
