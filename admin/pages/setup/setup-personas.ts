import { freeKey } from '../../../server/core/keys';
import { inOrderOfUse } from '../../../server/core/rule-choices';
import type { RuleField } from '../../../server/core/rules-api';
import { namesWith, type SetupDraft } from './setup-draft';
import { auditedTypes, valuesKey, type FieldRef, type SetupFacts } from './setup-facts';

/** A field that could tell for whom entries are, and the types that have it. */
export interface PersonaSource {
  readonly field: string;
  readonly kind: RuleField['kind'];
  readonly types: readonly { readonly uid: string; readonly displayName: string }[];
}

/** A value of the chosen field, taken as a persona or left out. */
export interface SourceValue {
  readonly value: string;
  readonly entries: number;
  readonly taken: boolean;
  /** The persona that it is or would become. */
  readonly key: string;
  readonly name: string;
}

export interface PersonaPlan {
  readonly sources: readonly PersonaSource[];
  readonly source: PersonaSource | null;
  readonly values: readonly SourceValue[];
  /** To be added. */
  readonly added: readonly { readonly key: string; readonly name: string }[];
}

/** More values than this are seldom people. */
const TAKEN_AT_FIRST = 12;
const TELLS_WHOM =
  /^(target|buyer|main|primary)?_?-?(audiences?|personas?|roles?|segments?|readers?|readership|target_?-?groups?)$/i;

/** The field that personas come from; by its name as long as nobody has chosen and nobody has named a persona. */
export const sourceOf = (draft: SetupDraft, facts: SetupFacts): PersonaSource | null => {
  const sources = sourcesIn(draft, facts);
  if (draft.source !== undefined) return sources.find(({ field }) => field === draft.source) ?? null;
  if (facts.personas.length > 0) return null;
  return sources.find(({ field }) => TELLS_WHOM.test(field.split('.')[0] ?? '')) ?? null;
};

/** Which personas there will be. */
export const planPersonas = (draft: SetupDraft, facts: SetupFacts): PersonaPlan => {
  const source = sourceOf(draft, facts);
  const taken = new Set(facts.personas.map(({ key }) => key));
  const added: { key: string; name: string }[] = [];
  const known = () => [...facts.personas, ...added];
  const personaFor = (name: string): { readonly key: string; readonly name: string } => {
    const same = known().find((persona) => isSame(persona.name, name) || persona.key === name.toLowerCase());
    if (same) return same;
    const persona = { key: freeKey(plainLetters(name), taken, 'persona'), name };
    taken.add(persona.key);
    added.push(persona);
    return persona;
  };
  for (const name of namesWith(draft.typed, draft.typing)) personaFor(name);
  const values = source === null ? [] : valuesOf(source, draft, facts);
  return {
    sources: sourcesIn(draft, facts),
    source,
    values: values.map((value) => ({
      ...value,
      ...(value.taken ? personaFor(nameOf(value.value)) : { key: '', name: nameOf(value.value) }),
    })),
    added,
  };
};

/** Fields of the types under audit, those first that hold a short list of values. */
const sourcesIn = (draft: SetupDraft, facts: SetupFacts): readonly PersonaSource[] => {
  const sources = new Map<string, PersonaSource>();
  for (const { uid, displayName } of auditedTypes(draft, facts)) {
    for (const { field, kind } of facts.fields.get(uid) ?? []) {
      if (kind === 'boolean') continue;
      const before = sources.get(field);
      sources.set(field, { field, kind, types: [...(before?.types ?? []), { uid, displayName }] });
    }
  }
  return inOrderOfUse([...sources.values()]);
};

/** The source's fields, one for each type that has it. */
export const sourceFields = (source: PersonaSource | null): readonly FieldRef[] =>
  source === null ? [] : source.types.map(({ uid }) => ({ uid, field: source.field }));

const valuesOf = (source: PersonaSource, draft: SetupDraft, facts: SetupFacts) => {
  const counts = new Map<string, { value: string; entries: number }>();
  for (const ref of sourceFields(source)) {
    for (const { value, entries } of facts.values.get(valuesKey(ref)) ?? []) {
      const before = counts.get(value.toLowerCase());
      counts.set(value.toLowerCase(), { value: before?.value ?? value, entries: entries + (before?.entries ?? 0) });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.entries - a.entries)
    .slice(0, TAKEN_AT_FIRST)
    .map((value) => ({ ...value, taken: !draft.leftOut.includes(value.value) }));
};

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** "it-admin" as people write it: "It admin". */
const nameOf = (value: string): string => {
  const words = /\s/.test(value) ? value : value.replaceAll(/[-_]+/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.trim();
};

const plainLetters = (name: string): string => name.normalize('NFKD').replaceAll(/\p{Diacritic}/gu, '');
