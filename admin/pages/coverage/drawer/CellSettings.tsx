import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { CellInput, CoverageCell } from '../../../../server/core/api';
import { useStartAudit } from '../../../api/audits';
import { useChangeCell } from '../../../api/coverage';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { useNaming } from '../../../components/VocabularyGate';
import { NotNeededForm, TargetForm } from './CellForms';

/** *Not needed here* with a reason, and the cell's own target; for those who may change settings. */
export const CellSettings = ({ cell }: { readonly cell: CoverageCell }) => {
  const text = useText();
  const { can } = useNaming();
  const [editing, setEditing] = useState<'target' | 'not-needed' | null>(null);
  const change = useChangeCell();
  const startAudit = useStartAudit();
  const { toggleNotification } = useNotification();
  const notifyFailure = useFailureNotification();
  const save = (input: CellInput) =>
    change.mutate(
      { persona: cell.persona, stage: cell.stage, input },
      {
        onError: notifyFailure,
        onSuccess: () => {
          setEditing(null);
          // Verdicts are made by audits: who may start one sees the change at once, the others with the next.
          if (can.audit) startAudit.mutate();
          toggleNotification({
            type: 'success',
            message: text(can.audit ? 'cell.settings.saved' : 'cell.settings.savedForLater'),
          });
        },
      }
    );

  if (!can.settings) return null;
  if (editing === 'target') {
    return <TargetForm cell={cell} pending={change.isPending} onSave={save} onCancel={() => setEditing(null)} />;
  }
  if (editing === 'not-needed') {
    return <NotNeededForm pending={change.isPending} onSave={save} onCancel={() => setEditing(null)} />;
  }
  return (
    <Flex gap={2} wrap="wrap" paddingTop={4}>
      {cell.notNeeded === null ? (
        <>
          <Button variant="tertiary" size="S" onClick={() => setEditing('target')}>
            {text('cell.settings.target', { target: cell.target })}
          </Button>
          <Button variant="tertiary" size="S" onClick={() => setEditing('not-needed')}>
            {text('cell.settings.notNeeded')}
          </Button>
        </>
      ) : (
        <Button variant="tertiary" size="S" loading={change.isPending} onClick={() => save({ notNeeded: null })}>
          {text('cell.settings.needed')}
        </Button>
      )}
    </Flex>
  );
};
