import type { CellSetting, Journey, Persona, Stage } from './vocabulary';

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
  readonly journeyOf: ReadonlyMap<string, Journey>;
}

/** Indexes axes for look-ups. */
export const indexAxes = ({ personas, stages }: Pick<Axes, 'personas' | 'stages'>, everyone: string): AxesIndex => ({
  livePersonas: new Set([everyone, ...personas.filter(({ retired }) => !retired).map(({ key }) => key)]),
  liveStages: new Set(stages.filter(({ retired }) => !retired).map(({ key }) => key)),
  journeyOf: new Map(stages.map(({ key, journey }) => [key, journey])),
});
