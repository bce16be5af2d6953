import { useState } from 'react';
import type { InventoryRow } from '../../../server/core/api';
import type { EntryRef } from '../../../server/core/vocabulary';

/** Entries chosen one by one, over several pages if need be, or all that the list's filter matches. */
export type Selection = { readonly kind: 'some'; readonly entries: readonly EntryRef[] } | { readonly kind: 'all' };

const NONE: Selection = { kind: 'some', entries: [] };

/** What is selected in the list of one filter: another filter starts with nothing. */
export const useSelection = (filter: string, rows: readonly InventoryRow[]) => {
  const [held, setHeld] = useState<Held>({ filter, selection: NONE });
  const selection = held.filter === filter ? held.selection : NONE;
  const select = (next: Selection) => setHeld({ filter, selection: next });
  const isSelected = (entry: EntryRef) =>
    selection.kind === 'all' || selection.entries.some((other) => isSame(other, entry));
  const onPage = rows.filter(isSelected).length;

  return {
    selection,
    isSelected,
    page: onPage === 0 ? false : onPage === rows.length || ('indeterminate' as const),
    /** One entry in or out; out of all, the page's others remain. */
    toggle(entry: EntryRef) {
      const chosen = selection.kind === 'all' ? rows.map(refOf) : selection.entries;
      const rest = chosen.filter((other) => !isSame(other, entry));
      select({ kind: 'some', entries: isSelected(entry) ? rest : [...rest, refOf(entry)] });
    },
    /** The whole page in, or out when it is in already. */
    togglePage() {
      const elsewhere =
        selection.kind === 'all' ? [] : selection.entries.filter((other) => !rows.some((row) => isSame(row, other)));
      select({ kind: 'some', entries: onPage === rows.length ? elsewhere : [...elsewhere, ...rows.map(refOf)] });
    },
    selectAll: () => select({ kind: 'all' }),
    clear: () => select(NONE),
  };
};

interface Held {
  readonly filter: string;
  readonly selection: Selection;
}

const isSame = (a: EntryRef, b: EntryRef) => a.uid === b.uid && a.documentId === b.documentId;

const refOf = ({ uid, documentId }: EntryRef): EntryRef => ({ uid, documentId });
