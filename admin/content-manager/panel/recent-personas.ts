import { PLUGIN_ID } from '../../../server/core/actions';

const STORAGE_KEY = `${PLUGIN_ID}.recent-personas`;
const KEPT = 8;

/** Personas chosen last in this browser, newest first. */
export const recentPersonas = (): readonly string[] => {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    return [];
  }
};

/** Moves a persona to the front of the recent ones. */
export const rememberPersona = (persona: string): void => {
  const keys = [persona, ...recentPersonas().filter((key) => key !== persona)].slice(0, KEPT);
  localStorage.setItem(STORAGE_KEY, JSON.stringify(keys));
};
