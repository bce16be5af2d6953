import type { Consumption, CoverageBody, CoverageCell, Count, Handoff } from '../../../../server/core/api';
import { unwrittenPersonas } from '../../../../server/core/coverage/unwritten';
import { EVERYONE, type Journey, type Persona } from '../../../../server/core/vocabulary';
import { WHOLE } from '../selection';
import { columnsOf, journeysOf, type Column, type JourneyColumns } from './columns';

/** Personas under one heading; a single group without heading when they are few. */
export interface PersonaGroup {
  /** The group's name, or a priority where groups have no names; `null` for no heading. */
  readonly heading: string | null;
  readonly personas: readonly Persona[];
}

/** How many entries, and what is known of their consumption. */
export type Facts = Count & Consumption;

/** The heatmap as it is drawn: axes in order, look-ups by key, and which of the special rows and columns hold anything. */
export interface HeatmapModel {
  /** Those for whom something is written. */
  readonly groups: readonly PersonaGroup[];
  readonly quiet: QuietPersonas;
  readonly journeys: readonly JourneyColumns[];
  readonly columns: readonly Column[];
  readonly cell: (persona: string, stage: string) => CoverageCell | undefined;
  /** Distinct entries of a persona in a whole journey. */
  readonly journeyCell: (persona: string, journey: Journey) => Facts;
  readonly everyone: (stage: string) => Facts;
  readonly personaNotSet: (stage: string) => Facts;
  readonly stageNotSet: (persona: string) => Facts;
  readonly handoff: (persona: string) => Handoff | undefined;
  readonly showsEveryone: boolean;
  readonly showsPersonaNotSet: boolean;
  /** More than eight personas with content: lower rows, and the totals stay in sight. */
  readonly dense: boolean;
}

/** Personas for whom nothing is written yet: a row of each says so instead of showing nothing but gaps. */
export interface QuietPersonas {
  readonly personas: readonly Persona[];
  /** Among many personas they stand below, behind a button. */
  readonly isFolded: boolean;
  /** Whether their rows are drawn. */
  readonly isShown: boolean;
  /** Whose cells are shown all the same. */
  readonly isOpen: (persona: string) => boolean;
}

const FEW_PERSONAS = 8;
const NONE: Facts = { current: 0, old: 0, views: null, measured: 0, neverConsumed: 0 };

/** Arranges the server's answer for drawing; pure, so that 25 personas can be tried without a browser. */
export const heatmapModel = (
  { personas, stages, cells, journeyCells, everyone, notSet, handoffs }: CoverageBody,
  expanded: readonly Journey[],
  rows: readonly string[] = []
): HeatmapModel => {
  const journeys = journeysOf(stages, expanded);
  const byCell = new Map(cells.map((cell) => [`${cell.persona}/${cell.stage}`, cell]));
  const byJourney = new Map(journeyCells.map((count) => [`${count.persona}/${count.journey}`, count]));
  const forEveryone = new Map(everyone.map((count) => [count.stage, count]));
  const openPersona = new Map(notSet.persona.map((count) => [count.stage, count]));
  const openStage = new Map(notSet.stage.map((count) => [count.persona, count]));
  const handoffOf = new Map(handoffs.map(({ persona, handoff }) => [persona, handoff]));
  const unwritten = unwrittenPersonas(cells);
  const written = personas.filter(({ key }) => !unwritten.has(key));
  const isFolded = personas.length > FEW_PERSONAS && unwritten.size > 0;
  return {
    groups: groupPersonas(written),
    quiet: {
      personas: primaryFirst(personas.filter(({ key }) => unwritten.has(key))),
      isFolded,
      isShown: !isFolded || rows.includes(WHOLE),
      isOpen: (persona) => rows.includes(persona),
    },
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
    dense: written.length > FEW_PERSONAS,
  };
};

/** The id of a cell in the grid, by persona and column; an empty side is the total of the other. */
export const cellId = (persona: string, column: string): string => `${persona}/${column}`;

const holdsSomething = ({ current, old }: Count): boolean => current + old > 0;

const groupPersonas = (personas: readonly Persona[]): readonly PersonaGroup[] => {
  if (personas.length <= FEW_PERSONAS) return [{ heading: null, personas }];
  const grouped = personas.some(({ group }) => group !== '');
  const groups = new Map<string, Persona[]>();
  for (const persona of primaryFirst(personas)) {
    const heading = grouped ? persona.group : persona.priority;
    groups.set(heading, [...(groups.get(heading) ?? []), persona]);
  }
  return [...groups].map(([heading, members]) => ({ heading, personas: members }));
};

const primaryFirst = (personas: readonly Persona[]): readonly Persona[] =>
  [...personas].sort((a, b) => Number(b.priority === 'primary') - Number(a.priority === 'primary'));
