import { Modal } from '@strapi/design-system';
import { DecideForm } from '../decision/DecideForm';
import { KeepForm } from '../decision/KeepForm';
import { useText } from '../text';
import type { BulkFormProps } from './BulkForm';
import type { PlaceChoice } from './place-choice';
import { PlaceForm } from './PlaceForm';

/** What can be done with many entries at once. */
export const BULK_WORKS = {
  place: { open: 'place.open', title: 'place.title', Form: PlaceForm },
  decide: { open: 'decide.open', title: 'decide.title', Form: DecideForm },
  keep: { open: 'keep.open', title: 'keep.title', Form: KeepForm },
} as const;
export type BulkWork = keyof typeof BULK_WORKS;

interface Props extends BulkFormProps {
  readonly work: BulkWork;
  /** How many entries. */
  readonly count: number;
  /** What *Place* begins with. */
  readonly first?: PlaceChoice;
}

/** *Place* or *Decide* over one of our own pages; the Content Manager brings its own frame. */
export const BulkDialog = ({ work, count, ...form }: Props) => {
  const text = useText();
  const { title, Form } = BULK_WORKS[work];
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && form.onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text(title, { count })}</Modal.Title>
        </Modal.Header>
        <Form {...form} />
      </Modal.Content>
    </Modal.Root>
  );
};
