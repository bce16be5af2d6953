import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { BulkChange, PlacingBody } from '../../../server/core/placing-api';
import { useUndo } from '../../api/placing';
import { useText } from '../text';
import { UNDO_SHOWN, withUndo } from '../with-undo';
import { useCountsText } from './use-counts-text';
import { useUndoFailureText } from './use-undo-failure-text';

/** Tells what was done at once, with *Undo*. */
export const usePlacedNotification = () => {
  const { toggleNotification } = useNotification();
  const text = useText();
  const countsText = useCountsText();
  const failureText = useUndoFailureText();
  const { mutateAsync: undo } = useUndo();

  return useCallback(
    ({ counts, operation }: PlacingBody, change?: BulkChange) => {
      const { sentence, details } = countsText('done', counts, change);
      const done = [sentence, ...details].join(' · ');
      if (operation === null) {
        toggleNotification({ type: 'info', message: done });
        return;
      }
      const takeBack = async (): Promise<boolean> => {
        try {
          await undo(operation.id);
          return true;
        } catch (error) {
          toggleNotification({ type: 'danger', message: failureText(error), timeout: UNDO_SHOWN });
          return false;
        }
      };
      toggleNotification({
        type: 'success',
        timeout: UNDO_SHOWN,
        message: withUndo({
          done,
          undone: text('undo.done', { count: operation.counts.changed }),
          label: text('undo'),
          onUndo: takeBack,
        }),
      });
    },
    [toggleNotification, text, countsText, failureText, undo]
  );
};
