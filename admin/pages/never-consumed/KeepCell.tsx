import { useState } from 'react';
import { Button } from '@strapi/design-system';
import type { InventoryRow } from '../../../server/core/api';
import { BulkDialog } from '../../components/place/BulkDialog';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';

/** *Keep, because …* for one entry. */
export const KeepCell = ({ row: { uid, documentId, title } }: { readonly row: InventoryRow }) => {
  const text = useText();
  const { can } = useNaming();
  const [isOpen, setOpen] = useState(false);
  if (!can.tag) return null;
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        aria-haspopup="dialog"
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
