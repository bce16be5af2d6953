import type { Core } from '@strapi/strapi';
import type { AuditBody, Counted } from '../../core/api';
import type { CountFilter, Snapshot } from '../../core/coverage/snapshot';
import { dayAt } from '../../core/evidence/day';
import { spanOf, type PeriodKey, type PeriodSpan } from '../../core/evidence/period';
import { Refusal } from '../../core/refusal';
import { readAccess, type TypeAccess, type UserAbility } from '../../library/access';
import { service } from '..';

/** What every reader of an audit may ask. */
export interface ViewQuery {
  readonly audit?: number | undefined;
  readonly contentType?: string | undefined;
  readonly locale?: string | undefined;
  readonly period?: PeriodKey | undefined;
}

/** One audit as one user may see it: the only way from a request to numbers and rows. */
export interface View {
  readonly ability: UserAbility;
  readonly audit: AuditBody;
  readonly snapshot: Snapshot;
  readonly locale: string | null;
  /** Of which days views are asked for; `null`: of all that are known. */
  readonly period: PeriodSpan | null;
  readonly types: readonly ViewedType[];
  /** Whether every version of every type counts: then numbers judged over all versions hold. */
  readonly isWhole: boolean;
  /** Whether no condition hides an entry of its types: then the numbers of the audit are those of the user's lists. */
  readonly isOpen: boolean;
  readonly counting: (counted: Counted) => CountFilter;
}

export interface ViewedType extends Pick<TypeAccess, 'uid' | 'visible' | 'documents'> {
  readonly displayName: string;
  readonly kind: 'collectionType' | 'singleType';
  readonly localized: boolean;
  /** The locales that the user may read. */
  readonly readable: readonly string[] | 'all';
  /** Of these, the ones that count under the filter. */
  readonly locales: readonly string[] | 'all';
}

/** Opens an audit for a user. Refuses unknown audits, content types and locales by name, and periods of any audit but the newest. */
export const openView = async (strapi: Core.Strapi, query: ViewQuery, ability: UserAbility): Promise<View> => {
  const { audit, snapshot } = await service(strapi, 'audit').snapshot(query.audit);
  const period = query.period === undefined ? null : spanOf(query.period, dayAt(Date.parse(audit.startedAt)));
  if (period !== null) await assertNewest(strapi, audit);
  const contentTypes = service(strapi, 'contentTypes');
  const settings = await contentTypes.known(snapshot.contentTypes);
  const locales = (await contentTypes.locales()).map(({ code }) => code);
  const read = new Map(snapshot.contentTypes.map(({ uid, fields }) => [uid, fields]));
  const access = await readAccess(strapi, ability, settings, locales, (uid) => read.get(uid));
  const locale = query.locale ?? null;
  if (locale !== null) assertLocale(locale, locales);
  const readable = snapshot.contentTypes.flatMap(({ uid, ...type }) => {
    const own = access.get(uid);
    return own === undefined ? [] : [{ ...type, ...own, readable: own.locales }];
  });
  if (query.contentType !== undefined && !readable.some(({ uid }) => uid === query.contentType)) {
    throw new Refusal(
      'invalid',
      `\`contentType\`: "${query.contentType}" is no content type under audit that you may read.`,
      {
        field: 'contentType',
        known: readable.map(({ uid }) => uid),
      }
    );
  }
  const types = readable
    .filter(({ uid }) => query.contentType === undefined || uid === query.contentType)
    .flatMap((type) => underLocale(type, locale));
  const localesOf = new Map(types.map((type) => [type.uid, type.locales]));
  return {
    ability,
    audit,
    snapshot,
    locale,
    period,
    types,
    isWhole: locale === null && types.every((type) => type.locales === 'all'),
    isOpen: types.every(({ documents }) => documents === null),
    counting: (counted) => ({ counted, localesOf: (uid) => localesOf.get(uid) ?? null }),
  };
};

/** The newest audit as a user may see it; `null` before the first. */
export const newestView = async (strapi: Core.Strapi, query: ViewQuery, ability: UserAbility): Promise<View | null> => {
  if ((await service(strapi, 'audit').latest()) === null) return null;
  return openView(strapi, query, ability);
};

/** Types without locales count under every locale. */
const underLocale = (type: ViewedType, locale: string | null): readonly ViewedType[] => {
  if (!type.localized) return [{ ...type, locales: 'all' }];
  if (locale === null) return [type];
  return type.locales === 'all' || type.locales.includes(locale) ? [{ ...type, locales: [locale] }] : [];
};

/** What was counted of rows is kept of the newest audit alone: beside those of an earlier one it would be of other days. */
const assertNewest = async (strapi: Core.Strapi, { id }: AuditBody): Promise<void> => {
  if ((await service(strapi, 'audit').latest())?.id === id) return;
  throw new Refusal('invalid', '`period`: views of a period are known of the newest audit only; leave out `audit`.', {
    field: 'period',
  });
};

const assertLocale = (locale: string, known: readonly string[]): void => {
  if (known.includes(locale)) return;
  throw new Refusal(
    'invalid',
    `\`locale\`: "${locale}" is no locale of this Strapi; it has ${known.join(', ') || 'none'}.`,
    { field: 'locale', known }
  );
};
