import type { Core } from '@strapi/strapi';
import type { GradeChange } from '../../core/analytics-api';
import { versionKey, type VersionRef } from '../../core/analytics/versions';
import { coverageOf, type CoveredVersion } from '../../core/evidence/covering';
import { dayAt } from '../../core/evidence/day';
import { evidence, GRADES, type Evidence, type Published } from '../../core/evidence/evidence';
import { overallEvidence } from '../../core/evidence/overall';
import type { Span } from '../../core/evidence/span';
import { DEFAULT_POLICY } from '../../core/policy';
import { readableVersions, versionOf } from '../../library/entry-access';
import type { AuditedType } from '../../library/type-columns';
import { importSource } from '../../stores/consumption/keys';
import type { EntryRange } from '../../stores/entry-range';
import { service } from '..';
import { yieldToHost } from '../audit/pace';
import { measuringOf, readMeasured, type Measuring, type PlannedImport } from '../evidence/measuring';
import { readCovered } from '../evidence/stretch';
import { auditedVersions } from './audited-paths';
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
  request: Pick<AnalyticsRequest, 'ability' | 'signal'>,
  reading: AnalyticsReading,
  period: Span
): Promise<readonly GradeChange[] | null> => {
  if ((await service(strapi, 'audit').latest()) === null) return null;
  const types = await service(strapi, 'contentTypes').audited();
  const measured = await readMeasured(strapi, types);
  const today = dayAt(Date.now());
  const before = measuringOf(measured, DEFAULT_POLICY, today);
  const after = measuringOf(measured, DEFAULT_POLICY, today, planOf(reading, period));
  const grade = (measuring: Measuring, { uid, locale, published }: Version, covered: CoveredVersion): Evidence =>
    evidence({ ...coverageOf(measuring.covering(uid, locale), covered), ...published }, DEFAULT_POLICY, today);
  const withImport = importedInto(reading, period);
  const changes = createChanges();
  for (const type of types) {
    for await (const { range, entries } of readableStretches(strapi, request, type)) {
      const covered = await readCovered(strapi, after, type.uid, range);
      for (const entry of entries) {
        const known = entry.map((version) => ({ version, covered: covered(version.documentId, version) }));
        changes.add(
          overallEvidence(known.map((one) => grade(before, one.version, one.covered))),
          overallEvidence(known.map((one) => grade(after, one.version, withImport(one.version, one.covered))))
        );
      }
      await yieldToHost();
    }
  }
  return changes.all();
};

/** A published version that the user may read. */
interface Version extends VersionRef {
  readonly path: string | null;
  readonly createdAt: number;
  readonly published: Published;
}

/** Those of a type by entry, a stretch of them after the other. */
async function* readableStretches(
  strapi: Core.Strapi,
  { ability, signal }: Pick<AnalyticsRequest, 'ability' | 'signal'>,
  type: AuditedType
): AsyncGenerator<{ readonly range: EntryRange; readonly entries: Iterable<readonly Version[]> }> {
  for await (const { versions, ...range } of auditedVersions(strapi, type)) {
    signal.throwIfAborted();
    const ids = [...new Set(versions.map(({ documentId }) => documentId))];
    const readable = await readableVersions(strapi, ability, type.uid, ids);
    const entries = new Map<string, Version[]>();
    for (const { publishedOn, readableFrom, ...version } of versions) {
      const { documentId, locale } = version;
      if (!readable.has(versionOf(documentId, locale))) continue;
      const own = entries.get(documentId) ?? [];
      entries.set(documentId, own);
      own.push({ ...version, published: { publishedOn, readableFrom } });
    }
    yield { range, entries: entries.values() };
  }
}

const planOf = ({ file, site, incomplete, matches }: AnalyticsReading, { from, to }: Span): PlannedImport => {
  const scopes = new Map([...matches.views.values()].map(({ uid, locale }) => [`${uid} ${locale}`, { uid, locale }]));
  return {
    planned: { id: NEXT, format: file.tool, name: null, site, from, to, isComplete: incomplete.length === 0 },
    scopes: [...scopes.values()],
  };
};

/** What sources will know of versions. */
const importedInto = ({ matches }: AnalyticsReading, { from, to }: Span) => {
  const obstructed = new Set(matches.shared.map(versionKey));
  const doubted = new Set(matches.doubts.map(({ version }) => versionKey(version)));
  return (version: VersionRef, known: CoveredVersion): CoveredVersion => {
    const key = versionKey(version);
    const views = matches.views.get(key)?.views ?? 0;
    return {
      ...known,
      counts: views > 0 ? [...known.counts, { source: SOURCE, from, to, views }] : known.counts,
      obstructed: obstructed.has(key) ? [...known.obstructed, NEXT] : known.obstructed,
      doubted: doubted.has(key) ? [...known.doubted, NEXT] : known.doubted,
    };
  };
};

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
