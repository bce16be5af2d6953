import type { AxesIndex } from '../axes';
import type { Policy } from '../policy';
import type { AssessedEntry, EntryFacts, Instant, Judged, VariantFacts } from './facts';
import { FINDINGS } from './findings';
import { place } from './place';

/** What judging needs besides the entry. `now` is the audit's start, the same for every entry. */
export interface AssessContext {
  readonly axes: AxesIndex;
  readonly policy: Policy;
  readonly now: Instant;
}

/**
 * Judges one entry with at least one variant.
 * The entry over all variants is judged by those that count: the published ones, or all when none is published.
 */
export const assess = (facts: EntryFacts, context: AssessContext): AssessedEntry => {
  const variants = facts.variants.map((variant) => judge(variant, [variant], context));
  const placed = place(facts.tags, facts.excluded, context.axes, context.policy);
  return {
    ...placed,
    documentId: facts.documentId,
    excluded: facts.excluded,
    tags: facts.tags,
    locales: facts.variants.flatMap(({ locale }) => (locale === '' ? [] : [locale])),
    entry: judge(overall(facts.variants), countingVariants(facts.variants), context),
    variants,
  };
};

/** The versions by which an entry is judged: what customers can read, else what there is. */
export const countingVariants = <V extends Pick<VariantFacts, 'status'>>(variants: readonly V[]): readonly V[] => {
  const published = variants.filter(isPublished);
  return published.length > 0 ? published : variants;
};

/** Published or modified: a customer can read it. */
export const isPublished = ({ status }: Pick<VariantFacts, 'status'>): boolean => status !== 'draft';

const judge = (
  facts: Omit<VariantFacts, 'locale'> & { readonly locale: string | null },
  counting: readonly VariantFacts[],
  context: AssessContext
): Judged => {
  const findings = FINDINGS.filter(({ holds }) => counting.every((variant) => holds(variant, context))).map(
    ({ key }) => key
  );
  return { ...facts, findings, current: !counting.every((variant) => isPast(variant, context)) };
};

const isPast = (variant: VariantFacts, context: AssessContext): boolean =>
  FINDINGS.some(({ key, holds }) => (key === 'old' || key === 'expired') && holds(variant, context));

/** The entry's own line: title, path and owner of its first version; the widest span of its dates. */
const overall = (variants: readonly VariantFacts[]): Omit<VariantFacts, 'locale'> & { readonly locale: null } => {
  const [first] = variants;
  if (first === undefined) throw new Error('An entry has at least one variant');
  const dates = (pick: (variant: VariantFacts) => Instant | null): readonly Instant[] =>
    variants.flatMap((variant) => pick(variant) ?? []);
  return {
    ...first,
    locale: null,
    status: statusOf(variants),
    title: variants.find(({ title }) => title !== null)?.title ?? null,
    path: variants.find(({ path }) => path !== null)?.path ?? null,
    createdAt: Math.min(...dates(({ createdAt }) => createdAt)),
    updatedAt: Math.max(...dates(({ updatedAt }) => updatedAt)),
    contentDate: maxOrNull(dates(({ contentDate }) => contentDate)),
    expiresAt: maxOrNull(dates(({ expiresAt }) => expiresAt)),
  };
};

const statusOf = (variants: readonly VariantFacts[]): VariantFacts['status'] => {
  if (variants.some(({ status }) => status === 'modified')) return 'modified';
  return variants.some(isPublished) ? 'published' : 'draft';
};

const maxOrNull = (instants: readonly Instant[]): Instant | null =>
  instants.length === 0 ? null : Math.max(...instants);
