/**
 * Whether a term (ms) that began at a stored moment is over. A moment that is still to come was written while a clock
 * went wrong: it must keep nobody waiting until then.
 */
export const isOver = (began: number, term: number, now: number): boolean => now < began || now - began >= term;

/** Moments within a term (ms) of now, before or after it: what lies outside is left over, or dated by a wrong clock. */
export const around = (now: number, term: number): readonly [from: number, to: number] => [now - term, now + term];
