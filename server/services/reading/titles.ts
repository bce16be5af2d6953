import type { Core } from '@strapi/strapi';
import type { NamedEntry } from '../../core/placing-api';
import type { EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readDimension } from '../../stores/audit/dimensions';
import { readTitles } from '../../stores/audit/titles';
import { inTransaction } from '../../stores/transaction';
import { newestView, type View, type ViewedType } from './view';

/** Adds to a few entries that the user may read their titles as of the newest audit, where the user may read those too. */
export const withTitles = async <Entry extends EntryRef>(
  strapi: Core.Strapi,
  entries: readonly Entry[],
  ability: UserAbility
): Promise<readonly (Entry & NamedEntry)[]> => {
  const view = entries.length === 0 ? null : await newestView(strapi, {}, ability);
  if (view === null) return entries;
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const type of view.types) {
    const documentIds = entries.filter(({ uid }) => uid === type.uid).map(({ documentId }) => documentId);
    if (documentIds.length > 0 && type.visible.title)
      titles.set(type.uid, await titlesIn(strapi, view, type, documentIds));
  }
  return entries.map((entry) => {
    const title = titles.get(entry.uid)?.get(entry.documentId);
    return title === undefined ? entry : { ...entry, title };
  });
};

const titlesIn = (
  strapi: Core.Strapi,
  { audit }: View,
  { uid, localized, readable, documents }: ViewedType,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> =>
  inTransaction(strapi, async (trx) => {
    const typeNo = (await readDimension(trx, 'type')).get(uid);
    // Which versions a role's conditions leave is not known without asking for each.
    if (typeNo === undefined || (localized && documents !== null)) return new Map();
    if (!localized || readable === 'all') return readTitles(trx, audit.id, typeNo, [0], documentIds);
    const locales = await readDimension(trx, 'locale');
    const localeNos = readable.flatMap((locale) => locales.get(locale) ?? []);
    return readTitles(trx, audit.id, typeNo, localeNos, documentIds);
  });
