import type { Core } from '@strapi/strapi';
import type { InventoryQuery } from '../core/api';
import { MAX_AT_ONCE } from '../core/placing-api';
import { invalid, Refusal } from '../core/refusal';
import { entryKey, type EntryRef } from '../core/vocabulary';
import type { UserAbility } from '../library/access';
import { readableDocuments } from '../library/entry-access';
import { service } from '.';
import { yieldToHost } from './audit/pace';
import { chunksOf, idsOf, inKeyOrder } from './placing/chunks';

/** Entries named one by one, or all that a list shows as of the newest audit. */
export interface Selection {
  readonly entries?: readonly EntryRef[];
  readonly filter?: InventoryQuery;
}

/**
 * The entries of a selection that the user may read, each once; at most MAX_AT_ONCE. Of those named one by one each must
 * be there; of a list as of an audit some may have gone since.
 */
export const selectEntries = async (
  strapi: Core.Strapi,
  { entries, filter }: Selection,
  ability: UserAbility
): Promise<readonly EntryRef[]> => {
  const found: EntryRef[] = [];
  for (const chunk of chunksOf(inKeyOrder(unique(entries ?? (await listed(strapi, filter ?? {}, ability)))))) {
    const { uid } = chunk[0];
    await service(strapi, 'contentTypes').requireAudited(uid);
    const readable = await readableDocuments(strapi, ability, uid, idsOf(chunk));
    const missing = chunk.find(({ documentId }) => !readable.has(documentId));
    if (missing && entries !== undefined) throw notThere(missing);
    found.push(...chunk.filter(({ documentId }) => readable.has(documentId)));
    await yieldToHost();
  }
  return found;
};

const listed = async (
  strapi: Core.Strapi,
  filter: InventoryQuery,
  ability: UserAbility
): Promise<readonly EntryRef[]> => {
  const entries: EntryRef[] = [];
  for await (const { uid, documentId } of await service(strapi, 'inventory').stream(filter, ability)) {
    entries.push({ uid, documentId });
    if (entries.length > MAX_AT_ONCE) throw tooMany();
  }
  return entries;
};

const unique = (entries: readonly EntryRef[]): readonly EntryRef[] => [
  ...new Map(entries.map((entry) => [entryKey(entry), entry])).values(),
];

const tooMany = (): Refusal =>
  invalid('filter', `\`filter\`: more than ${MAX_AT_ONCE} entries match; narrow it, by content type for one.`);

const notThere = ({ uid, documentId }: EntryRef): Refusal =>
  new Refusal('not-found', `\`entries\`: there is no entry "${documentId}" of "${uid}", or you may not read it.`, {
    field: 'entries',
    uid,
    documentId,
  });
