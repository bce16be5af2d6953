import { grouped } from '../grouped';
import { loosePathOf } from '../import/url';
import { entryKey, type EntryRef } from '../vocabulary';

/** A version of an entry, `locale` `''` for types without locales. */
export interface VersionRef extends EntryRef {
  readonly locale: string;
}

/** A published version with its path as `pathOf` makes it; `null` where its pattern gives none. */
export interface VersionPath extends VersionRef {
  readonly path: string | null;
}

/** Identity of a version; neither uids, document IDs nor locales hold a space. */
export const versionKey = (version: VersionRef): string => `${entryKey(version)} ${version.locale}`;

/** By which key of an override a path is looked up: ASCII, because some databases do not tell accents apart. */
export const overrideKey = (path: string): string =>
  encodeURI(loosePathOf(path).replaceAll(/\p{Cs}/gu, '\uFFFD')).toLowerCase();

/** The path that a key of an override is of. */
export const overridePathOf = (key: string): string => decodeURI(key);

/** Without its path. */
export const refOf = ({ uid, documentId, locale }: VersionRef): VersionRef => ({ uid, documentId, locale });

/** The entries of some versions, each once. */
export const entriesOf = (versions: readonly VersionRef[]): readonly EntryRef[] => [
  ...new Map(versions.map(({ uid, documentId }) => [entryKey({ uid, documentId }), { uid, documentId }])).values(),
];

/** Versions by their path. */
export const byPath = (versions: readonly VersionPath[]): readonly (readonly VersionPath[])[] => [
  ...grouped(versions, ({ path }) => path ?? '').values(),
];

/** A number of a path, FNV-1a in 31 bits, small to keep: two paths that share one by chance are told apart in the second pass. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
};
