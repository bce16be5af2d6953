import type { EntryRef } from './vocabulary';

/** What shall become of an entry. A decision is not the deed: a retired entry counts until it is unpublished. */
export const DECISION_KINDS = ['keep', 'update', 'merge', 'retire'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What somebody decided about an entry. */
export interface Decision {
  readonly kind: DecisionKind;
  /** The entry into which it goes; only, and always, of `merge`. */
  readonly mergeInto: EntryRef | null;
  /** `''`: none. */
  readonly note: string;
  /** Who sees to it, by name: not everybody who does has an account here. `''`: nobody yet. */
  readonly owner: string;
  /** By which day, `YYYY-MM-DD`; `null`: none. */
  readonly due: string | null;
}

export const NOTE_LENGTH = 2000;
export const OWNER_LENGTH = 255;

/** Whether two decisions say the same. */
export const isSameDecision = (a: Decision | null, b: Decision | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.kind === b.kind &&
    a.mergeInto?.uid === b.mergeInto?.uid &&
    a.mergeInto?.documentId === b.mergeInto?.documentId &&
    a.note === b.note &&
    a.owner === b.owner &&
    a.due === b.due);

/** The day of a moment (milliseconds) as due days are compared with it, `YYYY-MM-DD`: it ends at midnight UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether the day by which something was to be done has passed; days as `YYYY-MM-DD`. */
export const isOverdue = ({ due }: Pick<Decision, 'due'>, today: string): boolean => due !== null && due < today;

/** A day that the calendar knows, as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
