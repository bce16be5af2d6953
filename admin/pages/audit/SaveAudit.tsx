import { useState, type FormEvent } from 'react';
import { Button, Field, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { AuditBody } from '../../../server/core/api';
import { useNameAudit } from '../../api/audits';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';

/** *Save as audit…*: keeps the state on screen under a name for good. */
export const SaveAudit = ({ audit }: { readonly audit: AuditBody }) => {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary">{text('save.button')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.cancel')}>
          <Modal.Title>{text('save.title')}</Modal.Title>
        </Modal.Header>
        <NameForm audit={audit} onDone={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
};

const NameForm = ({ audit, onDone }: { readonly audit: AuditBody; readonly onDone: () => void }) => {
  const text = useText();
  const reasonOf = useReason();
  const { toggleNotification } = useNotification();
  const save = useNameAudit();
  const [name, setName] = useState(() => audit.name ?? quarterOf(new Date(audit.startedAt)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { id: audit.id, name: name.trim() },
      {
        onSuccess: () => {
          toggleNotification({ type: 'success', message: text('save.done', { name: name.trim() }) });
          onDone();
        },
      }
    );
  };

  return (
    <form onSubmit={submit}>
      <Modal.Body>
        <Field.Root
          name="name"
          required
          hint={text('save.hint')}
          {...(save.isError && { error: reasonOf(save.error) })}
        >
          <Field.Label>{text('save.name')}</Field.Label>
          <Field.Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{text('dialog.cancel')}</Button>
        </Modal.Close>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {text('save.submit')}
        </Button>
      </Modal.Footer>
    </form>
  );
};

/** The name most teams would give: "Q4 2026". */
const quarterOf = (date: Date) => `Q${Math.floor(date.getMonth() / 3) + 1} ${date.getFullYear()}`;
