import type { Core, UID } from '@strapi/strapi';
import { ENTRIES, type SampleType } from '../../sample/entries';
import { GERMAN_VERSIONS } from '../../sample/german';
import type { SampleEntry, Topic } from '../../sample/types';
import type { Note } from '../progress';
import { backDate } from './back-date';
import { fieldsOf, type Around, type Fields } from './bodies';
import { daysOf, later, type EntryDays } from './days';
import type { People } from './people';
import type { SampleFiles } from './pictures';
import { englishText, germanText } from './texts';

export interface Ingredients {
  readonly people: People;
  readonly products: ReadonlyMap<string, string>;
  readonly files: SampleFiles;
  readonly today: Date;
}

/** A sample entry as it stands in Strapi. */
export interface AddedEntry {
  readonly uid: UID.CollectionType;
  readonly documentId: string;
  readonly entry: SampleEntry;
}

/** Writes the library through the Document Service, in its languages and with its past. */
export const addEntries = async (
  strapi: Core.Strapi,
  ingredients: Ingredients,
  note: Note
): Promise<readonly AddedEntry[]> => {
  const added: AddedEntry[] = [];
  for (const type of TYPES) {
    for (const entry of ENTRIES[type]) {
      added.push(await addEntry(strapi, type, entry, ingredients));
      if (added.length % 50 === 0) note(`${added.length} entries`);
    }
  }
  return added;
};

const TYPES: readonly SampleType[] = ['article', 'case-study', 'guide', 'landing-page', 'video'];

const addEntry = async (
  strapi: Core.Strapi,
  type: SampleType,
  entry: SampleEntry,
  ingredients: Ingredients
): Promise<AddedEntry> => {
  const uid: UID.CollectionType = `api::${type}.${type}`;
  const documents = strapi.documents(uid);
  const days = daysOf(entry, ingredients.today);
  const around = surroundings(type, entry, days, ingredients);
  const user = ingredients.people.users[entry.by];
  const { slug, title, summary } = entry;
  const data: Fields = {
    slug,
    title,
    summary,
    ...fieldsOf(type, entry, englishText(entry), around),
    createdBy: user,
    updatedBy: user,
  };
  const { documentId } = await documents.create({ data, ...statusOf(entry) });
  if (entry.state === 'modified') {
    const revision: Fields = { summary: `${summary} (New figures to follow.)`, updatedBy: user };
    await documents.update({ documentId, data: revision });
  }
  await backDate(strapi, uid, documentId, days);
  const german = GERMAN_VERSIONS[slug];
  if (german !== undefined) {
    const [germanSlug, germanTitle, germanSummary] = german;
    const text = germanText(entry, germanSummary);
    const translation: Fields = {
      ...{ slug: germanSlug, title: germanTitle, summary: germanSummary },
      ...fieldsOf(type, { ...entry, title: germanTitle }, text, around),
      ...{ createdBy: user, updatedBy: user },
    };
    await documents.update({ documentId, locale: 'de', data: translation, ...statusOf(entry) });
    await backDate(strapi, uid, documentId, translated(days, ingredients.today), 'de');
  }
  return { uid, documentId, entry };
};

const statusOf = ({ state }: SampleEntry) => (state === 'draft' ? {} : ({ status: 'published' } as const));

/** Translations follow three weeks later. */
const translated = ({ created, edited }: EntryDays, today: Date): EntryDays => {
  const before = (date: Date) => (later(date, 21) > today ? later(today, -1) : later(date, 21));
  return { created: before(created), published: before(edited), edited: before(edited) };
};

const surroundings = (
  type: SampleType,
  entry: SampleEntry,
  days: EntryDays,
  { people, products, files, today }: Ingredients
): Around => {
  const sameTopic = ENTRIES[type].filter(({ topic, state }) => topic === entry.topic && state !== 'draft');
  const next = sameTopic[(sameTopic.indexOf(entry) + 1) % sameTopic.length];
  return {
    files,
    days,
    today,
    next: next === undefined || next === entry ? null : { title: next.title, url: `${FOLDERS[type]}/${next.slug}` },
    author: people.authors[entry.by],
    product: products.get(PRODUCT_OF[entry.topic] ?? 'platform') ?? '',
  };
};

const FOLDERS = {
  article: '/en/blog',
  'case-study': '/en/customers',
  guide: '/en/help',
  'landing-page': '/en',
  video: '/videos',
} satisfies Record<SampleType, string>;

const PRODUCT_OF: Readonly<Partial<Record<Topic, string>>> = {
  approvals: 'purchasing',
  budgets: 'purchasing',
  cards: 'cards',
  expenses: 'expenses',
  invoices: 'invoices',
  purchasing: 'purchasing',
  suppliers: 'purchasing',
  travel: 'expenses',
};
