import { useId, type ReactNode } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import type { BulkDecisionInput } from '../../../server/core/decisions-api';
import type { BulkInput } from '../../../server/core/placing-api';
import { useBulk, useBulkPreview } from '../../api/placing';
import { formErrorsOf, NO_ERRORS } from '../form/field-errors';
import { DialogAlert } from '../DialogAlert';
import { useText } from '../text';
import { PlacePreview } from './PlacePreview';
import { usePlacedNotification } from './use-placed-notification';

/** What the inside of each dialog about many entries is given. */
export interface BulkFormProps {
  /** The entries, one by one or as a list's filter. */
  readonly target: Pick<BulkInput, 'entries' | 'filter'>;
  readonly onClose: () => void;
  /** It is done: the selection has served. */
  readonly onPlaced: () => void;
}

interface Props extends BulkFormProps {
  /** What to do with them; `null` while nothing is chosen. */
  readonly work: Pick<BulkInput, 'change'> | Pick<BulkDecisionInput, 'decision'> | null;
  /** Names under which fields show their errors. */
  readonly fields?: readonly string[];
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** Something done to many entries: what to do, what would come of it, and *Apply*. */
export const BulkForm = ({ target, onClose, onPlaced, work, fields = [], children }: Props) => {
  const text = useText();
  const previewId = useId();
  const change = work !== null && 'change' in work ? work.change : undefined;
  const preview = useBulkPreview(work && { ...target, ...work });
  const bulk = useBulk();
  const notifyPlaced = usePlacedNotification();
  const isFresh = preview.isSuccess && !preview.isPlaceholderData && !preview.isFetching;
  const isReady = work !== null && isFresh && (preview.data?.counts.changed ?? 0) > 0;
  const errorsOf = (error: unknown) => (error ? formErrorsOf(error, fields, text('failure.unreachable')) : NO_ERRORS);
  const previewError = work === null || preview.isFetching ? null : preview.error;
  const previewErrors = errorsOf(previewError);
  const refused = errorsOf(bulk.error);

  const apply = async () => {
    if (work === null) return;
    try {
      notifyPlaced(await bulk.mutateAsync({ ...target, ...work }), change);
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
          {refused.general !== null && <DialogAlert onClose={() => bulk.reset()}>{refused.general}</DialogAlert>}
          {children({ ...previewErrors.fields, ...refused.fields })}
          <div id={previewId}>
            <PlacePreview
              preview={work === null ? null : preview.data}
              change={change}
              error={previewErrors.general === null ? null : previewError}
              renewing={work !== null && !isFresh && !preview.error}
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
          loading={bulk.isPending}
          onClick={() => void apply()}
        >
          {text('place.apply')}
        </Button>
      </Modal.Footer>
    </>
  );
};
