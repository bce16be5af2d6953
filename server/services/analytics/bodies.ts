import type { Core } from '@strapi/strapi';
import { actionUid } from '../../core/actions';
import type {
  AnalyticsBody,
  GradeChange,
  PathCount,
  PathList,
  SharedPath,
  SuggestedPattern,
} from '../../core/analytics-api';
import { settleImports } from '../../core/analytics/settle';
import type { AnalyticsImportBody } from '../../core/consumption-api';
import { isoDay } from '../../core/evidence/day';
import type { Span } from '../../core/evidence/span';
import type { NamedEntry } from '../../core/placing-api';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readableDocuments } from '../../library/entry-access';
import { readUserNames } from '../../library/owners';
import type { SessionUser } from '../../http/session';
import type { StoredImport } from '../../stores/consumption/imports';
import { withTitles } from '../reading/titles';
import { seesAllAudited } from '../sees-all';
import type { AnalyticsReading } from './reading';

/** So many paths are listed, and so many entries of one of them. */
const SHOWN = 100;
const SHOWN_ENTRIES = 5;

/**
 * Imports as people see them. How much of a file is mapped is told to who may read all that files are mapped to: whether
 * it is told must not depend on the file, or a file of one guessed path would be answered by it.
 */
export const importBodies = async (
  strapi: Core.Strapi,
  found: readonly StoredImport[],
  user: SessionUser
): Promise<readonly AnalyticsImportBody[]> => {
  const isTold = await seesAllAudited(strapi, user.ability);
  const names = await readUserNames(
    strapi,
    found.flatMap(({ userId }) => userId ?? [])
  );
  return found.map(({ userId, at, from, to, mappedViews, mappedEntries, ...rest }) => ({
    ...rest,
    mappedViews: isTold ? mappedViews : null,
    mappedEntries: isTold ? mappedEntries : null,
    canUndo: mayUndo({ userId }, user),
    from: isoDay(from),
    to: isoDay(to),
    by: userId === null ? null : (names.get(userId) ?? null),
    at: new Date(at).toISOString(),
  }));
};

/** Who imported a file takes it back; of others', whoever answers for the settings. */
export const mayUndo = ({ userId }: Pick<StoredImport, 'userId'>, user: SessionUser): boolean =>
  (userId !== null && userId === user.userId) || user.ability.can(actionUid('settings'));

/** What becomes of other imports where a file is counted. */
export interface Effect {
  readonly replaces: readonly StoredImport[];
  /** Of the same days, and counted as well. */
  readonly besides: readonly StoredImport[];
}

/** What counting a file would take the place of, and beside what it would count, among all imports of its tool. */
export const effectOf = (ofTool: readonly StoredImport[], site: string, period: Span): Effect => {
  const present = ofTool.filter((one) => one.site === site);
  const id = Math.max(0, ...present.map((one) => one.id)) + 1;
  const states = settleImports([
    ...present.map((one) => ({ ...one, isUndone: one.state === 'undone' })),
    { id, ...period, isUndone: false },
  ]);
  return {
    replaces: present.filter((one) => one.state === 'counted' && states.get(one.id)?.state === 'replaced'),
    besides: ofTool.filter(
      (one) => one.site !== site && one.state === 'counted' && one.from <= period.to && period.from <= one.to
    ),
  };
};

/** What was written, or what a dry run tells besides. */
interface Outcome {
  readonly done: StoredImport | null;
  readonly patterns: readonly SuggestedPattern[];
  readonly grades: readonly GradeChange[] | null;
}

/** What a file says, and what importing it does. */
export const analyticsBody = async (
  strapi: Core.Strapi,
  { name, ability, userId }: { readonly name: string | null } & SessionUser,
  reading: AnalyticsReading,
  effect: Effect | null,
  { done, patterns, grades }: Outcome
): Promise<AnalyticsBody> => {
  const { sheet, file, site, period, incomplete } = reading;
  const user = { ability, userId };
  const matches = reading.seen;
  const [body] = done === null ? [] : await importBodies(strapi, [done], user);
  return {
    dryRun: done === null,
    file: { name, ...sheet },
    report: file.report,
    site,
    period: period && { ...isoSpan(period), isFromFile: period.isFromFile },
    gap: file.gap && { rows: isoSpan(file.gap.rows), missing: isoSpan(file.gap.missing) },
    isComplete: incomplete.length === 0,
    incomplete,
    hosts: file.hosts,
    rows: file.rows,
    paths: file.paths.size,
    views: file.views,
    otherViews: file.otherViews,
    robots: file.robots,
    mapped: matches.mapped,
    unmatched: listOf([...matches.unmatched].map(([path, views]) => ({ path, views }))),
    ambiguous: await sharedPaths(strapi, ability, matches.ambiguous),
    readdressed: matches.readdressed,
    inDoubt: await sharedPaths(strapi, ability, matches.inDoubt),
    moves: done === null ? matches.moves : [],
    patterns,
    replaces: await importBodies(strapi, effect?.replaces ?? [], user),
    besides: await importBodies(strapi, effect?.besides ?? [], user),
    grades,
    import: body ?? null,
  };
};

const isoSpan = ({ from, to }: Span) => ({ from: isoDay(from), to: isoDay(to) });

const listOf = <Path extends PathCount>(all: readonly Path[]): PathList<Path> => ({
  paths: all.length,
  views: all.reduce((sum, { views }) => sum + views, 0),
  top: mostViewed(all),
});

/** Numbers sort faster than paths, of which there may be a hundred thousand, most of them with one view. */
const mostViewed = <Path extends PathCount>(all: readonly Path[]): readonly Path[] => {
  const least =
    Float64Array.from(all, ({ views }) => views)
      .sort()
      .at(-SHOWN) ?? 0;
  const above = all.filter(({ views }) => views > least);
  const level = all.filter(({ views }) => views === least).slice(0, SHOWN - above.length);
  return [...above, ...level].sort((a, b) => b.views - a.views || (a.path < b.path ? -1 : 1));
};

/** Of some entries those that the user may read, by `entryKey`, with their titles. */
export const namedEntries = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  some: readonly EntryRef[]
): Promise<ReadonlyMap<string, NamedEntry>> => {
  const named = new Map<string, NamedEntry>();
  for (const uid of new Set(some.map((entry) => entry.uid))) {
    const ids = [...new Set(some.flatMap((entry) => (entry.uid === uid ? entry.documentId : [])))];
    const readable = await readableDocuments(strapi, ability, uid, ids);
    const entries = [...readable].map((documentId) => ({ uid, documentId }));
    for (const entry of await withTitles(strapi, entries, ability)) named.set(entryKey(entry), entry);
  }
  return named;
};

/** The entries of an ambiguous path are named to those who may read them. */
const sharedPaths = async (
  strapi: Core.Strapi,
  ability: UserAbility,
  ambiguous: AnalyticsReading['matches']['ambiguous']
): Promise<PathList<SharedPath>> => {
  const all = listOf([...ambiguous].map(([path, { views, entries }]) => ({ path, views, entries })));
  const some = all.top.flatMap(({ entries }) => entries.slice(0, SHOWN_ENTRIES));
  const named = await namedEntries(strapi, ability, some);
  return {
    ...all,
    top: all.top.map(({ path, views, entries }) => ({
      path,
      views,
      shared: entries.length,
      entries: entries.slice(0, SHOWN_ENTRIES).flatMap((entry) => named.get(entryKey(entry)) ?? []),
    })),
  };
};
