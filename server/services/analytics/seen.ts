import type { Core } from '@strapi/strapi';
import type { SuggestedMoveBody } from '../../core/analytics-api';
import { suggestMoves } from '../../core/analytics/suggest-moves';
import { entriesOf, type VersionRef } from '../../core/analytics/versions';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { readAccess, type UserAbility } from '../../library/access';
import { entriesInSight } from '../../library/entries-in-sight';
import { readableDocuments, readableVersions, versionOf } from '../../library/entry-access';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import type { Matches } from './reading';

/** What became of a file's paths, as it is told. */
export interface SeenMatches extends Pick<Matches, 'mapped' | 'unmatched' | 'ambiguous'> {
  readonly readdressed: { readonly former: number; readonly moved: number };
  /** Paths of no entry that may have been the address of some. */
  readonly inDoubt: SharedPaths;
  /** Sections that seem to have moved. */
  readonly moves: readonly SuggestedMoveBody[];
}

type SharedPaths = Matches['ambiguous'];

/**
 * What became of a file's paths as one user may know it: a path of an entry out of sight is as one of no entry, or files
 * of guessed paths would find out what is published. What is counted is counted of the whole library.
 */
export const seenMatches = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  matches: Matches
): Promise<SeenMatches> => {
  const { mapped, targets, unmatched, ambiguous } = matches;
  const addressed = await typesWithAddress(strapi, ability);
  if ((await entriesInSight(strapi, ability)).isAll) {
    return { mapped, unmatched, ambiguous, ...addressesSeen(matches, ({ uid }) => addressed.has(uid)) };
  }
  const perhaps = [
    ...matches.doubts.map(({ version }) => version),
    ...matches.perhapsMoved.flatMap((one) => one.versions),
  ];
  const versions = await inChunks(strapi, ability, [...targets.values(), ...perhaps], readableVersions);
  const shared = [...ambiguous.values()].flatMap(({ entries }) => entries);
  const documents = await inChunks(strapi, ability, shared, readableDocuments);
  const seen = { paths: 0, views: 0 };
  const entries = new Set<string>();
  const others = new Map(unmatched);
  for (const [path, { views, ...target }] of targets) {
    if (versions.has(seenKey(target))) {
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
  return {
    mapped: { ...seen, entries: entries.size },
    unmatched: others,
    ambiguous: stillShared,
    ...addressesSeen(matches, (version) => addressed.has(version.uid) && versions.has(seenKey(version))),
  };
};

/** Types of which the user may see all fields that addresses are made of: a prefix shows some of them. */
export const typesWithAddress = async (strapi: Core.Strapi, ability: UserAbility): Promise<ReadonlySet<string>> => {
  const contentTypes = service(strapi, 'contentTypes');
  const locales = (await contentTypes.locales()).map(({ code }) => code);
  const access = await readAccess(strapi, ability, await contentTypes.audited(), locales);
  return new Set([...access.values()].flatMap(({ uid, visible }) => (visible.path ? [uid] : [])));
};

const seenKey = ({ uid, documentId, locale }: VersionRef): string => `${uid} ${versionOf(documentId, locale)}`;

/** What is known of addresses that changed, of versions in sight. */
const addressesSeen = (
  { readdressed, doubts, perhapsMoved }: Matches,
  isSeen: (version: VersionRef) => boolean
): Pick<SeenMatches, 'readdressed' | 'inDoubt' | 'moves'> => {
  const ways = [...readdressed.values()].filter(({ version }) => isSeen(version)).map(({ how }) => how);
  const versions = new Map<string, { readonly views: number; readonly versions: VersionRef[] }>();
  for (const { path, views, version } of doubts) {
    if (!isSeen(version)) continue;
    const known = versions.get(path);
    if (known === undefined) versions.set(path, { views, versions: [version] });
    else known.versions.push(version);
  }
  return {
    readdressed: {
      former: ways.filter((how) => how === 'former').length,
      moved: ways.filter((how) => how === 'moved').length,
    },
    inDoubt: new Map(
      [...versions].map(([path, one]) => [path, { views: one.views, entries: entriesOf(one.versions) }])
    ),
    moves: suggestMoves(perhapsMoved.map((one) => ({ ...one, versions: one.versions.filter(isSeen) }))),
  };
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
