import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import { isEmptyPatch } from '../../../server/core/placement';
import type { TagPair } from '../../../server/core/vocabulary';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { latestOf } from './origins';
import type { Change, PlacementSnapshot, PlacementStore } from './placement-store';
import { RuleLine } from './RuleLine';
import { useFailureText } from './use-failure-text';
import { useOriginText } from './use-origin-text';

interface Props {
  readonly snapshot: PlacementSnapshot;
  readonly store: PlacementStore;
  readonly editable: boolean;
}

/** One line that is always there, so that nothing jumps: what became of the last clicks, else who placed the entry. */
export const SaveLine = ({ snapshot, store, editable }: Props) => {
  const failed = snapshot.save.kind === 'failed';
  return (
    <Typography
      // A new element for a failure: a role that changes is not read out.
      key={failed ? 'alert' : 'status'}
      role={failed ? 'alert' : 'status'}
      variant="pi"
      textColor={failed ? 'danger600' : 'neutral600'}
      tag="div"
    >
      <LineText snapshot={snapshot} store={store} editable={editable} />
    </Typography>
  );
};

const LineText = ({ snapshot, store, editable }: Props) => {
  const text = useText();
  const failureText = useFailureText();
  const { save } = snapshot;
  const now = (...changes: readonly Change[]) => {
    store.change(...changes);
    void store.flush();
  };

  switch (save.kind) {
    case 'held':
      return text('panel.held');
    case 'saving':
      return text('panel.saving');
    case 'saved':
      return (
        <WithAction
          label={isEmptyPatch(save.undo) ? null : text(save.isUndone ? 'panel.redo' : 'panel.undo')}
          onAction={() => store.undo()}
        >
          {text(save.isUndone ? 'panel.undone' : 'panel.saved')}
        </WithAction>
      );
    case 'failed':
      return (
        <WithAction label={text('failure.retry')} onAction={() => now(...save.lost)}>
          {failureText(save.error)}
        </WithAction>
      );
    case 'idle':
      return <Provenance snapshot={snapshot} editable={editable} onKeep={(add) => now({ add })} />;
  }
};

interface ProvenanceProps {
  readonly snapshot: PlacementSnapshot;
  readonly editable: boolean;
  readonly onKeep: (pairs: readonly TagPair[]) => void;
}

const Provenance = ({ snapshot: { stored, placement }, editable, onKeep }: ProvenanceProps) => {
  const text = useText();
  const originText = useOriginText();
  const tags = stored?.tags ?? [];
  const byRule = tags.filter(({ origin }) => origin === 'rule');
  if (byRule.length > 0) {
    return (
      <>
        <WithAction label={editable ? text('panel.keep') : null} onAction={() => onKeep(byRule)}>
          {text(byRule.length === tags.length ? 'panel.byRule' : 'panel.partlyByRule')}
        </WithAction>
        <RuleLine keys={byRule.flatMap(({ rule }) => rule?.split(' ') ?? [])} />
      </>
    );
  }
  if (placement.tags.length === 0 && !placement.excluded) return text('panel.notPlaced');
  return originText(latestOf(tags)) ?? '';
};

interface ActionProps {
  readonly label: string | null;
  readonly onAction: () => void;
  readonly children: ReactNode;
}

const WithAction = ({ label, onAction, children }: ActionProps) => (
  <>
    {children}
    {label !== null && (
      <>
        {' · '}
        <InlineButton onClick={onAction}>{label}</InlineButton>
      </>
    )}
  </>
);
