import type { VocabularyBody } from '../../../server/core/api';
import { EVERYONE, JOURNEYS, type Persona, type Stage, type TagPair } from '../../../server/core/vocabulary';

/** What can be chosen, in order, and the entry's pairs apart from those whose persona or stage is retired or gone. */
export const splitByAxes = (
  tags: readonly TagPair[],
  vocabulary: Pick<VocabularyBody, 'personas' | 'stages'>
): {
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly live: readonly TagPair[];
  readonly retired: readonly TagPair[];
} => {
  const personas = [...vocabulary.personas].filter(({ retired }) => !retired).sort((a, b) => a.position - b.position);
  const stages = JOURNEYS.flatMap((journey) =>
    vocabulary.stages
      .filter((stage) => stage.journey === journey && !stage.retired)
      .sort((a, b) => a.position - b.position)
  );
  const personaKeys = new Set([EVERYONE, ...personas.map(({ key }) => key)]);
  const stageKeys = new Set(stages.map(({ key }) => key));
  const isLive = ({ persona, stage }: TagPair) =>
    (persona === null || personaKeys.has(persona)) && (stage === null || stageKeys.has(stage));
  return { personas, stages, live: tags.filter(isLive), retired: tags.filter((tag) => !isLive(tag)) };
};
