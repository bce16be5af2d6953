/** What an audit should say of a library, worked out a second time and naively: from Document Service reads, in lists. */
import type { Counted } from '../../server/core/api';
import { DEFAULT_POLICY } from '../../server/core/policy';
import type { Host } from './host';
import { documents } from './library';

/** One version of an entry as the Document Service shows it. */
export interface ExpectedVersion {
  readonly locale: string | null;
  readonly status: 'draft' | 'published' | 'modified';
  readonly title: string | null;
  readonly updatedAt: number;
  readonly createdAt: number;
  readonly contentDate: number | null;
  readonly expiresAt: number | null;
  readonly owner: string | null;
  readonly shown: Readonly<Record<string, unknown>>;
  readonly current: boolean;
}

/** One entry with everything that a filter may ask of it. */
export interface ExpectedEntry {
  readonly uid: string;
  readonly documentId: string;
  readonly versions: readonly ExpectedVersion[];
  readonly pairs: readonly string[];
  readonly isExcluded: boolean;
}

/** Which of a type's fields mean what. */
export interface ExpectedType {
  readonly uid: string;
  readonly title: string;
  readonly date?: string;
  readonly expiry?: string;
}

/** What the heatmap can be asked. */
export interface ExpectedFilter {
  readonly counted: Counted;
  readonly contentType?: string | undefined;
  readonly locale?: string | undefined;
}

const MONTH = 30.436875 * 86_400_000;
const LOCALES = ['en', 'de', 'fr'];

/** Every entry of the given types, read through the Document Service and our own content types. */
export const expectedEntries = async (
  host: Host,
  types: readonly ExpectedType[]
): Promise<readonly ExpectedEntry[]> => {
  const tags = await host.strapi.db.query('plugin::content-strategy.tag').findMany({});
  const exclusions = await host.strapi.db.query('plugin::content-strategy.exclusion').findMany({});
  const entries: ExpectedEntry[] = [];
  for (const type of types) {
    const versions = await versionsOf(host, type);
    for (const documentId of new Set(versions.map((version) => version.documentId))) {
      entries.push({
        uid: type.uid,
        documentId,
        versions: versions.filter((version) => version.documentId === documentId),
        pairs: tags
          .filter((tag) => tag.entryUid === type.uid && tag.entryDocumentId === documentId)
          .map((tag) => `${tag.persona || '-'}.${tag.stage || '-'}`),
        isExcluded: exclusions.some((one) => one.entryUid === type.uid && one.entryDocumentId === documentId),
      });
    }
  }
  return entries;
};

/** Whether an entry counts under a filter, and as what. */
export const countsAs = (
  { uid, versions, pairs }: ExpectedEntry,
  { counted, contentType, locale }: ExpectedFilter
): 'current' | 'old' | null => {
  if (contentType !== undefined && contentType !== uid) return null;
  if (counted === 'dedicated' && !isDedicated(pairs)) return null;
  const asked = versions.filter(
    (version) => locale === undefined || version.locale === null || version.locale === locale
  );
  const published = asked.filter(({ status }) => status !== 'draft');
  const counting = counted === 'all' && published.length === 0 ? asked : published;
  if (counting.length === 0) return null;
  return counting.some(({ current }) => current) ? 'current' : 'old';
};

/** For one or two personas and one or two stages, and not for everyone; retired ones do not count. */
export const isDedicated = (pairs: readonly string[]): boolean => {
  const cells = livePairs(pairs).filter((pair) => !pair.includes('-'));
  const sides = (side: 0 | 1) => new Set(cells.map((pair) => pair.split('.')[side]));
  return cells.length > 0 && !sides(0).has('everyone') && sides(0).size <= 2 && sides(1).size <= 2;
};

/** Without pairs of the persona `hr` and the stage `legacy`, which the libraries of tests have retired. */
export const livePairs = (pairs: readonly string[]): readonly string[] =>
  pairs.filter((pair) => !pair.startsWith('hr.') && !pair.endsWith('.legacy'));

/** `placed`, `to-place` or `excluded`. */
export const placementOf = ({ pairs, isExcluded }: ExpectedEntry): string => {
  if (isExcluded) return 'excluded';
  return livePairs(pairs).some((pair) => !pair.includes('-')) ? 'placed' : 'to-place';
};

type Read = ExpectedVersion & { readonly documentId: string };

const versionsOf = async (host: Host, type: ExpectedType): Promise<readonly Read[]> => {
  const model = host.strapi.contentTypes[type.uid as 'api::article.article'];
  if (model === undefined) throw new Error(`no type ${type.uid}`);
  const isLocalized = (model.pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true;
  const hasDrafts = model.options?.draftAndPublish === true;
  const populate = ['createdBy', 'category', 'author'].filter((name) => name in model.attributes);
  const read = async (status: string, locale?: string) =>
    documents(host, type.uid).findMany({ status, populate, ...(locale !== undefined && { locale }) });
  const versions: Read[] = [];
  for (const locale of isLocalized ? LOCALES : [undefined]) {
    const published = await read('published', locale);
    const drafts = hasDrafts ? await read('draft', locale) : [];
    for (const documentId of new Set([...drafts, ...published].map((row) => String(row['documentId'])))) {
      const isSame = (row: Row): boolean => row['documentId'] === documentId;
      versions.push({
        documentId,
        ...versionOf(type, locale ?? null, drafts.find(isSame), published.find(isSame)),
      });
    }
  }
  return versions;
};

type Row = Readonly<Record<string, unknown>>;

const versionOf = (
  { title, date, expiry }: ExpectedType,
  locale: string | null,
  draft: Row | undefined,
  published: Row | undefined
): ExpectedVersion => {
  const shown = published ?? draft ?? {};
  const at = (row: Row | undefined, field: string | undefined): number | null =>
    field === undefined || row?.[field] == null ? null : new Date(row[field] as string).getTime();
  const edits = [at(draft, 'updatedAt'), at(published, 'updatedAt')].map((edit) => edit ?? 0);
  const [draftEdit = 0, publishedEdit = 0] = edits;
  const updatedAt = Math.max(...edits);
  const contentDate = at(shown, date);
  const expiresAt = at(shown, expiry);
  const creator = (draft ?? shown)['createdBy'] as { firstname: string; lastname: string } | null | undefined;
  return {
    locale,
    status: !published ? 'draft' : draft && draftEdit > publishedEdit ? 'modified' : 'published',
    title: (shown[title] as string | null | undefined) ?? null,
    updatedAt,
    createdAt: at(shown, 'createdAt') ?? 0,
    contentDate,
    expiresAt,
    owner: creator ? `${creator.firstname} ${creator.lastname}` : null,
    shown,
    current:
      Date.now() - (contentDate ?? updatedAt) <= DEFAULT_POLICY.currentMonths * MONTH &&
      (expiresAt === null || expiresAt > Date.now()),
  };
};
