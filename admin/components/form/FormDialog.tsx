import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { DialogAlert } from '../DialogAlert';
import { useText } from '../text';
import { formErrorsOf, NO_ERRORS, type FormErrors } from './field-errors';

interface Props {
  readonly title: string;
  readonly submitLabel: string;
  /** `false`: there is nothing to submit yet. */
  readonly isReady?: boolean;
  /** It takes something away for good. */
  readonly isDanger?: boolean;
  /** Names under which fields show their errors. */
  readonly fields: readonly string[];
  /** What a refusal says that is about none of them; left out: the server's words. */
  readonly reasonOf?: (error: unknown) => string;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** A form in a dialog: closed once saved, otherwise the server's words stand at the fields they are about. */
export const FormDialog = ({
  title,
  submitLabel,
  isReady = true,
  isDanger = false,
  fields,
  reasonOf,
  onSubmit,
  onClose,
  children,
}: Props) => {
  const text = useText();
  const [isSaving, setSaving] = useState(false);
  const [errors, setErrors] = useState<FormErrors>(NO_ERRORS);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Over the edit view this form lies inside that of the entry, as React sees it.
    event.stopPropagation();
    setSaving(true);
    setErrors(NO_ERRORS);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      const refused = formErrorsOf(error, fields, text('failure.unreachable'));
      setErrors(reasonOf && refused.general !== null ? { ...refused, general: reasonOf(error) } : refused);
      setSaving(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={text('dialog.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {errors.general !== null && (
                <DialogAlert onClose={() => setErrors(NO_ERRORS)}>{errors.general}</DialogAlert>
              )}
              {children(errors.fields)}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {text('dialog.cancel')}
            </Button>
            <Button type="submit" variant={isDanger ? 'danger' : 'default'} loading={isSaving} disabled={!isReady}>
              {submitLabel}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
