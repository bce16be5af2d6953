/** Why a request cannot be done: the HTTP layer maps each to a status, other callers may show the sentence. */
export const REFUSALS = [
  'invalid',
  'forbidden',
  'not-found',
  'not-yet',
  'conflict',
  'too-large',
  'too-many',
  'busy',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** An expected "no", with a sentence for people that names the field and says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** For programs: the field, the known keys, the count in use, the seconds after which to try again (`retryAfter`). */
    readonly details: Readonly<Record<string, unknown>> = {}
  ) {
    super(message);
  }
}

/** A value that the named field cannot take. */
export const invalid = (field: string, message: string, details: Readonly<Record<string, unknown>> = {}): Refusal =>
  new Refusal('invalid', message, { field, ...details });

/** Beside `data: null` in an answer about what is not there yet: why, for programs and for people. */
export interface NotYetMeta {
  readonly reason: unknown;
  readonly message: string;
}

/** What is not there yet, for a reason that pages tell apart. */
export const notYet = (reason: string, message: string): Refusal => new Refusal('not-yet', message, { reason });
