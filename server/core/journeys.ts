import type { JourneysBody } from './api';
import { numbered } from './keyed-list';
import { JOURNEYS, type Journey, type Persona, type Stage } from './vocabulary';

/** What journeys are called outside the admin, which has words of its own. */
export const JOURNEY_NAMES = { buyer: 'Buyer', customer: 'Customer' } satisfies Record<Journey, string>;

/** Personas and journeys as a front end may show them; positions count what is not retired. */
export const journeysOf = ({
  personas,
  stages,
}: {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
}): JourneysBody => ({
  personas: inOrder(personas).map(({ key, name, description, position }) => ({ key, name, description, position })),
  journeys: JOURNEYS.map((journey) => ({
    key: journey,
    name: JOURNEY_NAMES[journey],
    stages: inOrder(stages.filter((stage) => stage.journey === journey)).map(({ key, name, playbook, position }) => ({
      key,
      name,
      question: playbook.question,
      position,
    })),
  })),
});

/** Those not retired, numbered anew. */
const inOrder = <T extends Persona | Stage>(items: readonly T[]): readonly T[] =>
  numbered(
    items.filter(({ retired }) => !retired),
    () => ''
  );
