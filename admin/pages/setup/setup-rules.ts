import type { RuleInput } from '../../../server/core/rules-api';
import type { Choice } from './setup-draft';
import type { PersonaPlan } from './setup-personas';
import { operatorOf } from './setup-facts';
import type { TypePlan, ValuePlan } from './setup-plan';

/**
 * A type's rules in the order in which they are asked: what is no part of a journey, what single values say, whom the
 * personas' field names, and what holds for the rest.
 */
export const rulesOf = (plan: TypePlan, personas: PersonaPlan): readonly RuleInput[] => {
  const contentType = plan.type.uid;
  const { choice, by, personaField, fields } = plan;
  // Without a stage the type's rule places nothing: its personas go with the values that have one.
  const whom = choice.stages.length === 0 && choice.excluded === null ? choice.personas : [];
  const values = plan.values ?? [];
  const byValue = (some: readonly ValuePlan[]): readonly RuleInput[] =>
    by === null
      ? []
      : groups(some, whom).map((group) => ({
          contentType,
          condition: { field: by, operator: operatorOf(fields, by), values: group.values },
          ...group.choice,
        }));
  const byPersona =
    personaField === null || choice.excluded !== null
      ? []
      : personas.values
          .filter(({ taken }) => taken)
          .map(({ value, key }) => ({
            contentType,
            condition: { field: personaField, operator: operatorOf(fields, personaField), values: [value] },
            personas: [key],
            stages: [],
            excluded: null,
          }));
  const byName = (plan.whom?.values ?? []).map(({ value, key }): RuleInput => ({
    contentType,
    condition: { field: plan.whom?.field ?? '', operator: operatorOf(fields, plan.whom?.field ?? ''), values: [value] },
    personas: [key],
    stages: [],
    excluded: null,
  }));
  const places = choice.stages.length > 0 || choice.excluded !== null;
  const rest =
    places || (plan.decided && choice.personas.length > 0) ? [{ contentType, condition: null, ...choice }] : [];
  // What is no part of a journey, and for whom somebody said a value is, holds before what a field's values name.
  return [
    ...byValue(values.filter(({ choice: { excluded } }) => excluded !== null)),
    ...byValue(values.filter(({ choice: { excluded, personas: own } }) => excluded === null && own.length > 0)),
    ...byName,
    ...byValue(values.filter(({ choice: { excluded, personas: own } }) => excluded === null && own.length === 0)),
    ...byPersona,
    ...rest,
  ];
};

interface Group {
  readonly values: string[];
  readonly choice: Choice;
}

/** Values that go to the same place share a rule. */
const groups = (values: readonly ValuePlan[], whom: readonly string[]): readonly Group[] => {
  const found = new Map<string, Group>();
  for (const { value, choice } of values) {
    if (choice.excluded === null && choice.stages.length + choice.personas.length === 0) continue;
    const placed =
      choice.excluded === null && choice.personas.length === 0 && choice.stages.length > 0
        ? { ...choice, personas: whom }
        : choice;
    const name = JSON.stringify([placed.stages, placed.personas, placed.excluded]);
    const group = found.get(name);
    if (group) group.values.push(value);
    else found.set(name, { values: [value], choice: placed });
  }
  return [...found.values()];
};
