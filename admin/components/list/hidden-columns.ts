import { PLUGIN_ID } from '../../../server/core/actions';

const keyOf = (list: string): string => `${PLUGIN_ID}.hidden-columns.${list}`;

/** The columns of a list that its reader does not want to see, remembered in this browser. */
export const readHidden = (list: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(list)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((title) => typeof title === 'string') : [];
  } catch {
    return [];
  }
};

/** A browser without storage only forgets the choice. */
export const keepHidden = (list: string, hidden: readonly string[]): void => {
  try {
    localStorage.setItem(keyOf(list), JSON.stringify(hidden));
  } catch {
    return;
  }
};
