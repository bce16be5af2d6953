import type { SampleType } from '../../sample/entries';
import type { SampleEntry, Topic } from '../../sample/types';
import { later, pick, type EntryDays } from './days';
import type { SampleFile, SampleFiles } from './pictures';
import { allOf, type Text } from './texts';

/** What a body may refer to. */
export interface Around {
  readonly files: SampleFiles;
  readonly days: EntryDays;
  /** Where the reader goes on: another entry of the topic. */
  readonly next: { readonly title: string; readonly url: string } | null;
  /** Document IDs. */
  readonly author: string;
  readonly product: string;
  readonly today: Date;
}

/** Attributes of a content type by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an entry beside title, slug and summary, in the shape of its content type. */
export const fieldsOf = (type: SampleType, entry: SampleEntry, text: Text, around: Around): Fields =>
  FIELDS[type](entry, text, around);

const FIELDS = {
  article: (entry, text, { files, days, next, author, product }) => ({
    cover: pictureOf(entry, files).id,
    publishedOn: day(days.created),
    author,
    product,
    body: blocks(text, next),
    seo: { metaTitle: entry.title.slice(0, 70), metaDescription: text.opening.slice(0, 180) },
  }),
  'case-study': (entry, text, { files, product }) => ({
    customer: nameOf(entry.slug),
    industry: INDUSTRIES[pick(entry.slug, INDUSTRIES.length)],
    logo: pictureOf(entry, files).id,
    results: [METRICS[pick(entry.slug, 3)], METRICS[3 + pick(entry.slug, 2)]],
    body: markdown(text, pictureOf(entry, files)),
    quote: { text: text.ending[0] ?? text.opening, name: 'A customer', role: 'Who asked not to be named' },
    product,
  }),
  guide: (entry, text, { files, days, author, product }) => ({
    level: pick(entry.slug, 3) === 0 ? 'advanced' : 'basic',
    reviewedOn: day(days.edited),
    author,
    product,
    chapters: [
      { __component: 'sections.text', heading: entry.title, body: allOf(text).join('\n\n') },
      { __component: 'sections.steps', heading: 'Step by step', steps: stepsOf(entry.topic) },
      { __component: 'sections.callout', tone: 'tip', text: text.ending.at(-1) ?? text.opening },
      entry.slug.startsWith('checklist')
        ? { __component: 'sections.download', label: 'The checklist', file: files.checklist.id }
        : { __component: 'sections.picture', file: pictureOf(entry, files).id, caption: entry.title },
    ],
  }),
  'landing-page': (entry, text, { files, next, today }) => ({
    headline: text.opening,
    image: entry.topic === 'legal' ? null : pictureOf(entry, files).id,
    endsOn: entry.expired ? day(later(today, -20 - pick(entry.slug, 300))) : null,
    sections: [
      { __component: 'sections.text', heading: entry.title, body: markdown(text) },
      ...(entry.topic === 'legal' || next === null
        ? []
        : [
            {
              __component: 'sections.questions',
              heading: 'Asked often',
              items: [{ question: 'How long does it take?', answer: text.paragraphs[0] ?? text.opening }],
            },
            {
              __component: 'sections.call-to-action',
              heading: 'Read on',
              text: next.title,
              link: { label: next.title, url: next.url },
            },
          ]),
    ],
    seo: { metaTitle: entry.title.slice(0, 70), metaDescription: text.opening.slice(0, 180) },
  }),
  video: (entry, text, { files, days, author, product, today }) => ({
    url: `https://videos.pennant.example/${entry.slug}`,
    minutes: 1 + pick(entry.slug, 45),
    recordedOn: day(days.created),
    availableUntil: entry.expired ? day(later(today, -10 - pick(entry.slug, 200))) : null,
    poster: pictureOf(entry, files).id,
    transcript: markdown(text),
    speaker: author,
    product,
  }),
} satisfies Record<SampleType, (entry: SampleEntry, text: Text, around: Around) => Fields>;

const INDUSTRIES = ['logistics', 'manufacturing', 'professional-services', 'retail', 'software', 'non-profit'];
const METRICS = [
  { value: '4 days', label: 'to close a month, from eleven' },
  { value: '92 %', label: 'of invoices matched by themselves' },
  { value: '1,900', label: 'people with a card and a limit' },
  { value: '0', label: 'reimbursements last quarter' },
  { value: '6 hours', label: 'from request to order' },
];

const stepsOf = (topic: Topic) => [
  {
    title: 'Look at what is there',
    text: `Open Settings and choose ${topic}. Note what is in use before you change it.`,
  },
  { title: 'Try it with one case', text: 'Use a real one, and somebody who will tell you what is odd about it.' },
  { title: 'Switch it on for everybody', text: 'Say so the day before, in one sentence.' },
];

const blocks = (text: Text, next: Around['next']) => [
  ...[text.opening, ...text.paragraphs].map(paragraph),
  ...(text.ending.length > 0 ? [{ type: 'heading', level: 2, children: [plain('In short')] }] : []),
  ...text.ending.map(paragraph),
  ...(next === null
    ? []
    : [
        {
          type: 'paragraph',
          children: [plain('Read on: '), { type: 'link', url: next.url, children: [plain(next.title)] }, plain('')],
        },
      ]),
];

const paragraph = (text: string) => ({ type: 'paragraph', children: [plain(text)] });

const plain = (text: string) => ({ type: 'text', text });

const markdown = (text: Text, picture?: SampleFile): string =>
  [
    `**${text.opening}**`,
    ...text.paragraphs,
    ...(picture === undefined ? [] : [`![A pattern of flags](${picture.url})`]),
    ...text.ending,
  ].join('\n\n');

const pictureOf = ({ topic }: SampleEntry, { pictures }: SampleFiles): SampleFile => {
  const picture = pictures[pick(topic, pictures.length)];
  if (picture === undefined) throw new Error('The sample library needs at least one picture');
  return picture;
};

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** “salt-and-stone” → “Salt and Stone” */
const nameOf = (slug: string): string =>
  slug
    .replace(/[a-z]+/g, (word) => (word === 'and' ? word : `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`))
    .replaceAll('-', ' ');
