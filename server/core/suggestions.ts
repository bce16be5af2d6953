import type { ExclusionReason, Stage } from './vocabulary';

/** What content of some name mostly does: stages of both journeys, or none of them. */
export interface Suggestion {
  readonly stages: readonly string[];
  readonly excluded: ExclusionReason | null;
}

type KnownStage = Pick<Stage, 'key' | 'name' | 'aliases'>;

/** The first line that fits decides, so what is telling stands before what is broad: a help article is help. */
const GUESSES: readonly (readonly [words: RegExp, serves: { readonly excluded: ExclusionReason } | readonly string[]])[] =
  [
    [/^(legal|privacy|imprint|impressum|terms|cookie|disclaimer|gdpr|licen[cs]e)/, { excluded: 'legal' }],
    [/^(navigation|menu|sitemap|redirect|footer|header)/, { excluded: 'navigation' }],
    [/^(error|404|500)/, { excluded: 'error-page' }],
    [/^(referral|ambassador|advocacy|community)/, ['advocacy']],
    [/^(add ons?|addon|integration|upgrade|extension|marketplace|cross sell|upsell)/, ['expansion']],
    [/^(release|change ?log|what s new|product update|updates?$|newsletter|renewal|survey)/, ['retention', 'adoption']],
    [/^(onboarding|getting started|get started|quick ?start|set ?up|install|welcome|first steps|implementation)/, ['onboarding']],
    [/^(help|support|docs?$|documentation|faq|knowledge|manual|troubleshoot|question)/, ['adoption', 'onboarding']],
    [/^(case stud|case$|success|customer stor|use case|comparison|compare|versus|vs$|alternative|buyers? guide)/, ['consideration']],
    [/^(pricing|prices?$|plans?$|quote|trial|testimonial|proposal|offer|security|roi)/, ['decision']],
    [/^(guide|tutorial|how ?to|course|lesson|academy|training|walkthrough|playbook)/, ['onboarding', 'adoption']],
    [/^(feature|products?$|product page|solution|service|demo|review|landing)/, ['consideration']],
    [/^(blog|news|article|post|press|story|stories|magazine|insight|webinar|video|podcast|event|e ?book|white ?paper|report|infographic|glossary|talk|announcement)/, ['awareness']],
  ]; // prettier-ignore

/**
 * A guess by the name of a content type or of a field's value ("Case study", "release-notes", "helpArticle"), among the
 * stages that there are; their other names count too, as another set of stages joins some of the usual ones.
 */
export const suggestByName = (name: string, stages: readonly KnownStage[]): Suggestion | null => {
  const words = wordsOf(name);
  const serves = GUESSES.find(([pattern]) => words.some((_word, at) => pattern.test(words.slice(at).join(' '))))?.[1];
  if (!serves) return null;
  if ('excluded' in serves) return { stages: [], excluded: serves.excluded };
  for (const wanted of serves) {
    const stage = stages.find(({ key }) => key === wanted) ?? stages.find((known) => isCalled(known, wanted));
    if (stage) return { stages: [stage.key], excluded: null };
  }
  return null;
};

const isCalled = ({ name, aliases }: KnownStage, wanted: string): boolean =>
  [name, ...aliases].some((called) => called.toLowerCase() === wanted);

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
