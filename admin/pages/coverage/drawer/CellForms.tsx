import { useState, type FormEvent } from 'react';
import { Box, Button, Field, Flex, NumberInput, Textarea } from '@strapi/design-system';
import type { CellInput, CoverageCell } from '../../../../server/core/api';
import { useText } from '../../../components/text';

interface FormProps {
  readonly pending: boolean;
  readonly onSave: (input: CellInput) => void;
  readonly onCancel: () => void;
}

/** The cell's own target, or the stage's again. */
export const TargetForm = ({ cell, pending, onSave, onCancel }: FormProps & { readonly cell: CoverageCell }) => {
  const text = useText();
  const [target, setTarget] = useState<number | undefined>(cell.target);
  return (
    <InlineForm
      pending={pending}
      onSubmit={() => onSave({ target: target ?? null })}
      onCancel={onCancel}
      extra={
        <Button variant="ghost" size="S" onClick={() => onSave({ target: null })}>
          {text('cell.settings.target.default')}
        </Button>
      }
    >
      <Field.Root name="target" hint={text('cell.settings.target.hint')}>
        <Field.Label>{text('cell.settings.target.label')}</Field.Label>
        <NumberInput
          autoFocus
          {...(target !== undefined && { value: target })}
          step={1}
          min={1}
          max={1000}
          onValueChange={setTarget}
        />
        <Field.Hint />
      </Field.Root>
    </InlineForm>
  );
};

/** Why nothing is needed here: without a reason the next reader would ask. */
export const NotNeededForm = ({ pending, onSave, onCancel }: FormProps) => {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <InlineForm
      pending={pending}
      incomplete={reason.trim() === ''}
      onSubmit={() => onSave({ notNeeded: reason.trim() })}
      onCancel={onCancel}
    >
      <Field.Root name="reason" required hint={text('cell.settings.notNeeded.hint')}>
        <Field.Label>{text('cell.settings.notNeeded.label')}</Field.Label>
        <Textarea autoFocus value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
        <Field.Hint />
      </Field.Root>
    </InlineForm>
  );
};

interface InlineFormProps {
  readonly pending: boolean;
  readonly incomplete?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly extra?: React.ReactNode;
  readonly children: React.ReactNode;
}

const InlineForm = ({ pending, incomplete = false, onSubmit, onCancel, extra, children }: InlineFormProps) => {
  const text = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Box tag="form" onSubmit={submit}>
      {children}
      <Flex gap={2} paddingTop={3}>
        <Button type="submit" size="S" loading={pending} disabled={incomplete}>
          {text('dialog.save')}
        </Button>
        <Button variant="tertiary" size="S" onClick={onCancel}>
          {text('dialog.cancel')}
        </Button>
        {extra}
      </Flex>
    </Box>
  );
};
