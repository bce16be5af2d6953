/** Where an entry's create or clone page stands in the browser's history. */
export interface Place {
  readonly path: string;
  readonly index: number | undefined;
}

/** What became of a create page that was just left. */
export type Departure =
  | { readonly kind: 'still-there' }
  | { readonly kind: 'created'; readonly documentId: string }
  | { readonly kind: 'abandoned' };

/** The page shown now; React Router keeps the index of each entry of the history in its state. */
export const currentPlace = (): Place => ({
  path: window.location.pathname,
  index: (window.history.state as { idx?: number } | null)?.idx,
});

/**
 * Strapi replaces the create page by the new entry's in the same place of the history. From a clone page it goes on to
 * the copy, and often once more for the copy's locale before we hear of it. Any other way out gives the entry up.
 */
export const departureFrom = (before: Place, now: Place): Departure => {
  if (now.path === before.path) return { kind: 'still-there' };
  const [, list, isClone] = CREATE_PAGE.exec(before.path) ?? [];
  const [, sameList, documentId] = ENTRY_PAGE.exec(now.path) ?? [];
  const steps = (now.index ?? NaN) - (before.index ?? NaN);
  return list === sameList && documentId !== undefined && (steps === 0 || (isClone && steps > 0))
    ? { kind: 'created', documentId }
    : { kind: 'abandoned' };
};

const CREATE_PAGE = /^(.*\/collection-types\/[^/]+)\/(?:create|(clone)\/[^/]+)\/?$/;
const ENTRY_PAGE = /^(.*\/collection-types\/[^/]+)\/((?!create\/?$)[a-z0-9]+)\/?$/i;
