import { useRef, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CellInput, CoverageCell } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { useNaming } from '../../../components/VocabularyGate';
import { NotNeededForm, TargetForm } from './CellForms';
import { useSaveCell } from './use-save-cell';

/** *Not needed here* with a reason, and the cell's own target; for those who may change settings. */
export const CellSettings = ({ cell }: { readonly cell: CoverageCell }) => {
  const text = useText();
  const { can } = useNaming();
  const [editing, setEditing] = useState<'target' | 'not-needed' | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { save, isPending } = useSaveCell(cell);

  const close = () => {
    setEditing(null);
    // The form takes its focused button away with it: the keyboard would be lost, and Esc with it.
    frame.current?.focus();
  };
  const form = { pending: isPending, onSave: (input: CellInput) => save(input, close), onCancel: close };

  if (!can.settings) return null;
  return (
    <Frame ref={frame} tabIndex={-1}>
      {editing === 'target' && <TargetForm cell={cell} {...form} />}
      {editing === 'not-needed' && <NotNeededForm {...form} />}
      {editing === null && cell.notNeeded === null && (
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" size="S" onClick={() => setEditing('target')}>
            {text('cell.settings.target', { target: cell.target })}
          </Button>
          <Button variant="tertiary" size="S" onClick={() => setEditing('not-needed')}>
            {text('cell.settings.notNeeded')}
          </Button>
        </Flex>
      )}
      {editing === null && cell.notNeeded !== null && (
        <Button variant="tertiary" size="S" loading={isPending} onClick={() => save({ notNeeded: null }, close)}>
          {text('cell.settings.needed')}
        </Button>
      )}
    </Frame>
  );
};

const Frame = styled.div`
  padding-top: 1.6rem;
  outline: none;
`;
