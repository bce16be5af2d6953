import type { Core } from '@strapi/strapi';
import type { Decision } from '../../core/decision';
import type { NamedDecision } from '../../core/decisions-api';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readableDocuments } from '../../library/entry-access';
import { withTitles } from './titles';

/** A decision with the entry into which another is merged, where the user may read that. */
export type NameMerge = <D extends Decision>(decision: D) => Omit<D, 'mergeInto'> & NamedDecision;

/** Names the entries into which some others are merged: the only way from a decision to somebody who reads it. */
export const mergeNamer = async (
  strapi: Core.Strapi,
  decisions: readonly (Decision | null | undefined)[],
  ability: UserAbility
): Promise<NameMerge> => {
  const targets = decisions.flatMap((decision) => decision?.mergeInto ?? []);
  const readable: EntryRef[] = [];
  for (const uid of new Set(targets.map((one) => one.uid))) {
    const ids = [...new Set(targets.flatMap((one) => (one.uid === uid ? one.documentId : [])))];
    for (const documentId of await readableDocuments(strapi, ability, uid, ids)) readable.push({ uid, documentId });
  }
  const named = new Map(
    (await withTitles(strapi, readable, ability)).map(({ uid, documentId, title = null }) => [
      entryKey({ uid, documentId }),
      { uid, documentId, title },
    ])
  );
  return ({ mergeInto, ...decision }) => ({
    ...decision,
    mergeInto: (mergeInto && named.get(entryKey(mergeInto))) ?? null,
  });
};
