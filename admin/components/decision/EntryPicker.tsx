import { useState } from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import type { InventoryRow } from '../../../server/core/api';
import type { NamedEntry } from '../../../server/core/placing-api';
import { entryKey, type EntryRef } from '../../../server/core/vocabulary';
import { useEntrySearch } from '../../api/inventory';
import { useText } from '../text';

interface Props {
  readonly value: NamedEntry | null;
  /** Not offered. */
  readonly except?: EntryRef | undefined;
  readonly onChange: (entry: NamedEntry | null) => void;
}

/** One entry out of all, searched for by title or path. */
export const EntryPicker = ({ value, except, onChange }: Props) => {
  const text = useText();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useEntrySearch(search);
  const nameOf = useOptionNames(data?.data ?? []);
  const found = (data?.data ?? []).filter((row) => !except || entryKey(row) !== entryKey(except));
  // The field forgets a value that is not among its options.
  const isFound = value !== null && found.some((row) => entryKey(row) === entryKey(value));
  const offered: readonly NamedEntry[] = value === null || isFound ? found : [value, ...found];

  return (
    <Combobox
      value={value ? entryKey(value) : ''}
      placeholder={text('decision.entry.choose')}
      loading={isFetching}
      loadingMessage={text('loading')}
      noOptionsMessage={() => text('decision.entry.none')}
      clearLabel={text('filter.clear')}
      // The server has compared; its answer is not narrowed by the title once more.
      autocomplete="none"
      onInputChange={({ target }) => setSearch(target.value.trim())}
      onChange={(key) => {
        const entry = offered.find((candidate) => entryKey(candidate) === key);
        // Left empty, the field names none.
        onChange(
          entry ? { uid: entry.uid, documentId: entry.documentId, title: entry.title ?? entry.documentId } : null
        );
      }}
      onClear={() => onChange(null)}
    >
      {offered.map((entry) => (
        <ComboboxOption key={entryKey(entry)} value={entryKey(entry)} textValue={nameOf(entry)}>
          {nameOf(entry)}
        </ComboboxOption>
      ))}
    </Combobox>
  );
};

/** Names that no two options share: the field chooses by its text. */
const useOptionNames = (rows: readonly InventoryRow[]) => {
  const text = useText();
  return (entry: NamedEntry): string => {
    const row = rows.find((candidate) => entryKey(candidate) === entryKey(entry));
    if (!row) return entry.title ?? entry.documentId;
    const { title, contentType: type } = row;
    const isAlone = rows.every((other) => other === row || other.title !== title || other.contentType !== type);
    return isAlone
      ? text('decision.entry', { title, type })
      : text('decision.entry.alike', { title, type, which: row.path ?? row.documentId });
  };
};
