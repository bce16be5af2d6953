import { useState } from 'react';
import { Button } from '@strapi/design-system';
import type { InventoryRow } from '../../../server/core/api';
import { BulkDialog } from '../../components/place/BulkDialog';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { DecisionCell } from '../inventory/DecisionCell';

/** What is decided about the entry; before that, *Keep, because …*. */
export const DecidedOrKeepCell = ({ row }: { readonly row: InventoryRow }) => {
  const { can } = useNaming();
  if (row.decision) return <DecisionCell row={row} />;
  return can.tag && <Keep row={row} />;
};

const Keep = ({ row: { uid, documentId, title } }: { readonly row: InventoryRow }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        aria-haspopup="dialog"
        style={{ whiteSpace: 'nowrap' }}
        aria-label={text('keep.open.for', { title })}
        onClick={() => setOpen(true)}
      >
        {text('keep.open')}
      </Button>
      {isOpen && (
        <BulkDialog
          work="keep"
          target={{ entries: [{ uid, documentId }] }}
          count={1}
          onClose={() => setOpen(false)}
          onPlaced={() => setOpen(false)}
        />
      )}
    </>
  );
};
