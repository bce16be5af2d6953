import { useNotification } from '@strapi/strapi/admin';
import type { OperationBody } from '../../../server/core/placing-api';
import { useStartAudit } from '../../api/audits';
import { useUndoPlacing } from '../../api/rules';
import { InlineButton } from '../InlineButton';
import { Notice } from '../Notice';
import { useText } from '../text';
import { useFailureNotification } from '../use-failure-notification';
import { useNaming } from '../VocabularyGate';

interface Props {
  readonly operation: OperationBody;
  /** Keys of rules that go with it. */
  readonly addedRules?: readonly string[];
  /** The numbers on screen are from before. */
  readonly isBehind?: boolean;
  readonly onClose: () => void;
}

/** After rules have placed: how many entries were placed, and the way back. */
export const PlacedNotice = ({ operation, addedRules = [], isBehind = false, onClose }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const { toggleNotification } = useNotification();
  const notifyFailure = useFailureNotification();
  const undo = useUndoPlacing();
  const { mutate: startAudit } = useStartAudit();

  const takeBack = () =>
    undo.mutate(
      { id: operation.id, addedRules },
      {
        onSuccess: () => {
          toggleNotification({ type: 'success', message: text('placed.undone') });
          if (can.audit) startAudit();
          onClose();
        },
        onError: notifyFailure,
      }
    );

  return (
    <Notice kind="information" title={text('placed.title', { count: operation.counts.changed })}>
      {text(isBehind ? 'placed.behind' : 'placed.text')}{' '}
      {can.tag && (
        <InlineButton onClick={takeBack} disabled={undo.isPending}>
          {text('panel.undo')}
        </InlineButton>
      )}
      {' · '}
      <InlineButton onClick={onClose}>{text('dialog.done')}</InlineButton>
    </Notice>
  );
};
