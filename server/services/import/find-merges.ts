import type { Core } from '@strapi/strapi';
import type { MergeLookup } from '../../core/import/decide';
import type { RowDecision } from '../../core/import/decision-cells';
import { leadsBack } from '../../core/merge-circle';
import { shown } from '../../core/import/words';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { readMergesFrom } from '../../stores/merges';
import { inTransaction } from '../../stores/transaction';
import { yieldToHost } from '../audit/pace';
import type { Candidate, EntryFinder } from './find-entries';

/** What a sheet's words for entries to merge into stand for. */
export interface Merges {
  readonly lookUp: (words: string) => MergeLookup | undefined;
  /** Whether an entry would in the end go into itself, by what the sheet says and else by what is decided. */
  readonly leadsBack: (entry: EntryRef, target: EntryRef) => boolean;
}

/** Rows about decisions, by entry. */
export type DecidedRows = ReadonlyMap<string, ReadonlyMap<string, readonly { readonly decision?: RowDecision }[]>>;

/** Finds the entries into which others are to be merged, by document ID, else by URL, slug or title. */
export const findMerges = async (
  strapi: Core.Strapi,
  finder: EntryFinder,
  words: ReadonlySet<string>,
  rows: DecidedRows
): Promise<Merges> => {
  const found = await findWords(finder, [...words]);
  const targets = [...found.values()].flatMap((one) => ('entry' in one ? one.entry : []));
  const decided = await inTransaction(strapi, (trx) => readMergesFrom(strapi, trx, targets));
  const nextOf = (entry: EntryRef): EntryRef | null | undefined => {
    const said =
      rows
        .get(entry.uid)
        ?.get(entry.documentId)
        ?.flatMap(({ decision }) => decision ?? []) ?? [];
    const named = said.find(({ mergeInto }) => mergeInto)?.mergeInto;
    const target = named === undefined ? undefined : found.get(named);
    if (target && 'entry' in target) return target.entry;
    const isOther = said.some(({ kind }) => kind && kind !== 'merge');
    return isOther ? null : decided.get(entryKey(entry));
  };
  return { lookUp: (word) => found.get(word), leadsBack: (entry, target) => leadsBack(entry, target, nextOf) };
};

const NOWHERE = { 'document-id': '', url: '', slug: '', title: '', uid: '', 'content-type': '' };
/** Words looked at before the host has its turn. */
const AT_A_TIME = 2000;

const findWords = async (finder: EntryFinder, words: readonly string[]): Promise<ReadonlyMap<string, MergeLookup>> => {
  const found = new Map<string, MergeLookup>();
  const others: string[] = [];
  const byId = await finder.byId(words.map((word) => ({ ...NOWHERE, 'document-id': word })));
  for (const [at, word] of words.entries()) {
    if (byId[at]?.length) found.set(word, meant(word, byId[at]));
    else others.push(word);
    if (at % AT_A_TIME === 0) await yieldToHost();
  }
  if (others.length === 0) return found;
  const byText = await finder.byText(others.map((word) => ({ ...NOWHERE, url: word, slug: word, title: word })));
  for (const [at, word] of others.entries()) {
    found.set(word, meant(word, byText[at] ?? []));
    if (at % AT_A_TIME === 0) await yieldToHost();
  }
  return found;
};

const meant = (word: string, [entry, second]: readonly Candidate[]): MergeLookup => {
  if (entry === undefined) return { reason: `There is no entry "${shown(word)}" under audit, or you may not read it.` };
  if (second !== undefined) return { reason: `Several entries are called "${shown(word)}": write the document ID.` };
  const { uid, documentId } = entry;
  return { entry: { uid, documentId } };
};
