import type { EvidenceBody } from '../../core/consumption-api';
import type { EntryRef } from '../../core/vocabulary';

/** What an audit found of the consumption of entries and files. */
export interface EvidenceReader {
  /** Of some entries, by `entryKey`; those that are not under audit are in none. */
  readonly ofEntries: (entries: readonly EntryRef[]) => Promise<ReadonlyMap<string, EvidenceBody>>;
  /** Of files by their own downloads, by id. */
  readonly ofFiles: (
    files: readonly { readonly id: number; readonly documentId: string; readonly createdAt: number }[]
  ) => Promise<ReadonlyMap<number, EvidenceBody>>;
}

export const noEvidence: EvidenceReader = {
  ofEntries: () => Promise.resolve(new Map()),
  ofFiles: () => Promise.resolve(new Map()),
};
