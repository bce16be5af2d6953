import type { UndoConflict } from '../../server/core/placing-api';
import { detailsOf } from './failure';

/** Which entries somebody changed since, when that is why an undo was refused. */
export const undoConflictOf = (error: unknown): UndoConflict | null => {
  const { entries, total } = detailsOf<UndoConflict>(error);
  return Array.isArray(entries) && typeof total === 'number' ? { entries, total } : null;
};
