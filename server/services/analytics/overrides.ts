import type { Core } from '@strapi/strapi';
import type { MappedPathBody, PathOverrideBody, PathOverrideInput } from '../../core/analytics-api';
import { overrideKey, overridePathOf } from '../../core/analytics/versions';
import { pathOf } from '../../core/import/url';
import { invalid } from '../../core/refusal';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { SessionUser } from '../../http/session';
import { publishedLocales } from '../../library/entries';
import { readUserNames } from '../../library/owners';
import { listOverrides, writeOverride } from '../../stores/consumption/overrides';
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
  const target = entry && { uid: entry.uid, documentId: entry.documentId, locale: await localeOf(strapi, entry, path) };
  await inTransaction(strapi, (trx) => writeOverride(trx, key, target, { userId, at: Date.now() }));
  return { path: pathOf(path), entry: target };
};

/** A page of what was mapped by hand, its entries named to who may read them. */
export const mappedPaths = async (
  strapi: Core.Strapi,
  page: { readonly limit: number; readonly offset: number },
  { ability }: SessionUser
): Promise<{ readonly paths: readonly MappedPathBody[]; readonly total: number }> => {
  const { overrides, total } = await inTransaction(strapi, (trx) => listOverrides(trx, page));
  const targets = overrides.map(({ target: { uid, documentId } }) => ({ uid, documentId }));
  const named = await namedEntries(strapi, ability, targets);
  const names = await readUserNames(
    strapi,
    overrides.flatMap(({ userId }) => userId ?? [])
  );
  const paths = overrides.map(({ key, target, userId, at }) => {
    const entry = named.get(entryKey(target));
    return {
      path: overridePathOf(key),
      entry: entry === undefined ? null : { ...entry, locale: target.locale },
      by: userId === null ? null : (names.get(userId) ?? null),
      at: new Date(at).toISOString(),
    };
  });
  return { paths, total };
};

/** The asked one of its published locales, else the one that the path names first, else the first. */
const localeOf = async (
  strapi: Core.Strapi,
  entry: EntryRef & { readonly locale?: string },
  path: string
): Promise<string> => {
  const contentTypes = service(strapi, 'contentTypes');
  const order = (await contentTypes.locales()).map(({ code }) => code);
  const published = await publishedLocales(strapi, entry);
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
