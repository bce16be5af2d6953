import type { CoverageBody, CoverageCell, Count, Handoff } from '../../../../server/core/api';
import { EVERYONE, NOT_SET, type Journey, type Persona } from '../../../../server/core/vocabulary';
import { columnsOf, journeysOf, TOTAL, type Column, type JourneyColumns } from './columns';

/** Personas under one heading; a single group without heading when they are few. */
export interface PersonaGroup {
  /** The group's name, or a priority where groups have no names; `null` for no heading. */
  readonly heading: string | null;
  readonly personas: readonly Persona[];
}

/** The heatmap as it is drawn: axes in order, look-ups by key, and which of the special rows and columns hold anything. */
export interface HeatmapModel {
  readonly groups: readonly PersonaGroup[];
  readonly journeys: readonly JourneyColumns[];
  readonly columns: readonly Column[];
  readonly cell: (persona: string, stage: string) => CoverageCell | undefined;
  /** Distinct entries of a persona in a whole journey. */
  readonly journeyCell: (persona: string, journey: Journey) => Count;
  readonly everyone: (stage: string) => Count;
  readonly personaNotSet: (stage: string) => Count;
  readonly stageNotSet: (persona: string) => Count;
  readonly handoff: (persona: string) => Handoff | undefined;
  readonly showsEveryone: boolean;
  readonly showsPersonaNotSet: boolean;
  /** More than eight personas: lower rows. */
  readonly dense: boolean;
}

const FEW_PERSONAS = 8;
const NONE: Count = { current: 0, old: 0 };

/** Arranges the server's answer for drawing; pure, so that 25 personas can be tried without a browser. */
export const heatmapModel = (
  { personas, stages, cells, journeyCells, everyone, notSet, handoffs }: CoverageBody,
  expanded: readonly Journey[]
): HeatmapModel => {
  const journeys = journeysOf(stages, expanded);
  const byCell = new Map(cells.map((cell) => [`${cell.persona}/${cell.stage}`, cell]));
  const byJourney = new Map(journeyCells.map((count) => [`${count.persona}/${count.journey}`, count]));
  const forEveryone = new Map(everyone.map((count) => [count.stage, count]));
  const openPersona = new Map(notSet.persona.map((count) => [count.stage, count]));
  const openStage = new Map(notSet.stage.map((count) => [count.persona, count]));
  const handoffOf = new Map(handoffs.map(({ persona, handoff }) => [persona, handoff]));
  return {
    groups: groupPersonas(personas),
    journeys,
    columns: columnsOf(journeys, { purchase: handoffs.length > 0, stageNotSet: notSet.stage.some(holdsSomething) }),
    cell: (persona, stage) => byCell.get(`${persona}/${stage}`),
    journeyCell: (persona, journey) => byJourney.get(`${persona}/${journey}`) ?? NONE,
    everyone: (stage) => forEveryone.get(stage) ?? NONE,
    personaNotSet: (stage) => openPersona.get(stage) ?? NONE,
    stageNotSet: (persona) => openStage.get(persona) ?? NONE,
    handoff: (persona) => handoffOf.get(persona),
    showsEveryone: everyone.some(holdsSomething) || holdsSomething(openStage.get(EVERYONE) ?? NONE),
    showsPersonaNotSet: notSet.persona.some(holdsSomething),
    dense: personas.length > FEW_PERSONAS,
  };
};

/** The id of a cell in the grid, by persona and column; an empty side is the total of the other. */
export const cellId = (persona: string, column: string): string => `${persona}/${column}`;

/** All that can be focused, by id in the order drawn, for moving with the arrow keys. */
export const gridOf = (model: HeatmapModel): readonly (readonly string[])[] => {
  const columns = model.columns.filter(({ kind }) => kind !== 'purchase').map(({ key }) => key);
  const personas = [
    ...model.groups.flatMap((group) => group.personas.map(({ key }) => key)),
    ...(model.showsEveryone ? [EVERYONE] : []),
  ];
  return [
    ...personas.map((persona) => columns.map((column) => cellId(persona, column))),
    // What has neither side is in no cell and no total of one.
    ...(model.showsPersonaNotSet
      ? [columns.filter((column) => column !== NOT_SET).map((column) => cellId(NOT_SET, column))]
      : []),
    columns.filter((column) => column !== TOTAL).map((column) => cellId(TOTAL, column)),
  ];
};

const holdsSomething = ({ current, old }: Count): boolean => current + old > 0;

const groupPersonas = (personas: readonly Persona[]): readonly PersonaGroup[] => {
  if (personas.length <= FEW_PERSONAS) return [{ heading: null, personas }];
  const primaryFirst = [...personas].sort(
    (a, b) => Number(b.priority === 'primary') - Number(a.priority === 'primary')
  );
  const grouped = personas.some(({ group }) => group !== '');
  const groups = new Map<string, Persona[]>();
  for (const persona of primaryFirst) {
    const heading = grouped ? persona.group : persona.priority;
    groups.set(heading, [...(groups.get(heading) ?? []), persona]);
  }
  return [...groups].map(([heading, members]) => ({ heading, personas: members }));
};
