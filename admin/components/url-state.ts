import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The page's state as flat parameters of its URL, so that any view can be sent to a colleague. */
export const useUrlState = () => {
  const [params, setParams] = useSearchParams();

  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, { replace = false } = {}) =>
      setParams(
        (present) => {
          const next = new URLSearchParams(present);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace }
      ),
    [setParams]
  );

  return { params, set };
};

/** Reads a parameter of a closed set; anything else (an old link, a typing error) counts as not given. */
export const oneOf = <Value extends string>(value: string | null, allowed: readonly Value[]): Value | undefined =>
  allowed.find((candidate) => candidate === value);

/** Reads a positive whole number. */
export const positive = (value: string | null): number | undefined =>
  value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
