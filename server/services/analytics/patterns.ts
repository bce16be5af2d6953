import type { Core } from '@strapi/strapi';
import type { SuggestedPattern } from '../../core/analytics-api';
import { createPatternGuess, endOf, type Addressed } from '../../core/analytics/guess-pattern';
import { versionKey } from '../../core/analytics/versions';
import { addressFields } from '../../library/address-fields';
import { readableVersions, versionOf } from '../../library/entry-access';
import { readPaths } from '../../library/paths';
import { sightOf } from '../../library/permission-rules';
import type { AuditedType } from '../../library/type-columns';
import { service } from '..';
import { inSlices, yieldToHost } from '../audit/pace';
import type { AnalyticsRequest } from './reading';

/** So many versions of a type show how its addresses are made. */
const LOOKED_AT = 5_000;
/** So many paths with the same end are compared with a version: pages called "overview" may be thousands. */
const SAME_END = 20;

/**
 * How the addresses of types without a URL pattern seem to be made, from paths that lead to no entry so far. Types that
 * the user may not read are left out; those that the paths tell too little of too.
 */
export const suggestPatterns = async (
  strapi: Core.Strapi,
  { ability, signal }: Pick<AnalyticsRequest, 'ability' | 'signal'>,
  unmatched: ReadonlyMap<string, number>
): Promise<readonly SuggestedPattern[]> => {
  if (unmatched.size === 0) return [];
  const contentTypes = service(strapi, 'contentTypes');
  const unmapped = (await contentTypes.audited()).filter(({ setting }) => setting.urlPattern === null);
  const locales = (await contentTypes.locales()).map(({ code }) => code);
  const sight = sightOf(ability, locales);
  const candidates: Candidate[] = [];
  for (const type of unmapped) {
    const { slugs, hops } = addressFields(strapi, type.uid, sight);
    const looked = { type, ability, signal };
    const hopTexts = await hopTextsOf(strapi, looked, hops);
    for (const slug of slugs) {
      candidates.push({ type, slug, versions: await addressesOf(strapi, looked, slug, hopTexts) });
    }
  }
  const paths = new Map<string, string[]>();
  for (const { versions } of candidates) await inSlices(versions, ({ slug }) => paths.set(endOf(slug), []));
  await inSlices(unmatched.keys(), (path) => {
    const same = paths.get(endOf(path));
    if (same !== undefined && same.length < SAME_END) same.push(path);
  });

  const best = new Map<string, SuggestedPattern>();
  for (const { type, slug, versions } of candidates) {
    const guess = createPatternGuess(paths, slug);
    await inSlices(versions, guess.add);
    const guessed = guess.best();
    const { uid, displayName } = type;
    if (guessed !== null && guessed.found > (best.get(uid)?.found ?? 0))
      best.set(uid, { uid, displayName, ...guessed });
  }
  return [...best.values()];
};

interface Candidate {
  readonly type: AuditedType;
  readonly slug: string;
  readonly versions: readonly Addressed[];
}

type HopTexts = ReadonlyMap<string, Addressed['hops']>;

/** What stands one hop away from the first published versions of a type, by `versionKey`. */
const hopTextsOf = async (strapi: Core.Strapi, looked: Looked, hops: readonly string[]): Promise<HopTexts> => {
  const found = new Map<string, Record<string, string>>();
  for (const hop of hops) {
    for (const { key, text } of await textsOf(strapi, looked, `/{${hop}}`)) {
      found.set(key, { ...found.get(key), [hop]: text });
    }
  }
  return found;
};

/** The first published versions of a type that have a slug, with what else may stand in their addresses. */
const addressesOf = async (
  strapi: Core.Strapi,
  looked: Looked,
  slug: string,
  hopTexts: HopTexts
): Promise<readonly Addressed[]> =>
  (await textsOf(strapi, looked, `/{${slug}}`)).map(({ key, locale, text }) => ({
    slug: text,
    locale,
    hops: hopTexts.get(key) ?? {},
  }));

/** A type as one user looks at it. */
interface Looked extends Pick<AnalyticsRequest, 'ability' | 'signal'> {
  readonly type: AuditedType;
}

/** What a pattern makes of the versions that the user may read, without the slash before it. */
const textsOf = async (strapi: Core.Strapi, { type, ability, signal }: Looked, urlPattern: string) => {
  const texts: { readonly key: string; readonly locale: string; readonly text: string }[] = [];
  let looked = 0;
  for await (const versions of readPaths(strapi, { ...type, setting: { ...type.setting, urlPattern } })) {
    signal.throwIfAborted();
    const ids = [...new Set(versions.map(({ documentId }) => documentId))];
    const readable = await readableVersions(strapi, ability, type.uid, ids);
    for (const version of versions) {
      if (version.path !== null && readable.has(versionOf(version.documentId, version.locale))) {
        texts.push({ key: versionKey(version), locale: version.locale, text: version.path.slice(1) });
      }
    }
    await yieldToHost();
    looked += versions.length;
    if (looked >= LOOKED_AT) break;
  }
  return texts;
};
