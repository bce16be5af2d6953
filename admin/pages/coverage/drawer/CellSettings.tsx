import { useState, type FormEvent } from 'react';
import { Box, Button, Field, Flex, NumberInput, Textarea } from '@strapi/design-system';
import type { CellInput, CoverageCell } from '../../../../server/core/api';
import { useChangeCell } from '../../../api/coverage';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { useNaming } from '../../../components/VocabularyGate';

/** *Not needed here* with a reason, and the cell's own target; for those who may change settings. */
export const CellSettings = ({ cell }: { readonly cell: CoverageCell }) => {
  const text = useText();
  const { can } = useNaming();
  const [editing, setEditing] = useState<'target' | 'not-needed' | null>(null);
  const change = useChangeCell();
  const notifyFailure = useFailureNotification();
  const save = (input: CellInput) =>
    change.mutate(
      { persona: cell.persona, stage: cell.stage, input },
      { onError: notifyFailure, onSuccess: () => setEditing(null) }
    );

  if (!can.settings) return null;
  if (editing === 'target') {
    return <TargetForm cell={cell} pending={change.isPending} onSave={save} onCancel={() => setEditing(null)} />;
  }
  if (editing === 'not-needed') {
    return <NotNeededForm pending={change.isPending} onSave={save} onCancel={() => setEditing(null)} />;
  }
  return (
    <Flex gap={2} wrap="wrap" paddingTop={4}>
      {cell.notNeeded === null ? (
        <>
          <Button variant="tertiary" size="S" onClick={() => setEditing('target')}>
            {text('cell.settings.target', { target: cell.target })}
          </Button>
          <Button variant="tertiary" size="S" onClick={() => setEditing('not-needed')}>
            {text('cell.settings.notNeeded')}
          </Button>
        </>
      ) : (
        <Button variant="tertiary" size="S" loading={change.isPending} onClick={() => save({ notNeeded: null })}>
          {text('cell.settings.needed')}
        </Button>
      )}
    </Flex>
  );
};

interface FormProps {
  readonly pending: boolean;
  readonly onSave: (input: CellInput) => void;
  readonly onCancel: () => void;
}

const TargetForm = ({ cell, pending, onSave, onCancel }: FormProps & { readonly cell: CoverageCell }) => {
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
          {...(target !== undefined && { value: target })}
          step={1}
          min={0}
          max={1000}
          onValueChange={setTarget}
        />
        <Field.Hint />
      </Field.Root>
    </InlineForm>
  );
};

const NotNeededForm = ({ pending, onSave, onCancel }: FormProps) => {
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
        <Textarea value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
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
    <Box tag="form" onSubmit={submit} paddingTop={4}>
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
