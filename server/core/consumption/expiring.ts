/**
 * Remembers answers for a while, and never more than so many: whoever asks for ever new things makes it forget. `now` in
 * milliseconds since whenever, by a clock that is never set.
 */
export const createExpiring = <Value>({
  most,
  milliseconds,
}: {
  readonly most: number;
  readonly milliseconds: number;
}) => {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    /** `undefined`: not known, or no longer. */
    get: (key: string, now: number): Value | undefined => {
      const found = kept.get(key);
      return found !== undefined && now < found.until ? found.value : undefined;
    },
    set: (key: string, value: Value, now: number): void => {
      // Again at the end: a Map keeps its keys in the order in which they came.
      kept.delete(key);
      kept.set(key, { value, until: now + milliseconds });
      if (kept.size <= most) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
    size: (): number => kept.size,
  };
};
