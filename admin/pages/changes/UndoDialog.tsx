import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { OperationBody } from '../../../server/core/placing-api';
import { useUndo } from '../../api/placing';
import { useUndoFailureText } from '../../components/place/use-undo-failure-text';
import { DialogAlert } from '../../components/DialogAlert';
import { useText } from '../../components/text';

interface Props {
  readonly operation: OperationBody;
  readonly onClose: () => void;
}

/** Asked once more: what was undone cannot be done again. A refusal stands here, with the entries it is about. */
export const UndoDialog = ({ operation: { id, counts }, onClose }: Props) => {
  const text = useText();
  const failureText = useUndoFailureText();
  const { toggleNotification } = useNotification();
  const undo = useUndo();
  const confirm = () =>
    undo.mutate(id, {
      onSuccess: () => {
        toggleNotification({ type: 'success', message: text('undo.done', { count: counts.changed }) });
        onClose();
      },
    });
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('undo.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {undo.error && <DialogAlert onClose={() => undo.reset()}>{failureText(undo.error)}</DialogAlert>}
            <Typography>{text('undo.text', { count: counts.changed })}</Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button type="button" variant="danger" loading={undo.isPending} onClick={confirm}>
            {text('undo')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
