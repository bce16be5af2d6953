import type { ImportCounts } from '../../../server/core/import-api';
import type { useText } from '../../components/text';

/** Entries whose placement or decision becomes another. */
export const changing = ({ created, changed, removed }: ImportCounts): number => created + changed + removed;

/** Entries that have no personas and stages any more. */
const emptied = ({ cleared, removed }: ImportCounts): number => cleared + removed;

/** What *Apply* does, as the words on it. */
export const applyText = (text: ReturnType<typeof useText>, counts: ImportCounts): string => {
  if (counts.decided > 0) return text('import.apply.change', { count: changing(counts) });
  const cleared = emptied(counts);
  const placed = changing(counts) - cleared;
  if (placed > 0 && cleared > 0) return text('import.apply.both', { placed, cleared });
  if (cleared > 0) return text('import.apply.clear', { cleared });
  return placed > 0 ? text('import.apply.place', { placed }) : text('import.apply');
};
