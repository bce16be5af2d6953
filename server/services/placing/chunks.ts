import type { EntryRef } from '../../core/vocabulary';

/** Some entries of one type, read, planned and written together. */
export type Chunk<Entry extends EntryRef = EntryRef> = readonly [Entry, ...Entry[]];

/** Small enough for a turn that nobody feels. */
const CHUNK = 100;

/** Any order will do, as long as it is always the same: two writers then never wait for one another in a circle. */
export const inKeyOrder = (entries: readonly EntryRef[]): readonly EntryRef[] =>
  [...entries].sort((a, b) => compare(a.uid, b.uid) || compare(a.documentId, b.documentId));

/** Sorted entries in chunks of one type each. */
export function* chunksOf<Entry extends EntryRef>(sorted: readonly Entry[]): Generator<Chunk<Entry>> {
  for (let from = 0; ;) {
    const first = sorted[from];
    if (!first) return;
    const rest = sorted.slice(from + 1, from + CHUNK);
    const end = rest.findIndex(({ uid }) => uid !== first.uid);
    const chunk: Chunk<Entry> = [first, ...(end === -1 ? rest : rest.slice(0, end))];
    yield chunk;
    from += chunk.length;
  }
}

export const idsOf = (chunk: Chunk): readonly string[] => chunk.map(({ documentId }) => documentId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
