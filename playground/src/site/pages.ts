import type { Core, UID } from '@strapi/strapi';

/** An entry as the website shows it. */
export interface SitePage {
  readonly uid: string;
  readonly documentId: string;
  /** `''` for types without translations. */
  readonly locale: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  /** Files of the Media Library that the page links to. */
  readonly downloads: readonly { readonly name: string; readonly url: string }[];
}

/** The published entry behind a path, or `null`. */
export const findPage = async (strapi: Core.Strapi, path: string): Promise<SitePage | null> => {
  const plain = decoded(path);
  for (const type of TYPES) {
    const found = type.path.exec(plain);
    if (found === null) continue;
    const { slug, locale } = found.groups ?? {};
    const [entry] = await read(strapi, type, { ...(locale === undefined ? {} : { locale }), filters: { slug } });
    if (entry !== undefined) return toPage(type, entry);
  }
  return null;
};

/** Every page of a language, in one list for each kind of content; what has no translations is in every language. */
export const listPages = async (
  strapi: Core.Strapi,
  locale: 'en' | 'de' = 'en'
): Promise<readonly { readonly heading: string; readonly pages: readonly SitePage[] }[]> => {
  const lists = [];
  for (const type of TYPES) {
    const version = type.isLocalized ? { locale } : {};
    const entries = await read(strapi, type, { ...version, sort: 'title' });
    lists.push({ heading: type.heading, pages: entries.map((entry) => toPage(type, entry)) });
  }
  return lists;
};

/** A path that no character stands behind, `/%ff`, is no page, and Strapi's to answer. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return '';
  }
};

interface SiteType {
  readonly uid: UID.CollectionType;
  readonly heading: string;
  readonly path: RegExp;
  readonly isLocalized: boolean;
  readonly pathOf: (entry: Entry) => string;
  readonly populate?: object | '*';
}

/** The more a path says, the earlier: a landing page may stand anywhere. */
const TYPES: readonly SiteType[] = [
  {
    uid: 'api::article.article',
    heading: 'Blog',
    path: /^\/(?<locale>en|de)\/blog\/(?<slug>[^/]+)$/,
    isLocalized: true,
    pathOf: ({ locale, slug }) => `/${locale}/blog/${slug}`,
  },
  {
    uid: 'api::case-study.case-study',
    heading: 'Customers',
    path: /^\/(?<locale>en|de)\/customers\/(?<slug>[^/]+)$/,
    isLocalized: true,
    pathOf: ({ locale, slug }) => `/${locale}/customers/${slug}`,
  },
  {
    uid: 'api::guide.guide',
    heading: 'Help',
    path: /^\/(?<locale>en|de)\/help\/[^/]+\/(?<slug>[^/]+)$/,
    isLocalized: true,
    pathOf: ({ locale, product, slug }) => `/${locale}/help/${product?.slug ?? 'platform'}/${slug}`,
    populate: { product: true, chapters: { populate: '*' } },
  },
  {
    uid: 'api::video.video',
    heading: 'Videos',
    path: /^\/videos\/(?<slug>[^/]+)$/,
    isLocalized: false,
    pathOf: ({ slug }) => `/videos/${slug}`,
  },
  {
    uid: 'api::landing-page.landing-page',
    heading: 'Pages',
    path: /^\/(?<locale>en|de)\/(?<slug>[^/]+)$/,
    isLocalized: true,
    pathOf: ({ locale, slug }) => `/${locale}/${slug}`,
    populate: { sections: { populate: '*' } },
  },
];

interface Entry extends Readonly<Record<string, unknown>> {
  readonly documentId: string;
  readonly locale: string | null;
  readonly slug: string;
  readonly title: string;
  readonly summary?: string | null;
  readonly product?: { readonly slug: string } | null;
}

const read = async (strapi: Core.Strapi, { uid, populate = '*' }: SiteType, query: object): Promise<readonly Entry[]> =>
  (await strapi
    .documents(uid)
    .findMany({ status: 'published', populate, ...query } as object)) as unknown as readonly Entry[];

const toPage = (type: SiteType, entry: Entry): SitePage => ({
  uid: type.uid,
  documentId: entry.documentId,
  locale: type.isLocalized ? (entry.locale ?? '') : '',
  path: type.pathOf(entry),
  title: entry.title,
  summary: entry.summary ?? '',
  paragraphs: textsIn([entry['body'], entry['chapters'], entry['sections'], entry['transcript']]),
  downloads: filesIn(entry),
});

const PROSE = new Set(['text', 'body', 'heading', 'question', 'answer']);

/** Whatever stands in blocks, components and rich text, one paragraph each. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.split(/\n{2,}/).filter((text) => text.trim() !== '');
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' || PROSE.has(key) ? textsIn(inner) : []
  );
};

/** Files that are downloaded rather than shown. */
const filesIn = (value: unknown): SitePage['downloads'] => {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('mime' in value && 'url' in value && 'name' in value) {
    const { mime, url, name } = value as Readonly<Record<string, unknown>>;
    return String(mime).startsWith('image/') ? [] : [{ name: String(name), url: String(url) }];
  }
  return Object.values(value).flatMap(filesIn);
};
