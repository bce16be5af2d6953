import { useState, type ReactElement } from 'react';
import { InlineButton } from './InlineButton';

/** Milliseconds: time enough to see what one has done. Later, *History* or the settings offer the same. */
export const UNDO_SHOWN = 15_000;

interface Props {
  readonly done: string;
  readonly undone: string;
  readonly label: string;
  /** Whether it could be undone. */
  readonly onUndo: () => Promise<boolean>;
}

/** A notification's message that tells what was done and takes it back. */
export const withUndo = (props: Props): string => asMessage(<WithUndo {...props} />);

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
