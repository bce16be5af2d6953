import { Modal } from '@strapi/design-system';
import type { BulkInput } from '../../../server/core/placing-api';
import { useText } from '../text';
import { PlaceForm } from './PlaceForm';

interface Props {
  readonly target: Pick<BulkInput, 'entries' | 'filter'>;
  /** How many entries. */
  readonly count: number;
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

/** *Place* over one of our own pages; the Content Manager brings its own frame. */
export const PlaceDialog = ({ target, count, onClose, onPlaced }: Props) => {
  const text = useText();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('place.title', { count })}</Modal.Title>
        </Modal.Header>
        <PlaceForm target={target} onClose={onClose} onPlaced={onPlaced} />
      </Modal.Content>
    </Modal.Root>
  );
};
