import type { ExclusionReason, Stage } from './vocabulary';

/** What content of some name mostly does: stages of both journeys, or none of them. */
export interface Suggestion {
  readonly stages: readonly string[];
  readonly excluded: ExclusionReason | null;
}

/**
 * What carries the name. The same word means more as the name of a content type, which holds one form of content, than
 * as a value of one of its fields; a `subject` says what an entry is about, never that it is no part of a journey.
 */
export type NamedThing = 'type' | 'value' | 'subject';

type KnownStage = Pick<Stage, 'key' | 'name' | 'aliases'>;
type Meaning = ExclusionReason | readonly string[];

interface Phrases {
  /** Say the same whatever is called so, one phrase to a comma. */
  readonly always: string;
  /** As a value they may be a subject as well: "Security", "Integration" (of migrants), "Marketplace" (of insurance). */
  readonly ofTypes?: string;
  readonly means: Meaning;
}

/** Forms of content that are made for a moment of a journey. What content is about says nothing of it, so no subjects. */
const FORMS: readonly Phrases[] = [
  {
    always: 'legal notice, legal page, privacy policy, privacy notice, privacy statement, imprint, impressum, terms of service, terms of use, terms and conditions, cookie policy, disclaimer',
    ofTypes: 'legal, privacy, terms, cookies',
    means: 'legal',
  },
  { always: 'sitemap', ofTypes: 'navigation, menu, redirect, redirection, header, footer', means: 'navigation' },
  { always: 'error page, 404, 500 page', means: 'error-page' },
  { always: 'referral program, referral programme, ambassador program, ambassador programme, refer a friend', means: ['advocacy'] },
  { always: 'add on, add ons, addon', ofTypes: 'integration, upgrade, extension, marketplace', means: ['expansion'] },
  { always: 'release note, changelog, change log, what s new, what new, product update, product news, product announcement', ofTypes: 'release, newsletter', means: ['retention', 'adoption'] },
  { always: 'onboarding, customer onboarding, getting started, get started, quick start, quickstart, setup guide, installation guide, first step', ofTypes: 'setup, installation', means: ['onboarding'] },
  { always: 'help, support article, support document, doc, documentation, product documentation, faq, frequently asked question, knowledge base, troubleshooting, user guide, user manual', ofTypes: 'support, manual, question', means: ['adoption', 'onboarding'] },
  { always: 'case study, success story, customer story, customer success story, use case, comparison, product comparison, buyer guide, buying guide, product page, product demo, product review', ofTypes: 'product, feature, solution, service, demo, review, landing', means: ['consideration'] },
  { always: 'pricing, plan and pricing, price list, free trial, testimonial', ofTypes: 'plan, price, offer', means: ['decision'] },
  { always: 'guide, tutorial, how to, how tos, walkthrough, playbook', means: ['onboarding', 'adoption'] },
]; // prettier-ignore

/** Media and rubrics in which anything may stand: beside a form they add nothing ("Help article"), alone they inform. */
const RUBRICS: readonly Phrases[] = [
  {
    always: 'blog, news, news release, press, press release, magazine, article, post, story, insight, webinar, video, podcast, event, ebook, e book, white paper, whitepaper, report, infographic, glossary, talk, announcement',
    means: ['awareness'],
  },
]; // prettier-ignore

/** Words that only say that something is content, or hold two names together. */
const FILLERS = new Set('page entry content item section hub center centre library resource our the all and company site latest featured'.split(' ')); // prettier-ignore

/**
 * A guess by the name of a content type or of a field's value ("Case study", "release-notes", "helpArticle"), among the
 * stages that there are; their other names count too, as another set of stages joins some of the usual ones. Every word
 * of the name has to be accounted for, because the one that is not changes what the others mean: a "Forest Service" is no
 * service page, and "lessons learned" are no lessons. Two forms at odds say nothing either.
 */
export const suggestByName = (name: string, stages: readonly KnownStage[], of: NamedThing): Suggestion | null => {
  const words = wordsOf(name);
  const meanings = readThrough(words, of === 'type' ? OF_TYPES : OF_VALUES);
  const [means, ...others] = meanings?.forms.length ? meanings.forms : (meanings?.rubrics ?? []);
  if (means === undefined || others.some((other) => other[0] !== means[0])) return null;
  if (typeof means === 'string') return of === 'subject' ? null : { stages: [], excluded: means };
  for (const wanted of means) {
    const stage = stages.find(({ key }) => key === wanted) ?? stages.find((known) => isCalled(known, wanted));
    if (stage) return { stages: [stage.key], excluded: null };
  }
  return null;
};

const isCalled = ({ name, aliases }: KnownStage, wanted: string): boolean =>
  [name, ...aliases].some((called) => called.toLowerCase() === wanted);

/** "customerStories" and "Customers’ stories" are the words customer and story. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);

const singular = (word: string): string => {
  if (word.length <= 3 || word === 'news' || word.endsWith('ss')) return word;
  return word.replace(/ies$/, 'y').replace(/s$/, '');
};

type Lexicon = ReadonlyMap<string, { readonly means: Meaning; readonly isForm: boolean }>;

const lexicon = (withTypes: boolean): Lexicon => {
  const entries = ({ always, ofTypes, means }: Phrases, isForm: boolean) =>
    [always, ...(withTypes && ofTypes !== undefined ? [ofTypes] : [])]
      .flatMap((phrases) => phrases.split(','))
      .map((phrase) => [wordsOf(phrase).join(' '), { means, isForm }] as const);
  return new Map([
    ...RUBRICS.flatMap((rubric) => entries(rubric, false)),
    ...FORMS.flatMap((form) => entries(form, true)),
  ]);
};

const OF_VALUES = lexicon(false);
const OF_TYPES = lexicon(true);

/** Phrases have so many words at most. */
const LENGTHS = [4, 3, 2, 1];

/** The meanings of the phrases that a name consists of, the longest first; `null`: it says something else besides. */
const readThrough = (
  words: readonly string[],
  known: Lexicon
): { readonly forms: readonly Meaning[]; readonly rubrics: readonly Meaning[] } | null => {
  const [forms, rubrics]: [Meaning[], Meaning[]] = [[], []];
  for (let at = 0; at < words.length;) {
    const next = (length: number): string => words.slice(at, at + length).join(' ');
    const length = LENGTHS.find((some) => known.has(next(some))) ?? 1;
    const phrase = known.get(next(length));
    if (phrase) (phrase.isForm ? forms : rubrics).push(phrase.means);
    else if (!FILLERS.has(next(1))) return null;
    at += length;
  }
  return { forms, rubrics };
};
