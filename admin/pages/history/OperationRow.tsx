import type { ReactNode } from 'react';
import { Button, Tr, Typography } from '@strapi/design-system';
import type { OperationBody, OperationKind, OperationStatus } from '../../../server/core/placing-api';
import { useCountsText } from '../../components/place/use-counts-text';
import { inventoryLink } from '../../components/entry-links';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText, type TextKey } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { HistoryCells } from './HistoryCells';

interface Props {
  readonly operation: OperationBody;
  readonly onUndo: () => void;
}

const KIND_TEXT = {
  bulk: 'history.kind.bulk',
  rules: 'history.kind.rules',
  import: 'history.kind.import',
  decisions: 'history.kind.decisions',
} as const satisfies Record<OperationKind, TextKey>;

/** Many entries placed or decided about at once. */
export const OperationRow = ({ operation, onUndo }: Props) => {
  const text = useText();
  const countsText = useCountsText();
  const { kind, name, status, by, at, counts, done, isPartial } = operation;
  const { sentence, details } = countsText('done', counts);
  const what = text(KIND_TEXT[kind]);
  return (
    <Tr>
      <HistoryCells
        at={at}
        by={by}
        what={name === null ? what : text('history.named', { what, name })}
        result={
          status === 'running' ? (
            text('history.done', { done, count: counts.changed })
          ) : (
            <>
              <Changed operation={operation}>
                {isPartial ? text('history.partial', { count: counts.changed }) : sentence}
              </Changed>
              {!isPartial && details.map((detail) => ` · ${detail}`)}
            </>
          )
        }
      >
        <State operation={operation} onUndo={onUndo} />
      </HistoryCells>
    </Tr>
  );
};

/** What became of its entries, leading to them. */
const Changed = ({
  operation: { id, counts },
  children,
}: Pick<Props, 'operation'> & { readonly children: ReactNode }) =>
  counts.changed === 0 ? children : <TextLink to={inventoryLink({ operation: id })}>{children}</TextLink>;

const STATE_TEXT = {
  running: 'history.running',
  interrupted: 'history.interrupted',
} as const satisfies Partial<Record<OperationStatus, TextKey>>;

const State = ({ operation: { status, undoneAt, at, counts, isPartial }, onUndo }: Props) => {
  const text = useText();
  const { can } = useNaming();
  if (status === 'undone') {
    return (
      <Typography textColor="neutral600">
        <Message id="history.undone" values={{ ago: <RelativeDate date={undoneAt ?? at} /> }} />
      </Typography>
    );
  }
  return (
    <>
      {status !== 'applied' && <Typography textColor="neutral600">{text(STATE_TEXT[status])} </Typography>}
      {can.tag && !isPartial && status !== 'running' && counts.changed > 0 && (
        <Button size="S" variant="tertiary" onClick={onUndo}>
          {text('undo.open')}
        </Button>
      )}
    </>
  );
};
