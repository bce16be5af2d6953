const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** The distance between two instants (milliseconds) in the largest unit that fits, negative in the past; under a minute it is now. */
export const relativeTime = (
  then: number,
  now: number
): { readonly value: number; readonly unit: (typeof UNITS)[number][0] | 'second' } => {
  const distance = then - now;
  const fitting = UNITS.find(([, length]) => Math.abs(distance) >= length);
  if (!fitting) return { value: 0, unit: 'second' };
  const [unit, length] = fitting;
  return { value: Math.trunc(distance / length), unit };
};
