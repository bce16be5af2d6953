import { useCallback, useState, type ReactElement } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { BulkChange, PlacingBody } from '../../../server/core/placing-api';
import { useUndo } from '../../api/placing';
import { InlineButton } from '../InlineButton';
import { useText } from '../text';
import { useCountsText } from './use-counts-text';
import { useUndoFailureText } from './use-undo-failure-text';

/** Milliseconds: time enough to see what one has done. Later, *History* offers the same. */
const SHOWN = 15_000;

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
          toggleNotification({ type: 'danger', message: failureText(error), timeout: SHOWN });
          return false;
        }
      };
      toggleNotification({
        type: 'success',
        timeout: SHOWN,
        message: asMessage(
          <WithUndo
            done={done}
            undone={text('undo.done', { count: operation.counts.changed })}
            label={text('undo')}
            onUndo={takeBack}
          />
        ),
      });
    },
    [toggleNotification, text, countsText, failureText, undo]
  );
};

interface Props {
  readonly done: string;
  readonly undone: string;
  readonly label: string;
  /** Whether it could be undone. */
  readonly onUndo: () => Promise<boolean>;
}

const WithUndo = ({ done, undone, label, onUndo }: Props) => {
  const [state, setState] = useState<'done' | 'undoing' | 'undone'>('done');
  const takeBack = async () => {
    setState('undoing');
    setState((await onUndo()) ? 'undone' : 'done');
  };
  if (state === 'undone') return undone;
  return (
    <>
      {done}
      {state === 'done' && (
        <>
          {' · '}
          <InlineButton onClick={() => void takeBack()}>{label}</InlineButton>
        </>
      )}
    </>
  );
};

/** Strapi's notifications know links out of the admin but no actions; they render whatever the message is. */
const asMessage = (element: ReactElement): string => element as unknown as string;
