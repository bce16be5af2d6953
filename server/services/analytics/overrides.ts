import type { Core } from '@strapi/strapi';
import type { MappedPathBody, PathOverrideBody, PathOverrideInput } from '../../core/analytics-api';
import { overrideKey, overridePathOf, type VersionRef } from '../../core/analytics/versions';
import { pathOf } from '../../core/import/url';
import { invalid, Refusal } from '../../core/refusal';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { SessionUser } from '../../http/session';
import { entriesInSight } from '../../library/entries-in-sight';
import { existingVersions, publishedLocales, versionName } from '../../library/entries';
import { readableVersions, versionOf } from '../../library/entry-access';
import { readUserNames } from '../../library/owners';
import { listOverrides, removeOverride, standingOf, writeOverride } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { requireReadableEntry } from '../locked-entry';
import { namedEntries } from './bodies';

/** As long as its column. */
const LONGEST = 700;

/** Maps a path to a published version of an entry that the user may read, or to none, or leaves it to the patterns again. */
export const overridePath = async (
  strapi: Core.Strapi,
  { path, entry }: PathOverrideInput,
  { ability, userId }: SessionUser
): Promise<PathOverrideBody> => {
  const key = overrideKey(pathOf(path));
  if (key.length > LONGEST) throw invalid('path', `\`path\`: it is longer than ${LONGEST} characters.`);
  const target = entry === null || entry === 'none' ? entry : await versionOfPath(strapi, entry, path, ability);
  const sight = { ...(await entriesInSight(strapi, ability)), userId };
  await inTransaction(strapi, async (trx) => {
    const standing = await standingOf(trx, key, sight);
    // Nothing to take back, as far as the user may know: what others have mapped out of his sight stays.
    if (target === null && standing !== 'seen') throw notMapped(path);
    if (standing === 'hidden') throw taken(path);
    if (target === null) await removeOverride(trx, key);
    else await writeOverride(trx, key, target === 'none' ? null : target, { userId, at: Date.now() });
  });
  return { path: pathOf(path), entry: target };
};

/** A page of what was mapped by hand to entries that the user may read. */
export const mappedPaths = async (
  strapi: Core.Strapi,
  page: { readonly limit: number; readonly offset: number },
  { ability, userId: own }: SessionUser
): Promise<{ readonly paths: readonly MappedPathBody[]; readonly total: number }> => {
  const sight = { ...(await entriesInSight(strapi, ability)), userId: own };
  const { overrides, total } = await inTransaction(strapi, (trx) => listOverrides(trx, page, sight));
  const targets = overrides.flatMap(({ target }) =>
    target === null ? [] : { uid: target.uid, documentId: target.documentId }
  );
  const named = await namedEntries(strapi, ability, targets);
  // A locale goes without the entry.
  const there = await existingVersions(strapi, targets);
  const names = await readUserNames(
    strapi,
    overrides.flatMap(({ userId }) => userId ?? [])
  );
  const entryOf = (target: VersionRef): MappedPathBody['entry'] => {
    const entry = named.get(entryKey(target));
    return entry === undefined || !there.has(versionName(target)) ? null : { ...entry, locale: target.locale };
  };
  const paths = overrides.map(({ key, target, userId, at }) => {
    return {
      path: overridePathOf(key),
      entry: target === null ? ('none' as const) : entryOf(target),
      by: userId === null ? null : (names.get(userId) ?? null),
      at: new Date(at).toISOString(),
    };
  });
  return { paths, total };
};

const notMapped = (path: string): Refusal =>
  new Refusal('not-found', `\`path\`: "${pathOf(path)}" is not mapped by hand, or to an entry that you may not read.`, {
    field: 'path',
  });

const taken = (path: string): Refusal =>
  new Refusal('conflict', `\`path\`: "${pathOf(path)}" is mapped by hand already, to an entry that you may not read.`, {
    field: 'path',
  });

const versionOfPath = async (
  strapi: Core.Strapi,
  entry: EntryRef & { readonly locale?: string },
  path: string,
  ability: SessionUser['ability']
): Promise<VersionRef> => {
  await requireReadableEntry(strapi, entry, ability);
  const locale = await localeOf(strapi, entry, path, ability);
  return { uid: entry.uid, documentId: entry.documentId, locale };
};

/** The asked one of its published locales, else the one that the path names first, else the first. */
const localeOf = async (
  strapi: Core.Strapi,
  entry: EntryRef & { readonly locale?: string },
  path: string,
  ability: SessionUser['ability']
): Promise<string> => {
  const contentTypes = service(strapi, 'contentTypes');
  const order = (await contentTypes.locales()).map(({ code }) => code);
  const seen = await readableVersions(strapi, ability, entry.uid, [entry.documentId]);
  const published = (await publishedLocales(strapi, entry)).filter((locale) =>
    seen.has(versionOf(entry.documentId, locale))
  );
  const type = (await contentTypes.audited()).find(({ uid }) => uid === entry.uid);
  if (published.length === 0)
    throw invalid('entry', '`entry`: it is not published, so that nobody can have viewed it.');
  if (type?.localized !== true) return '';
  const { locale } = entry;
  if (locale !== undefined && !published.includes(locale)) {
    throw invalid(
      'entry.locale',
      `\`entry.locale\`: it is not published in "${locale}", but in ${published.join(', ')}.`
    );
  }
  const [folder = ''] = pathOf(path).split('/').filter(Boolean);
  const named = published.find((code) => code.toLowerCase() === folder.toLowerCase());
  return locale ?? named ?? order.find((code) => published.includes(code)) ?? published[0] ?? '';
};
