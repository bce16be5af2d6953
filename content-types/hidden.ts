/** Our types are edited on our own pages: in the Content Manager a raw row would only invite damage. */
export const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
} as const;

/**
 * A varchar that can never be empty of a value: a nullable column would defeat the unique indexes.
 * Lengths are kept small because MySQL allows an index 3,072 bytes, four to a character.
 */
export const varchar = (length: number) =>
  ({ type: 'string', required: true, column: { args: [length], notNullable: true } }) as const;

/** Like `varchar`, with '' for "not set": of two NULLs a unique index would allow both. */
export const openVarchar = (length: number) =>
  ({ type: 'string', column: { args: [length], notNullable: true, defaultTo: '' } }) as const;

/** Keys of personas and stages are made shorter than this. */
export const KEY_LENGTH = 100;
