import { lazy, Suspense, useMemo, useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { DecisionBody, DecisionsBody } from '../../../server/core/decisions-api';
import { useDecisions } from '../../api/decisions';
import { DecisionDetails } from '../../components/decision/DecisionDetails';
import { DecisionWord } from '../../components/decision/DecisionWord';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { useReason } from '../../components/use-reason';
import { DecisionUndo, type Decided } from './DecisionUndo';
import { ToggleGroup } from './ToggleGroup';

const DecisionDialog = lazy(() => import('./DecisionDialog').then((module) => ({ default: module.DecisionDialog })));

interface Props {
  readonly model: string;
  readonly documentId: string;
  readonly canDecide: boolean;
}

/** What becomes of an entry that exists, and the way to decide it. */
export const EntryDecision = ({ model, documentId, canDecide }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const entry = useMemo(() => ({ uid: model, documentId }), [model, documentId]);
  const { data: decisions, error, refetch } = useDecisions(entry);
  const [deciding, setDeciding] = useState<DecisionsBody | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const notifyFailure = useFailureNotification();
  // What the line says may be old: saved unseen, it would take back what somebody has decided since.
  const fetchFresh = async (): Promise<DecisionsBody | undefined> => {
    const fresh = await refetch();
    if (!fresh.isSuccess) notifyFailure(fresh.error);
    return fresh.isSuccess ? fresh.data : undefined;
  };
  const open = async () => setDeciding((await fetchFresh()) ?? null);

  if (!decisions) {
    return (
      error && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {reasonOf(error)}
        </Typography>
      )
    );
  }
  return (
    <ToggleGroup label={text('decision.kind')} level="question">
      <Current decision={decisions.current} />
      {canDecide && (
        <Box>
          <InlineButton aria-haspopup="dialog" onClick={() => void open()}>
            {text(decisions.current ? 'decide.change' : 'decide.open')}
          </InlineButton>
        </Box>
      )}
      {canDecide && decided && (
        <DecisionUndo entry={entry} decided={decided} refetch={fetchFresh} onChange={setDecided} />
      )}
      {deciding && (
        <Suspense fallback={null}>
          <DecisionDialog
            decisions={deciding}
            onDecided={(after) => setDecided({ before: deciding.current, after, isUndone: false })}
            onClose={() => setDeciding(null)}
          />
        </Suspense>
      )}
    </ToggleGroup>
  );
};

const Current = ({ decision }: { readonly decision: DecisionBody | null }) => {
  const text = useText();
  if (decision === null) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('panel.decision.none')}
      </Typography>
    );
  }
  const { due, owner, note } = decision;
  return (
    <>
      <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        <strong>
          <DecisionWord decision={decision} />
        </strong>
        {(due !== null || owner) && ' · '}
        <DecisionDetails decision={decision} />
      </Typography>
      {note && (
        <Note variant="pi" textColor="neutral600" title={note}>
          {note}
        </Note>
      )}
    </>
  );
};

/** Its beginning; all of it is in the dialog. */
const Note = styled(Typography)`
  display: -webkit-box;
  overflow: hidden;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
`;
