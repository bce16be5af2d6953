import { useId, useState } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import type { BulkInput } from '../../../server/core/placing-api';
import { usePlace, usePlacingPreview } from '../../api/placing';
import { DialogAlert } from '../DialogAlert';
import { useText } from '../text';
import { useReason } from '../use-reason';
import { changeOf, NOTHING_CHOSEN } from './place-choice';
import { PlaceChoices } from './PlaceChoices';
import { PlacePreview } from './PlacePreview';
import { usePlacedNotification } from './use-placed-notification';

interface Props {
  /** The entries, one by one or as a list's filter. */
  readonly target: Pick<BulkInput, 'entries' | 'filter'>;
  readonly onClose: () => void;
  /** They are placed: the selection has served. */
  readonly onPlaced: () => void;
}

/** The inside of the *Place* dialog: what to do, what would come of it, and *Apply*. */
export const PlaceForm = ({ target, onClose, onPlaced }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const previewId = useId();
  const [choice, setChoice] = useState(NOTHING_CHOSEN);
  const change = changeOf(choice);
  const preview = usePlacingPreview(change && { ...target, change });
  const place = usePlace();
  const notifyPlaced = usePlacedNotification();
  const isFresh = preview.isSuccess && !preview.isPlaceholderData && !preview.isFetching;
  const isReady = change !== null && isFresh && (preview.data?.counts.changed ?? 0) > 0;

  const apply = async () => {
    if (change === null) return;
    try {
      notifyPlaced(await place.mutateAsync({ ...target, change }));
    } catch {
      // Shown above, from the mutation's own state; what was chosen stays.
      return;
    }
    onPlaced();
    onClose();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {place.error && <DialogAlert onClose={() => place.reset()}>{reasonOf(place.error)}</DialogAlert>}
          <PlaceChoices choice={choice} onChange={setChoice} />
          <div id={previewId}>
            <PlacePreview
              preview={change === null ? null : preview.data}
              error={change === null || preview.isFetching ? null : preview.error}
              renewing={change !== null && !isFresh && !preview.error}
              onRetry={() => void preview.refetch()}
            />
          </div>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {text('dialog.cancel')}
        </Button>
        <Button
          type="button"
          aria-describedby={previewId}
          disabled={!isReady}
          loading={place.isPending}
          onClick={() => void apply()}
        >
          {text('place.apply')}
        </Button>
      </Modal.Footer>
    </>
  );
};
