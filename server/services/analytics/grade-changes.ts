import type { Core } from '@strapi/strapi';
import type { GradeChange } from '../../core/analytics-api';
import { versionKey } from '../../core/analytics/versions';
import { coverageOf, type CoveredVersion } from '../../core/evidence/covering';
import { dayAt, type Day } from '../../core/evidence/day';
import { evidence, GRADES, type Evidence } from '../../core/evidence/evidence';
import { overallEvidence } from '../../core/evidence/overall';
import type { Span } from '../../core/evidence/span';
import { DEFAULT_POLICY } from '../../core/policy';
import { readableVersions, versionOf } from '../../library/entry-access';
import { readDimension } from '../../stores/audit/dimensions';
import { readPublishedVersions, type PublishedVersion } from '../../stores/audit/published-versions';
import { importSource } from '../../stores/consumption/keys';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import { loadMeasuring, type Measuring } from '../evidence/measuring';
import { readCovered } from '../evidence/stretch';
import type { AnalyticsReading, AnalyticsRequest } from './reading';

/** Later than any import. */
const NEXT = Number.MAX_SAFE_INTEGER;
const SOURCE = importSource(NEXT);

/**
 * How many entries that the user may read would be graded otherwise once a file is imported, as the newest audit knows
 * them; `null` before the first.
 */
export const gradeChanges = async (
  strapi: Core.Strapi,
  { ability, signal }: Pick<AnalyticsRequest, 'ability' | 'signal'>,
  { file, site, incomplete, matches }: AnalyticsReading,
  period: Span
): Promise<readonly GradeChange[] | null> => {
  if ((await service(strapi, 'audit').latest()) === null) return null;
  const types = await service(strapi, 'contentTypes').audited();
  const numbers = await inTransaction(strapi, async (trx) => ({
    types: await readDimension(trx, 'type'),
    locales: await readDimension(trx, 'locale'),
  }));
  const today = dayAt(Date.now());
  const scopes = new Map([...matches.views.values()].map(({ uid, locale }) => [`${uid} ${locale}`, { uid, locale }]));
  const { from, to } = period;
  const planned = { id: NEXT, format: file.tool, name: null, site, from, to, isComplete: incomplete.length === 0 };
  const before = await loadMeasuring(strapi, types, DEFAULT_POLICY, today);
  const after = await loadMeasuring(strapi, types, DEFAULT_POLICY, today, { planned, scopes: [...scopes.values()] });
  const obstructed = new Set(matches.shared.map(versionKey));
  const withImport = (
    uid: string,
    version: PublishedVersion,
    locale: string,
    known: CoveredVersion
  ): CoveredVersion => {
    const key = versionKey({ uid, documentId: version.documentId, locale });
    const views = matches.views.get(key)?.views ?? 0;
    return {
      ...known,
      counts: views > 0 ? [...known.counts, { source: SOURCE, from, to, views }] : known.counts,
      obstructed: obstructed.has(key) ? [...known.obstructed, NEXT] : known.obstructed,
    };
  };
  const changes = createChanges();
  const localeNames = new Map([...numbers.locales].map(([name, no]) => [no, name]));
  for (const type of types) {
    const { uid } = type;
    const typeNo = numbers.types.get(uid);
    if (typeNo === undefined) continue;
    for (let at: string | null = ''; at !== null;) {
      signal.throwIfAborted();
      const range: { readonly after: string; readonly upTo: string | null } = { after: at, upTo: null };
      const { versions, upTo } = await readPublishedVersions(strapi, { typeNo, localized: type.localized }, at);
      const covered = await readCovered(strapi, after, uid, { ...range, upTo });
      const readable = await readableVersions(strapi, ability, uid, [
        ...new Set(versions.map((one) => one.documentId)),
      ]);
      const graded = new Map<string, { readonly before: Evidence[]; readonly after: Evidence[] }>();
      for (const version of versions) {
        const locale = localeNames.get(version.localeNo) ?? '';
        if (!readable.has(versionOf(version.documentId, locale))) continue;
        const known = covered(version.documentId, { ...version, locale });
        const own = graded.get(version.documentId) ?? { before: [], after: [] };
        graded.set(version.documentId, own);
        own.before.push(gradeOf(before, uid, locale, version, known, today));
        own.after.push(gradeOf(after, uid, locale, version, withImport(uid, version, locale, known), today));
      }
      for (const own of graded.values()) changes.add(overallEvidence(own.before), overallEvidence(own.after));
      await yieldToHost();
      at = upTo;
    }
  }
  return changes.all();
};

const gradeOf = (
  measuring: Measuring,
  uid: string,
  locale: string,
  { publishedOn, readableFrom }: PublishedVersion,
  version: CoveredVersion,
  today: Day
): Evidence =>
  evidence(
    { ...coverageOf(measuring.covering(uid, locale), version), publishedOn, readableFrom },
    DEFAULT_POLICY,
    today
  );

/** Counts of entries by the grade they had and the one they get, in the order of grades. */
const createChanges = () => {
  const counts = new Map<string, number>();
  return {
    add: ({ grade: from }: Evidence, { grade: to }: Evidence): void => {
      if (from !== to) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    },
    all: (): readonly GradeChange[] =>
      GRADES.flatMap((from) => GRADES.map((to) => ({ from, to, entries: counts.get(`${from} ${to}`) ?? 0 }))).filter(
        ({ entries }) => entries > 0
      ),
  };
};
