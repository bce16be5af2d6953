import type { AxesIndex } from '../axes';
import { consumption, overallConsumption, type Consumption } from '../evidence/consumption';
import { dayAt, isoDay } from '../evidence/day';
import { evidence, type Evidence } from '../evidence/evidence';
import { overallEvidence } from '../evidence/overall';
import { isKept } from '../evidence/silence';
import { evidenceNo } from '../evidence/state';
import type { Policy } from '../policy';
import type { Status } from '../vocabulary';
import type { AssessedEntry, EntryFacts, Instant, Judged, VariantFacts } from './facts';
import { FINDING_KEYS, FINDINGS } from './findings';
import { expired } from './findings/expired';
import { old } from './findings/old';
import { place } from './place';
import { decisionScopes, tagScopes } from './scopes';

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
  const kept = facts.decision !== null && isKept(facts.decision, isoDay(dayAt(context.now)));
  const variants = facts.variants.map((variant) => judge(variant, kept, context));
  const { placement, openReason, scope } = place(facts.tags, facts.excluded, context.axes, context.policy);
  return {
    documentId: facts.documentId,
    placement,
    openReason,
    excluded: facts.excluded,
    scope,
    tags: facts.tags,
    decision: facts.decision,
    scopes: [...tagScopes(placement, facts.tags, context.axes), ...decisionScopes(facts.decision)],
    locales: facts.variants.flatMap(({ locale }) => (locale === '' ? [] : [locale])),
    entry: overall(variants, kept),
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

const judge = (variant: VariantFacts, kept: boolean, context: AssessContext): Judged => {
  const findings = FINDINGS.filter(({ holds }) => holds(variant, context)).map(({ key }) => key);
  const isCurrent = !findings.includes(old.key) && !findings.includes(expired.key);
  const today = dayAt(context.now);
  const graded = evidence(variant, context.policy, today);
  const counted = consumption(variant, variant.measuredBy, graded, context.policy, today);
  return judged(variant, variant.locale, isCurrent, findings, { graded, counted, kept });
};

/** The entry's own line: title, path and owner of its first version, the widest span of its dates, and what holds for every version that counts. */
const overall = (variants: readonly Judged[], kept: boolean): Judged => {
  const [first, second] = variants;
  if (first === undefined) throw new Error('An entry has at least one variant');
  if (second === undefined) {
    const evident = { graded: first.evidence, counted: first.consumption, kept };
    return judged(first, null, first.current, first.findings, evident);
  }
  const counting = countingVariants(variants);
  const dates = (pick: (variant: Judged) => Instant | null): readonly Instant[] =>
    variants.flatMap((variant) => pick(variant) ?? []);
  const facts = {
    status: statusOf(variants),
    title: variants.find(({ title }) => title !== null)?.title ?? null,
    path: variants.find(({ path }) => path !== null)?.path ?? null,
    owner: first.owner,
    createdAt: Math.min(...dates(({ createdAt }) => createdAt)),
    updatedAt: Math.max(...dates(({ updatedAt }) => updatedAt)),
    contentDate: maxOrNull(dates(({ contentDate }) => contentDate)),
    expiresAt: maxOrNull(dates(({ expiresAt }) => expiresAt)),
    publishedOn: minOrNull(dates(({ publishedOn }) => publishedOn)),
    // Each version's own row keeps it.
    readableFrom: null,
  };
  const graded = overallEvidence(variants.map((variant) => variant.evidence));
  const counted = overallConsumption(
    variants.map((variant) => variant.consumption),
    graded,
    variants.some((variant) => isPublished(variant) && variant.consumption === null)
  );
  const findings = FINDING_KEYS.filter((key) => counting.every((variant) => variant.findings.includes(key)));
  return judged(
    facts,
    null,
    counting.some(({ current }) => current),
    findings,
    { graded, counted, kept }
  );
};

/** Spelled out: of an object made by spreading this many properties V8 makes a hash table of 2 kB, two for every entry. */
const judged = (
  facts: Omit<Judged, 'locale' | 'current' | 'findings' | 'evidence' | 'consumption' | 'evidenceNo'>,
  locale: string | null,
  current: boolean,
  findings: readonly string[],
  { graded, counted, kept }: Evident
): Judged => ({
  locale,
  status: facts.status,
  title: facts.title,
  path: facts.path,
  owner: facts.owner,
  createdAt: facts.createdAt,
  updatedAt: facts.updatedAt,
  contentDate: facts.contentDate,
  expiresAt: facts.expiresAt,
  publishedOn: facts.publishedOn,
  readableFrom: facts.readableFrom,
  current,
  findings,
  evidence: graded,
  consumption: counted,
  evidenceNo: evidenceNo(graded, kept),
});

interface Evident {
  readonly graded: Evidence;
  readonly counted: Consumption | null;
  readonly kept: boolean;
}

const statusOf = (variants: readonly Judged[]): Status => {
  if (variants.some(({ status }) => status === 'modified')) return 'modified';
  return variants.some(isPublished) ? 'published' : 'draft';
};

const minOrNull = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.min(...numbers));

const maxOrNull = (instants: readonly Instant[]): Instant | null =>
  instants.length === 0 ? null : Math.max(...instants);
