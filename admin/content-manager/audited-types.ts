import { getFetchClient } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../server/core/actions';
import type { Data, VocabularyBody } from '../../server/core/api';

const STORAGE_KEY = `${PLUGIN_ID}.audited-types`;

const stored = (): ReadonlySet<string> | null => {
  try {
    const uids: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
    return Array.isArray(uids) ? new Set(uids.map(String)) : null;
  } catch {
    return null;
  }
};

let known = stored();
let asked = false;
const listeners = new Set<() => void>();

/**
 * The content types that the user sees under audit; `null` until first known. Kept over page loads because the list
 * view asks for its columns once, synchronously, before any request of ours could be answered.
 */
export const auditedTypes = {
  get: (): ReadonlySet<string> | null => known,

  set(uids: readonly string[]): void {
    if (known?.size === uids.length && uids.every((uid) => known?.has(uid))) return;
    known = new Set(uids);
    localStorage.setItem(STORAGE_KEY, JSON.stringify(uids));
    for (const listener of listeners) listener();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Asks the server once per page load; whoever may not read sees no type. */
  ask(): void {
    if (asked) return;
    asked = true;
    getFetchClient()
      .get<Data<VocabularyBody>>(`/${PLUGIN_ID}/vocabulary`)
      .then(({ data }) => auditedTypes.set(data.data.contentTypes.map(({ uid }) => uid)))
      .catch((error: unknown) => {
        if ((error as { status?: unknown }).status === 403) auditedTypes.set([]);
        else asked = false;
      });
  },
};

/** The type of the list view that is open; its hooks are not told which type it shows. */
export const listedType = (): string | undefined => /\/collection-types\/([^/]+)/.exec(window.location.pathname)?.[1];

/** Whether the list view that is open may be of a type under audit. */
export const isListAudited = (): boolean => {
  const uid = listedType();
  return known === null || uid === undefined || known.has(uid);
};
