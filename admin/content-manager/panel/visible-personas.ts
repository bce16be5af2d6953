import type { Persona } from '../../../server/core/vocabulary';

/** With more personas than this the panel shows the likely ones and a search. */
export const MANY_PERSONAS = 8;

interface Filter {
  readonly chosen: readonly string[];
  readonly recent: readonly string[];
  readonly search: string;
  readonly all: boolean;
}

/** Which personas to offer, in their own order: what is chosen never hides, except from a search. */
export const visiblePersonas = (
  personas: readonly Persona[],
  { chosen, recent, search, all }: Filter
): readonly Persona[] => {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted) {
    return personas.filter(({ name, group }) => `${name} ${group}`.toLocaleLowerCase().includes(wanted));
  }
  if (all || personas.length <= MANY_PERSONAS) return personas;
  const byLikelihood = [...chosen, ...recent, ...personas.map(({ key }) => key)];
  const offered = new Set(byLikelihood.filter((key) => personas.some((persona) => persona.key === key)));
  const shown = new Set([...chosen, ...[...offered].slice(0, MANY_PERSONAS)]);
  return personas.filter(({ key }) => shown.has(key));
};
