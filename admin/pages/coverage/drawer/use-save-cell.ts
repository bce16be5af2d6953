import { useNotification } from '@strapi/strapi/admin';
import type { CellInput } from '../../../../server/core/api';
import { useStartAudit } from '../../../api/audits';
import { useChangeCell } from '../../../api/coverage';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { useNaming } from '../../../components/VocabularyGate';
import type { CellRef } from '../selection';

/** Saves what a cell wants and tells when the heatmap will show it. */
export const useSaveCell = ({ persona, stage }: CellRef) => {
  const text = useText();
  const { can } = useNaming();
  const change = useChangeCell();
  const startAudit = useStartAudit();
  const { toggleNotification } = useNotification();
  const notifyFailure = useFailureNotification();

  const save = (input: CellInput, onSaved: () => void) =>
    change.mutate(
      { persona, stage, input },
      {
        onError: notifyFailure,
        onSuccess: () => {
          onSaved();
          // Verdicts are made by audits: who may start one sees the change at once, the others with the next.
          if (can.audit) startAudit.mutate();
          const message = text(can.audit ? 'cell.settings.saved' : 'cell.settings.savedForLater');
          toggleNotification({ type: 'success', message });
        },
      }
    );

  return { save, isPending: change.isPending };
};
