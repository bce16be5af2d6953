import type { CoverageBody, CoverageCell, Count, Handoff } from '../../../../server/core/api';
import { EVERYONE, NOT_SET, type Persona, type Stage } from '../../../../server/core/vocabulary';

/** Personas under one heading; a single group without heading when they are few. */
export interface PersonaGroup {
  /** The group's name, or a priority where groups have no names; `null` for no heading. */
  readonly heading: string | null;
  readonly personas: readonly Persona[];
}

/** The heatmap as it is drawn: axes in order, look-ups by key, and which of the special rows and columns hold anything. */
export interface HeatmapModel {
  readonly groups: readonly PersonaGroup[];
  readonly buyer: readonly Stage[];
  readonly customer: readonly Stage[];
  readonly cell: (persona: string, stage: string) => CoverageCell | undefined;
  readonly everyone: (stage: string) => Count;
  readonly personaNotSet: (stage: string) => Count;
  readonly stageNotSet: (persona: string) => Count;
  readonly handoff: (persona: string) => Handoff | undefined;
  readonly showsEveryone: boolean;
  readonly showsPersonaNotSet: boolean;
  readonly showsStageNotSet: boolean;
  readonly showsPurchase: boolean;
  /** More than eight personas: lower rows. */
  readonly dense: boolean;
}

const FEW_PERSONAS = 8;
const NONE: Count = { current: 0, old: 0 };

/** Arranges the server's answer for drawing; pure, so that 25 personas can be tried without a browser. */
export const heatmapModel = ({ personas, stages, cells, everyone, notSet, handoffs }: CoverageBody): HeatmapModel => {
  const byCell = new Map(cells.map((cell) => [`${cell.persona}/${cell.stage}`, cell]));
  const forEveryone = new Map(everyone.map((count) => [count.stage, count]));
  const openPersona = new Map(notSet.persona.map((count) => [count.stage, count]));
  const openStage = new Map(notSet.stage.map((count) => [count.persona, count]));
  const handoffOf = new Map(handoffs.map(({ persona, handoff }) => [persona, handoff]));
  return {
    groups: groupPersonas(personas),
    buyer: stages.filter(({ journey }) => journey === 'buyer'),
    customer: stages.filter(({ journey }) => journey === 'customer'),
    cell: (persona, stage) => byCell.get(`${persona}/${stage}`),
    everyone: (stage) => forEveryone.get(stage) ?? NONE,
    personaNotSet: (stage) => openPersona.get(stage) ?? NONE,
    stageNotSet: (persona) => openStage.get(persona) ?? NONE,
    handoff: (persona) => handoffOf.get(persona),
    showsEveryone: everyone.some(holdsSomething) || holdsSomething(openStage.get(EVERYONE) ?? NONE),
    showsPersonaNotSet: notSet.persona.some(holdsSomething),
    showsStageNotSet: notSet.stage.some(holdsSomething),
    showsPurchase: handoffs.length > 0,
    dense: personas.length > FEW_PERSONAS,
  };
};

/** The id of a cell in the grid; an empty side is the total of the other. */
export const cellId = (persona: string, stage: string): string => `${persona}/${stage}`;

/** The side of a total in its id. */
export const TOTAL = '';

/** All that can be focused, by id in the order drawn, for moving with the arrow keys. */
export const gridOf = (model: HeatmapModel): readonly (readonly string[])[] => {
  const stages = [...model.buyer, ...model.customer].map(({ key }) => key);
  const columns = [...stages, ...(model.showsStageNotSet ? [NOT_SET] : []), TOTAL];
  const personas = [
    ...model.groups.flatMap((group) => group.personas.map(({ key }) => key)),
    ...(model.showsEveryone ? [EVERYONE] : []),
  ];
  return [
    ...personas.map((persona) => columns.map((stage) => cellId(persona, stage))),
    // What has neither side is in no cell and no total of one.
    ...(model.showsPersonaNotSet ? [[...stages, TOTAL].map((stage) => cellId(NOT_SET, stage))] : []),
    columns.filter((stage) => stage !== TOTAL).map((stage) => cellId(TOTAL, stage)),
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
