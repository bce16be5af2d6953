import type { EvidenceBody, FileRow } from '../consumption-api';
import { DEFAULT_POLICY } from '../policy';
import { percentText } from '../share';
import type { UnmeasuredReason } from './evidence';

/** Why an entry has its grade, in one sentence or two for people who read a sheet; screens have words of their own. */
export const evidenceSentence = (body: EvidenceBody): string => sentenceOf(body, ENTRY);

/** The same of a file, as far as the user may know. */
export const fileSentence = ({ evidence, hidesCounts }: Pick<FileRow, 'evidence' | 'hidesCounts'>): string =>
  hidesCounts
    ? 'Seen through entries of which you may not read some: their views are not shown.'
    : sentenceOf(evidence, FILE);

/** What differs between what is read and what is opened or shown in it. */
interface Subject {
  readonly causes: Readonly<Record<Exclude<UnmeasuredReason, 'interrupted'>, string>>;
  readonly unpublished: string;
  /** Whose visits are meant by the share of those who asked not to be counted. */
  readonly visits: string;
}

const ENTRY: Subject = {
  causes: {
    'no-source': 'Cannot be judged: no analytics import and no tracker tells of its content type and language.',
    'url-unmapped': 'Cannot be judged: its URL is not known, or another entry has the same.',
    'below-cut-off': 'Cannot be judged: the analytics file is not complete and does not name it.',
    'address-changed': 'Cannot be judged: its address may have changed.',
  },
  unpublished: 'Not published: nobody could view it.',
  visits: 'visits to its content type',
};

const FILE: Subject = {
  causes: {
    'no-source': 'Cannot be judged: nothing counts how often it is opened, or viewed in the entries that show it.',
    'url-unmapped': 'Cannot be judged: the URL of an entry that shows it is not known, or another entry has the same.',
    'below-cut-off': 'Cannot be judged: the analytics file is not complete and does not name an entry that shows it.',
    'address-changed': 'Cannot be judged: the address of an entry that shows it may have changed.',
  },
  unpublished: 'Only in drafts: nobody could view it.',
  visits: 'visits',
};

const sentenceOf = (body: EvidenceBody, subject: Subject): string =>
  [gradeSentence(body, subject), ...asides(body, subject)].join(' ');

const gradeSentence = (body: EvidenceBody, { causes, unpublished }: Subject): string => {
  const { grade, reason, views, measuredDays, windowDays, windowTo, lastViewed, judgeableFrom } = body;
  const days = windowTo === null ? `last ${windowDays} days` : `${windowDays} days up to ${windowTo}`;
  const measured = `${measuredDays} of the ${days} were measured`;
  switch (grade) {
    case 'consumed':
      return `Viewed ${times(views)}, last by ${lastViewed ?? ''}.`;
    case 'dormant':
      return `${noView(body)} lately, and ${measured}; ${times(views)} before, last by ${lastViewed ?? ''}.`;
    case 'never-consumed':
      return `${noView(body)} ever, and ${measured}.`;
    case 'too-new':
      return `Too new to judge before ${judgeableFrom ?? 'some days have passed'}: ${measured}.`;
    case 'unmeasured':
      return reason === 'interrupted' ? `Cannot be judged: only ${measured}.` : causes[reason ?? 'no-source'];
    case 'unpublished':
      return unpublished;
  }
};

/** Where many asked not to be counted, nobody can say that there was no view. */
const noView = ({ uncountedShare }: EvidenceBody): string =>
  uncountedShare !== null && uncountedShare > DEFAULT_POLICY.uncountedShare ? 'No counted view' : 'No view';

const asides = (body: EvidenceBody, { visits }: Subject): readonly string[] => {
  const { grade, uncountedShare, delivered } = body;
  if (grade === 'unpublished') return [];
  const addresses = addressSentences(body);
  if (grade === 'consumed') return addresses;
  return [
    ...addresses,
    ...(uncountedShare !== null && uncountedShare > 0
      ? [`${percentText(uncountedShare)} of ${visits} asked not to be counted.`]
      : []),
    ...(grade === 'never-consumed' && delivered === false ? ['Not even the API sent it.'] : []),
  ];
};

/** Under which other addresses it was viewed, or may have been. */
const addressSentences = ({ addresses }: EvidenceBody): readonly string[] => [
  ...(addresses?.counted ?? []).map((path) => `Counted on its former address ${path}.`),
  ...(addresses?.doubted ?? []).map((path) => `${path} was viewed and is the address of no entry.`),
];

const times = (views: number | null): string => (views === 1 ? 'once' : `${views ?? 0} times`);
