import type { Core } from '@strapi/strapi';
import type { PathMatches } from '../../core/analytics/match';
import type { VersionRef } from '../../core/analytics/versions';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { entriesInSight } from '../../library/entries-in-sight';
import { readableDocuments, readableVersions, versionOf } from '../../library/entry-access';
import { yieldToHost } from '../audit/pace';

/** What became of a file's paths, as it is told. */
export type SeenMatches = Pick<PathMatches, 'mapped' | 'unmatched' | 'ambiguous'>;

/**
 * What became of a file's paths as one user may know it: a path of an entry out of sight is as one of no entry, or files
 * of guessed paths would find out what is published. What is counted is counted of the whole library.
 */
export const seenMatches = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  { mapped, targets, unmatched, ambiguous }: PathMatches
): Promise<SeenMatches> => {
  if ((await entriesInSight(strapi, ability)).isAll) return { mapped, unmatched, ambiguous };
  const versions = await inChunks(strapi, ability, [...targets.values()], readableVersions);
  const shared = [...ambiguous.values()].flatMap(({ entries }) => entries);
  const documents = await inChunks(strapi, ability, shared, readableDocuments);
  const seen = { paths: 0, views: 0 };
  const entries = new Set<string>();
  const others = new Map(unmatched);
  for (const [path, { views, ...target }] of targets) {
    if (versions.has(`${target.uid} ${versionOf(target.documentId, target.locale)}`)) {
      seen.paths += 1;
      seen.views += views;
      entries.add(entryKey(target));
    } else others.set(path, views);
  }
  const stillShared = new Map<string, { readonly views: number; readonly entries: readonly EntryRef[] }>();
  for (const [path, { views, entries: all }] of ambiguous) {
    const own = all.filter(({ uid, documentId }) => documents.has(`${uid} ${documentId}`));
    if (own.length > 0) stillShared.set(path, { views, entries: own });
    else others.set(path, views);
  }
  return { mapped: { ...seen, entries: entries.size }, unmatched: others, ambiguous: stillShared };
};

/** Entries asked for in one query. */
const CHUNK = 500;

/** What the user may read of some entries, each with its uid before it. */
const inChunks = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  some: readonly (EntryRef | VersionRef)[],
  readable: typeof readableDocuments
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (const uid of new Set(some.map((one) => one.uid))) {
    const ids = [...new Set(some.flatMap((one) => (one.uid === uid ? one.documentId : [])))];
    for (let from = 0; from < ids.length; from += CHUNK) {
      for (const one of await readable(strapi, ability, uid, ids.slice(from, from + CHUNK))) found.add(`${uid} ${one}`);
      await yieldToHost();
    }
  }
  return found;
};
