import type { UndoConflict } from '../../server/core/placing-api';

/** Which entries somebody changed since, when that is why an undo was refused. */
export const undoConflictOf = (error: unknown): UndoConflict | null => {
  const { details } = (error as Refused | null)?.response?.data?.error ?? {};
  return details && Array.isArray(details.entries) && typeof details.total === 'number'
    ? { entries: details.entries, total: details.total }
    : null;
};

interface Refused {
  readonly response?: {
    readonly data?: { readonly error?: { readonly details?: Partial<UndoConflict> } };
  };
}
