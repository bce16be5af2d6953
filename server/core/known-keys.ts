import { invalid } from './refusal';

/** Refuses a key that a filter does not know, and names those it does. */
export const assertKnown = (field: string, keys: readonly string[], known: readonly string[]): void => {
  const stranger = keys.find((key) => !known.includes(key));
  if (stranger === undefined) return;
  throw invalid(field, `\`${field}\`: "${stranger}" is unknown; known are ${known.join(', ')}.`, { known });
};
