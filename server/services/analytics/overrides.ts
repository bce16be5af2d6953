import type { Core } from '@strapi/strapi';
import type { MappedPathBody, PathOverrideBody, PathOverrideInput } from '../../core/analytics-api';
import { overrideKey, overridePathOf } from '../../core/analytics/versions';
import { pathOf } from '../../core/import/url';
import { invalid, Refusal } from '../../core/refusal';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { SessionUser } from '../../http/session';
import { entriesInSight } from '../../library/entries-in-sight';
import { existingVersions, publishedLocales, versionName } from '../../library/entries';
import { readableVersions, versionOf } from '../../library/entry-access';
import { readUserNames } from '../../library/owners';
import { listOverrides, standingOf, writeOverride } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { requireReadableEntry } from '../locked-entry';
import { namedEntries } from './bodies';

/** As long as its column. */
const LONGEST = 700;

/** Maps a path to a published version of an entry that the user may read, or leaves it to the patterns again. */
export const overridePath = async (
  strapi: Core.Strapi,
  { path, entry }: PathOverrideInput,
  { ability, userId }: SessionUser
): Promise<PathOverrideBody> => {
  const key = overrideKey(pathOf(path));
  if (key.length > LONGEST) throw invalid('path', `\`path\`: it is longer than ${LONGEST} characters.`);
  if (entry !== null) await requireReadableEntry(strapi, entry, ability);
  const target = entry && {
    uid: entry.uid,
    documentId: entry.documentId,
    locale: await localeOf(strapi, entry, path, ability),
  };
  const sight = await entriesInSight(strapi, ability);
  await inTransaction(strapi, async (trx) => {
    const standing = await standingOf(trx, key, sight);
    // Nothing to take back, as far as the user may know: what others have mapped out of his sight stays.
    if (target === null && standing !== 'seen') throw notMapped(path);
    if (standing === 'hidden') throw taken(path);
    await writeOverride(trx, key, target, { userId, at: Date.now() });
  });
  return { path: pathOf(path), entry: target };
};

/** A page of what was mapped by hand to entries that the user may read. */
export const mappedPaths = async (
  strapi: Core.Strapi,
  page: { readonly limit: number; readonly offset: number },
  { ability }: SessionUser
): Promise<{ readonly paths: readonly MappedPathBody[]; readonly total: number }> => {
  const sight = await entriesInSight(strapi, ability);
  const { overrides, total } = await inTransaction(strapi, (trx) => listOverrides(trx, page, sight));
  const targets = overrides.map(({ target: { uid, documentId } }) => ({ uid, documentId }));
  const named = await namedEntries(strapi, ability, targets);
  // A locale goes without the entry.
  const there = await existingVersions(strapi, targets);
  const names = await readUserNames(
    strapi,
    overrides.flatMap(({ userId }) => userId ?? [])
  );
  const paths = overrides.map(({ key, target, userId, at }) => {
    const entry = named.get(entryKey(target));
    return {
      path: overridePathOf(key),
      entry: entry === undefined || !there.has(versionName(target)) ? null : { ...entry, locale: target.locale },
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
