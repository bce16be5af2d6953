import type { Core } from '@strapi/strapi';
import type { MergeLookup } from '../../core/import/decide';
import { shown } from '../../core/import/words';
import { readMergeChain } from '../../stores/decisions';
import { inTransaction } from '../../stores/transaction';
import type { EntryFinder } from './find-entries';

const NOWHERE = { 'document-id': '', url: '', slug: '', title: '', uid: '', 'content-type': '' };

/** Finds the entries into which others are to be merged, by document ID, else by URL, slug or title. */
export const findMerges = async (
  strapi: Core.Strapi,
  finder: EntryFinder,
  words: ReadonlySet<string>
): Promise<ReadonlyMap<string, MergeLookup>> => {
  const asked = [...words];
  const byId = await finder.byId(asked.map((word) => ({ ...NOWHERE, 'document-id': word })));
  const others = asked.filter((_, at) => byId[at]?.length === 0);
  const texts = others.map((word) => ({ ...NOWHERE, url: word, slug: word, title: word }));
  const byText = texts.length === 0 ? [] : await finder.byText(texts);
  const found = new Map<string, MergeLookup>();
  for (const [at, word] of asked.entries()) {
    const candidates = byId[at]?.length === 0 ? byText[others.indexOf(word)] : byId[at];
    const [entry, second] = candidates ?? [];
    if (entry === undefined) {
      found.set(word, { reason: `There is no entry "${shown(word)}" under audit, or you may not read it.` });
    } else if (second !== undefined) {
      found.set(word, { reason: `Several entries are called "${shown(word)}": write the document ID.` });
    } else {
      const { uid, documentId } = entry;
      const chain = await inTransaction(strapi, (trx) => readMergeChain(strapi, trx, { uid, documentId }));
      found.set(word, { entry: { uid, documentId }, chain });
    }
  }
  return found;
};
