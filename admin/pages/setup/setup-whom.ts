import type { RuleValue } from '../../../server/core/rules-api';
import type { SetupField } from './setup-facts';

/** A field of a type some of whose values are the names of personas. */
export interface WhomPlan {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly key: string; readonly name: string }[];
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** So many fields of a type are looked into: each is a request. */
const LOOKED_INTO = 3;

/** Fields whose values may name personas: short lists, what relations are called, and lists of values. */
export const whomFields = (fields: readonly SetupField[]): readonly string[] =>
  fields
    .filter(({ kind, operator }) => ['enumeration', 'relation', 'list'].includes(kind) || operator === 'lists')
    .slice(0, LOOKED_INTO)
    .map(({ field }) => field);

/** The field whose values name most of the personas; `null`: none names any. */
export const whomOf = (
  fields: readonly string[],
  valuesOf: (field: string) => readonly RuleValue[],
  personas: readonly Named[]
): WhomPlan | null => {
  const plans = fields.map((field) => ({
    field,
    values: valuesOf(field).flatMap(({ value }) => {
      const persona = personas.find((one) => isNamedIn(one, value));
      return persona ? [{ value, key: persona.key, name: persona.name }] : [];
    }),
  }));
  const named = ({ values }: WhomPlan): number => new Set(values.map(({ key }) => key)).size;
  const [best] = [...plans].sort((a, b) => named(b) - named(a));
  return best && best.values.length > 0 ? best : null;
};

/** "IT admin" is who "it-admin", "IT Admins" and "For IT admins" name; "IT admin tools" are something else. */
const isNamedIn = ({ key, name }: Named, value: string): boolean => {
  const said = plain(value);
  return [plain(name), plain(key)].some((own) => own !== '' && own === said);
};

const FILLERS = new Set(['for', 'the', 'our', 'all']);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/([^s])s$/, '$1') : word))
    .join(' ');
