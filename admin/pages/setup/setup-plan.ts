import type { RuleInput, SetupInput } from '../../../server/core/rules-api';
import { suggestByName } from '../../../server/core/suggestions';
import { EVERYONE } from '../../../server/core/vocabulary';
import { namesWith, type Choice, type SetupDraft } from './setup-draft';
import {
  auditedTypes,
  valuesKey,
  type FieldRef,
  type SetupFacts,
  type SetupField,
  type SetupType,
} from './setup-facts';
import { planPersonas, sourceFields, sourceOf, type PersonaPlan } from './setup-personas';
import { rulesOf } from './setup-rules';
import { whomFields, whomOf, type WhomPlan } from './setup-whom';

/** One value of a type's field and where its entries go. */
export interface ValuePlan {
  readonly value: string;
  readonly entries: number;
  readonly choice: Choice;
}

/** What one content type mostly does. */
export interface TypePlan {
  readonly type: SetupType;
  readonly fields: readonly SetupField[];
  readonly choice: Choice;
  /** By a person; else it is a suggestion. */
  readonly decided: boolean;
  readonly by: string | null;
  /** `null`: still asked for. */
  readonly values: readonly ValuePlan[] | null;
  /** The field that tells its personas, if it has it. */
  readonly personaField: string | null;
  /** Values of another field that name personas there are; `null`: none does, or somebody has said for whom it is. */
  readonly whom: WhomPlan | null;
}

export interface SetupPlan {
  readonly types: readonly (SetupType & { readonly checked: boolean })[];
  readonly personas: PersonaPlan;
  readonly placing: readonly TypePlan[];
  readonly input: SetupInput;
}

/** Everything that the first run shows and sends: decisions where there are some, suggestions elsewhere. */
export const planSetup = (draft: SetupDraft, facts: SetupFacts): SetupPlan => {
  const personas = planPersonas(draft, facts);
  const keep = keepKnown(facts, personas);
  const placing = mostFirst(auditedTypes(draft, facts)).map((type) => planType(type, draft, facts, personas, keep));
  const changed = facts.types.filter(({ uid, audited }) => (draft.audited[uid] ?? audited) !== audited);
  return {
    types: facts.types.map((type) => ({ ...type, checked: draft.audited[type.uid] ?? type.audited })),
    personas,
    placing,
    input: {
      ...(changed.length > 0 && { contentTypes: changed.map(({ uid, audited }) => ({ uid, audited: !audited })) }),
      ...(personas.added.length > 0 && { personas: personas.added }),
      rules: placing.flatMap((plan): readonly RuleInput[] => rulesOf(plan, personas)),
    },
  };
};

/** What holds most of the library is decided first; what is empty is only for new entries. */
const mostFirst = (types: readonly SetupType[]): readonly SetupType[] =>
  [...types].sort((a, b) => (b.entries ?? 0) - (a.entries ?? 0));

/** Fields whose values must be known: those that personas come from, and those that types differ by. */
export const wantedValues = (draft: SetupDraft, facts: SetupFacts): readonly FieldRef[] => {
  const refs = [
    ...sourceFields(sourceOf(draft, facts)),
    ...auditedTypes(draft, facts).flatMap((type) => {
      const field = fieldBy(type, draft, facts);
      const named = hasPersonas(draft, facts) ? whomFields(facts.fields.get(type.uid) ?? []) : [];
      return [...(field === null ? [] : [field]), ...named].map((name) => ({ uid: type.uid, field: name }));
    }),
  ];
  return [...new Map(refs.map((ref) => [valuesKey(ref), ref])).values()];
};

/** Whether there are any, or somebody has named some: then it can be told for whom a type is. */
const hasPersonas = (draft: SetupDraft, facts: SetupFacts): boolean =>
  facts.personas.length + namesWith(draft.typed, draft.typing).length > 0;

/** How a decision about a value is kept in the draft. */
export const valueName = (field: string, value: string): string => `${field}=${value}`;

const planType = (
  type: SetupType,
  draft: SetupDraft,
  facts: SetupFacts,
  personas: PersonaPlan,
  keep: (choice: Choice) => Choice
): TypePlan => {
  const decided = draft.types[type.uid];
  const fields = facts.fields.get(type.uid) ?? [];
  const by = fieldBy(type, draft, facts);
  const source = personas.source?.types.some(({ uid }) => uid === type.uid) ? personas.source.field : null;
  const suggestion = suggestByName(type.displayName, facts.stages, 'type');
  const everyone = source === null && !suggestion?.excluded ? [EVERYONE] : [];
  const choice = decided?.choice ?? {
    stages: suggestion?.stages ?? [],
    personas: everyone,
    excluded: suggestion?.excluded ?? null,
  };
  const values = by === null ? [] : facts.values.get(valuesKey({ uid: type.uid, field: by }));
  const isOpen = choice.excluded === null && choice.personas.every((key) => key === EVERYONE);
  return {
    type,
    fields,
    by,
    personaField: source,
    whom:
      source === null && isOpen && hasPersonas(draft, facts)
        ? whomOf(whomFields(fields), (field) => facts.values.get(valuesKey({ uid: type.uid, field })) ?? [], [
            ...facts.personas,
            ...personas.added,
          ])
        : null,
    decided: decided?.choice !== undefined,
    choice: keep(choice),
    values:
      values?.map(({ value, entries }) => ({
        value,
        entries,
        choice: keep(decided?.values?.[valueName(by ?? '', value)] ?? choiceByName(by ?? '', value, facts)),
      })) ?? null,
  };
};

const choiceByName = (field: string, value: string, { stages }: SetupFacts): Choice => {
  const suggestion = suggestByName(value, stages, TELLS_SUBJECT.test(field.split('.')[0] ?? '') ? 'subject' : 'value');
  return { stages: suggestion?.stages ?? [], personas: [], excluded: suggestion?.excluded ?? null };
};

const TELLS_SUBJECT = /(topic|tag|keyword|subject|theme)s?$/i;
const TELLS_WHAT = /^(content|page|article|post|item)?_?-?(type|kind|format|category|categories|section|genre)$/i;

/** A type whose own name says nothing is told apart by the field that usually does. */
const fieldBy = (type: SetupType, draft: SetupDraft, facts: SetupFacts): string | null => {
  const fields = facts.fields.get(type.uid) ?? [];
  const decided = draft.types[type.uid]?.by;
  if (decided !== undefined) return fields.some(({ field }) => field === decided) ? decided : null;
  if (suggestByName(type.displayName, facts.stages, 'type')) return null;
  return fields.find(({ field }) => TELLS_WHAT.test(field.split('.')[0] ?? ''))?.field ?? null;
};

/** A persona that was chosen and then taken out again is gone from every choice. */
const keepKnown = (facts: SetupFacts, { added }: PersonaPlan) => {
  const personas = new Set([EVERYONE, ...[...facts.personas, ...added].map(({ key }) => key)]);
  const stages = new Set(facts.stages.map(({ key }) => key));
  return (choice: Choice): Choice => ({
    ...choice,
    personas: choice.personas.filter((key) => personas.has(key)),
    stages: choice.stages.filter((key) => stages.has(key)),
  });
};
