import type { Core } from '@strapi/strapi';
import { CERTAIN_REASONS, type IncompleteReason, type ImporterWord } from '../../core/analytics-api';
import { createEnds, doubtsAmong, type Doubt, type PerhapsMoved } from '../../core/analytics/ends';
import { createPathMatcher } from '../../core/analytics/match';
import { createMoves } from '../../core/analytics/moved-section';
import { overrideKey, versionKey, type VersionPath, type VersionRef } from '../../core/analytics/versions';
import type { AnalyticsFile } from '../../core/analytics/tally';
import type { PathMatches } from '../../core/analytics/match';
import type { Day } from '../../core/evidence/day';
import { pathOf } from '../../core/import/url';
import type { Span } from '../../core/evidence/span';
import { grouped } from '../../core/grouped';
import type { SessionUser } from '../../http/session';
import { readPaths } from '../../library/paths';
import type { AuditedType } from '../../library/type-columns';
import { readFormerPaths, readFormerPathsByEnd } from '../../stores/consumption/former-paths';
import { readMoves } from '../../stores/consumption/moves';
import { readOverrides } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { auditedPaths } from './audited-paths';
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
  readonly matches: Matches;
  /** What of it the importer may know. */
  readonly seen: SeenMatches;
}

/** What became of the paths, and of those that are of no entry whose they may be. */
export interface Matches extends PathMatches {
  readonly perhapsMoved: readonly PerhapsMoved[];
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
): Promise<Matches> => {
  const contentTypes = service(strapi, 'contentTypes');
  const audited = await contentTypes.audited();
  const overrides = await inTransaction(strapi, readOverrides);
  const former = await formerVersions(strapi, audited, paths);
  const known = { overrides, former, movesOf: createMoves(await inTransaction(strapi, readMoves)) };
  const targets = new Set([...overrides.values(), ...[...former.values()].flat()].map((one) => one?.uid));
  const types = audited.filter(({ uid, setting }) => setting.urlPattern !== null || targets.has(uid));
  const matcher = createPathMatcher(
    known,
    (await contentTypes.locales()).map(({ code }) => code)
  );
  const eachVersion = async (see: (version: VersionPath) => void): Promise<void> => {
    for (const type of types) {
      for await (const versions of readPaths(strapi, type)) {
        signal.throwIfAborted();
        versions.forEach(see);
        await yieldToHost();
      }
    }
  };
  await inSlices(paths.keys(), matcher.seek);
  await inSlices(elsewhere, matcher.seek);
  await eachVersion(matcher.survey);
  await eachVersion(matcher.collect);
  await inSlices(paths, ([path, views]) => matcher.count(path, views));
  await inSlices(elsewhere, matcher.doubt);
  const matches = matcher.result();
  const perhapsMoved = await findEnds(strapi, matches.unsettled, eachVersion);
  const isCounted = (version: VersionRef): boolean => matches.views.has(versionKey(version));
  return { ...matches, perhapsMoved, doubts: eachOnce([...matches.doubts, ...doubtsAmong(perhapsMoved, isCounted)]) };
};

/** Versions that had some paths before, by `overrideKey`: as audits noted them, and what the newest audit saw that has changed since. */
const formerVersions = async (
  strapi: Core.Strapi,
  types: readonly AuditedType[],
  paths: ReadonlyMap<string, number>
): Promise<ReadonlyMap<string, readonly VersionRef[]>> => {
  const found = new Map<string, VersionRef[]>();
  const sought = new Set<string>();
  await inSlices(paths.keys(), (path) => sought.add(overrideKey(path)));
  const add = (key: string, version: VersionRef): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, [version]);
    else if (!known.some((one) => versionKey(one) === versionKey(version))) known.push(version);
  };
  for (const [key, versions] of await readFormerPaths(strapi, paths.keys())) for (const one of versions) add(key, one);
  for await (const versions of auditedPaths(strapi, types)) {
    for (const { path, ...version } of versions) {
      const key = overrideKey(pathOf(path));
      if (sought.has(key)) add(key, version);
    }
  }
  return found;
};

/** Whose addresses end as paths of no entry do. */
const findEnds = async (
  strapi: Core.Strapi,
  unsettled: ReadonlyMap<string, number>,
  eachVersion: (see: (version: VersionPath) => void) => Promise<void>
): Promise<readonly PerhapsMoved[]> => {
  if (unsettled.size === 0) return [];
  const ends = createEnds(unsettled);
  const before = grouped(await readFormerPathsByEnd(strapi, unsettled.keys()), versionKey);
  await eachVersion((version) => {
    ends.see(version);
    for (const { path } of before.get(versionKey(version)) ?? []) ends.see(version, path);
  });
  const found: PerhapsMoved[] = [];
  await inSlices(unsettled.keys(), (path) => {
    const perhaps = ends.found(path);
    if (perhaps !== null) found.push(perhaps);
  });
  return found;
};

/** A path may end as a present and as a former path of the same version. */
const eachOnce = (doubts: readonly Doubt[]): readonly Doubt[] => [
  ...new Map(doubts.map((one) => [`${versionKey(one.version)} ${overrideKey(one.path)}`, one])).values(),
];
