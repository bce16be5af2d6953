/** A calendar day in UTC, counted from 1970-01-01: days are compared and counted, and a file's period has no hours. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** The day of a moment, in milliseconds since the epoch. */
export const dayAt = (instant: number): Day => Math.floor(instant / MILLISECONDS);

/** Its first moment, in milliseconds since the epoch. */
export const startOf = (day: Day): number => day * MILLISECONDS;

/** `YYYY-MM-DD` */
export const isoDay = (day: Day): string => new Date(startOf(day)).toISOString().slice(0, 10);

/** The day of a `YYYY-MM-DD` that the calendar knows, else `null`. */
export const parseDay = (text: string): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = dayAt(Date.parse(`${text}T00:00:00Z`));
  return !Number.isNaN(day) && isoDay(day) === text ? day : null;
};
