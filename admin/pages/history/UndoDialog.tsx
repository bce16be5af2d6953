import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { OperationBody } from '../../../server/core/placing-api';
import { useUndo } from '../../api/placing';
import { FormDialog } from '../../components/form/FormDialog';
import { useUndoFailureText } from '../../components/place/use-undo-failure-text';
import { useText } from '../../components/text';

interface Props {
  readonly operation: OperationBody;
  readonly onClose: () => void;
}

/** Asked once more: what was undone cannot be done again. A refusal stands here, with the entries it is about. */
export const UndoDialog = ({ operation: { id, kind, counts }, onClose }: Props) => {
  const text = useText();
  const failureText = useUndoFailureText();
  const { toggleNotification } = useNotification();
  const undo = useUndo();
  const count = counts.changed;
  const confirm = async () => {
    await undo.mutateAsync(id);
    toggleNotification({ type: 'success', message: text('undo.done', { count }) });
  };
  return (
    <FormDialog
      title={text('undo.title')}
      submitLabel={text('undo')}
      isDanger
      fields={[]}
      reasonOf={failureText}
      onSubmit={confirm}
      onClose={onClose}
    >
      {() => (
        <Typography>
          {text('undo.text', { count })} {kind === 'import' && text('undo.import')}
        </Typography>
      )}
    </FormDialog>
  );
};
