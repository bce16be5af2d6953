import type { MoveBody } from '../../../../server/core/analytics-api';
import { useChangeMove, useMoves } from '../../../api/analytics';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { SaidList, SaidRow } from './SaidList';

/** Sections that somebody said have moved, and the way back; nothing while there is none. */
export const MovedSections = () => {
  const text = useText();
  return (
    <SaidList
      title={text('analytics.moves')}
      label={text('analytics.moves.to')}
      useList={useMoves}
      row={(one) => <Row key={`${one.from} ${one.to}`} one={one} />}
    />
  );
};

const Row = ({ one: { from, to, by, at } }: { readonly one: MoveBody }) => {
  const text = useText();
  const remove = useChangeMove('remove');
  const notifyFailure = useFailureNotification();
  const nameOf = (prefix: string): string => prefix || text('analytics.moves.root');
  return (
    <SaidRow
      path={nameOf(from)}
      said={nameOf(to)}
      by={by}
      at={at}
      isUndoing={remove.isPending}
      onUndo={() => remove.mutate({ from, to }, { onError: notifyFailure })}
    />
  );
};
