import type { EvidenceBody } from '../consumption-api';
import type { EntryRef } from '../vocabulary';
import { seenThrough, type MeasuredBy } from './seen-through';
import { NOT_MEASURED } from '../evidence/not-measured';

/** How a file is used: in what customers can read, only in drafts, or nowhere that we can see. */
export const USAGES = ['published', 'draft', 'unreferenced'] as const;
export type Usage = (typeof USAGES)[number];

/** An entry that shows a file or links to it, in a published version or only in a draft. */
export interface FileUse extends EntryRef {
  readonly isPublished: boolean;
}

/** All that is found out about one file. */
export interface JudgedFile {
  readonly usage: Usage;
  /** Some of the entries, published ones first. */
  readonly uses: readonly FileUse[];
  /** How many entries there are. */
  readonly usedBy: number;
  readonly evidence: EvidenceBody;
}

/** So many entries are named of a file. */
export const NAMED_USES = 20;

/** Used in a draft alone is not unreferenced: somebody is about to publish it. */
export const usageOf = (uses: Iterable<Pick<FileUse, 'isPublished'>>): Usage => {
  let usage: Usage = 'unreferenced';
  for (const { isPublished } of uses) {
    if (isPublished) return 'published';
    usage = 'draft';
  }
  return usage;
};

/** Judges one file use by use: a picture may stand in every entry there is. Each entry once. */
export const createFileJudge = (
  file: { readonly measuredBy: MeasuredBy; readonly ownEvidence: EvidenceBody },
  evidenceOf: (entry: EntryRef) => EvidenceBody | undefined
) => {
  const named: { readonly published: FileUse[]; readonly draft: FileUse[] } = { published: [], draft: [] };
  let usedBy = 0;
  let seen: EvidenceBody | null = null;
  return {
    add(use: FileUse): void {
      usedBy += 1;
      const list = use.isPublished ? named.published : named.draft;
      if (list.length < NAMED_USES) list.push(use);
      // What stands in a draft alone, customers have not seen there.
      if (!use.isPublished) return;
      const evidence = evidenceOf(use) ?? NOT_MEASURED;
      seen = seen === null ? evidence : seenThrough(seen, evidence);
    },
    result(): JudgedFile {
      const uses = [...named.published, ...named.draft].slice(0, NAMED_USES);
      const usage = usageOf(uses);
      return { usage, uses, usedBy, evidence: evidenceFor(file, usage, seen) };
    },
  };
};

const evidenceFor = (
  { measuredBy, ownEvidence }: { readonly measuredBy: MeasuredBy; readonly ownEvidence: EvidenceBody },
  usage: Usage,
  seen: EvidenceBody | null
): EvidenceBody => {
  if (measuredBy === 'downloads') {
    // Nobody could follow a link that stands in a draft alone.
    return usage === 'draft' && (ownEvidence.views ?? 0) === 0 ? UNPUBLISHED : ownEvidence;
  }
  const through = seen ?? (usage === 'draft' ? UNPUBLISHED : NOT_MEASURED);
  // Pictures are linked to as well, and what was opened has been seen.
  return ownEvidence.grade === 'consumed' ? seenThrough(through, ownEvidence) : through;
};

const UNPUBLISHED: EvidenceBody = { ...NOT_MEASURED, grade: 'unpublished', reason: null };
