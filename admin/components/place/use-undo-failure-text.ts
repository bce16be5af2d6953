import { useCallback } from 'react';
import { undoConflictOf } from '../../api/undo-conflict';
import { useText } from '../text';
import { useReason } from '../use-reason';

const NAMED = 5;

/** Why an undo was refused, with the entries that somebody has changed since. */
export const useUndoFailureText = () => {
  const text = useText();
  const reasonOf = useReason();
  return useCallback(
    (error: unknown): string => {
      const conflict = undoConflictOf(error);
      if (conflict === null || conflict.total === 0) return reasonOf(error);
      const named = conflict.entries.slice(0, NAMED);
      return text('undo.refused', {
        names: named.map(({ title, documentId }) => text('undo.name', { name: title ?? documentId })).join(', '),
        more: conflict.total - named.length,
      });
    },
    [text, reasonOf]
  );
};
