import type { Core } from '@strapi/strapi';
import { CERTAIN_REASONS, type IncompleteReason, type ImporterWord } from '../../core/analytics-api';
import { createPathMatcher } from '../../core/analytics/match';
import type { AnalyticsFile } from '../../core/analytics/tally';
import type { PathMatches } from '../../core/analytics/match';
import type { Day } from '../../core/evidence/day';
import type { Span } from '../../core/evidence/span';
import type { SessionUser } from '../../http/session';
import { readPaths } from '../../library/paths';
import { readOverrides } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { inSlices, yieldToHost } from '../audit/pace';
import type { StoredBytes } from '../import/bytes';
import type { Rows } from '../import/sheet';
import { readFile } from './file';
import { choosePeriod } from './period';
import { seenMatches, type SeenMatches } from './seen';

/** As much of a file's own word for its site as is kept. */
const SITE_LENGTH = 255;

/** A file to be imported, with what the importer says about it. */
export interface AnalyticsRequest extends SessionUser {
  readonly bytes: StoredBytes;
  readonly name: string | null;
  readonly signal: AbortSignal;
  readonly from?: Day;
  readonly to?: Day;
  readonly complete?: boolean;
  readonly because: readonly ImporterWord[];
  readonly site?: string;
  readonly hosts?: readonly string[];
}

/** A file as it was understood, with the entries of its paths. */
export interface AnalyticsReading {
  readonly sheet: Pick<Rows, 'encoding' | 'delimiter'>;
  readonly file: AnalyticsFile;
  readonly site: string;
  /** `null`: still to be said. */
  readonly period: (Span & { readonly isFromFile: boolean }) | null;
  readonly incomplete: readonly IncompleteReason[];
  readonly matches: PathMatches;
  /** What of it the importer may know. */
  readonly seen: SeenMatches;
}

/** Reads a file and finds its entries among all that is published; writes nothing. */
export const readAnalytics = async (
  strapi: Core.Strapi,
  request: AnalyticsRequest,
  today: Day
): Promise<AnalyticsReading> => {
  const { from, to, hosts } = request;
  const { sheet, file } = await readFile(request, {
    period: from === undefined || to === undefined ? null : { from, to },
    hosts: hosts === undefined ? null : new Set(hosts),
  });
  const matches = await matchPaths(strapi, file, request.signal);
  const seen = await seenMatches(strapi, request.ability, matches);
  return {
    sheet,
    file,
    site: request.site ?? file.site.slice(0, SITE_LENGTH),
    period: choosePeriod(file, request, today),
    incomplete: reasonsOf(file, seen, request),
    matches,
    seen,
  };
};

/**
 * The importer knows better than signs, but not than rows that put pages together. A file that leads to entries out of the
 * importer's sight alone is one that leads nowhere: it would else tell that a guessed path is published.
 */
const reasonsOf = (
  file: AnalyticsFile,
  { mapped }: SeenMatches,
  { complete, because }: AnalyticsRequest
): readonly IncompleteReason[] => [
  ...file.incomplete.filter((reason) => complete !== true || CERTAIN.has(reason)),
  ...(mapped.entries === 0 && complete !== true ? (['no-match'] as const) : []),
  ...(complete === false ? (['said'] as const) : []),
  ...because,
];

const CERTAIN: ReadonlySet<IncompleteReason> = new Set(CERTAIN_REASONS);

const matchPaths = async (
  strapi: Core.Strapi,
  { paths, elsewhere }: AnalyticsFile,
  signal: AbortSignal
): Promise<PathMatches> => {
  const contentTypes = service(strapi, 'contentTypes');
  const overrides = await inTransaction(strapi, readOverrides);
  const targets = new Set([...overrides.values()].map(({ uid }) => uid));
  const types = (await contentTypes.audited()).filter(
    ({ uid, setting }) => setting.urlPattern !== null || targets.has(uid)
  );
  const matcher = createPathMatcher(
    overrides,
    (await contentTypes.locales()).map(({ code }) => code)
  );
  await inSlices(paths.keys(), matcher.seek);
  await inSlices(elsewhere, matcher.seek);
  for (const pass of [matcher.survey, matcher.collect]) {
    for (const type of types) {
      for await (const versions of readPaths(strapi, type)) {
        signal.throwIfAborted();
        versions.forEach(pass);
        await yieldToHost();
      }
    }
  }
  await inSlices(paths, ([path, views]) => matcher.count(path, views));
  await inSlices(elsewhere, matcher.doubt);
  return matcher.result();
};
