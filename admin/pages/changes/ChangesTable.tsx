import { Button, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { OperationBody, OperationKind, OperationStatus } from '../../../server/core/placing-api';
import { useCountsText } from '../../components/place/use-counts-text';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText, type TextKey } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';

interface Props {
  readonly operations: readonly OperationBody[];
  readonly onUndo: (operation: OperationBody) => void;
}

const COLUMNS = ['changes.when', 'changes.who', 'changes.what', 'changes.counts', 'changes.state'] as const;

const KIND_TEXT = {
  bulk: 'changes.kind.bulk',
  rules: 'changes.kind.rules',
  import: 'changes.kind.import',
  decisions: 'changes.kind.decisions',
} as const satisfies Record<OperationKind, TextKey>;

/** Operations one a row, newest first. */
export const ChangesTable = ({ operations, onUndo }: Props) => {
  const text = useText();
  return (
    <Table colCount={COLUMNS.length} rowCount={operations.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column} role="columnheader">
              <Typography variant="sigma" textColor="neutral600">
                {text(column)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {operations.map((operation) => (
          <Row key={operation.id} operation={operation} onUndo={() => onUndo(operation)} />
        ))}
      </Tbody>
    </Table>
  );
};

const Row = ({ operation, onUndo }: { readonly operation: OperationBody; readonly onUndo: () => void }) => {
  const text = useText();
  const countsText = useCountsText();
  const { kind, name, status, by, at, counts, done } = operation;
  const { sentence, details } = countsText('done', counts);
  const what = text(KIND_TEXT[kind]);
  return (
    <Tr>
      <Td>
        <Typography textColor="neutral800">
          <RelativeDate date={at} />
        </Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">{by ?? text('changes.nobody')}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">{name === null ? what : text('changes.named', { what, name })}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800" style={{ whiteSpace: 'normal' }}>
          {status === 'running'
            ? text('changes.done', { done, count: counts.changed })
            : [sentence, ...details].join(' · ')}
        </Typography>
      </Td>
      <Td>
        <State operation={operation} onUndo={onUndo} />
      </Td>
    </Tr>
  );
};

const STATE_TEXT = {
  running: 'changes.running',
  interrupted: 'changes.interrupted',
} as const satisfies Partial<Record<OperationStatus, TextKey>>;

const State = ({
  operation: { status, undoneAt, at, counts },
  onUndo,
}: {
  readonly operation: OperationBody;
  readonly onUndo: () => void;
}) => {
  const text = useText();
  const { can } = useNaming();
  if (status === 'undone') {
    return (
      <Typography textColor="neutral600">
        <Message id="changes.undone" values={{ ago: <RelativeDate date={undoneAt ?? at} /> }} />
      </Typography>
    );
  }
  return (
    <>
      {status !== 'applied' && <Typography textColor="neutral600">{text(STATE_TEXT[status])} </Typography>}
      {can.tag && status !== 'running' && counts.changed > 0 && (
        <Button size="S" variant="tertiary" onClick={onUndo}>
          {text('undo.open')}
        </Button>
      )}
    </>
  );
};
