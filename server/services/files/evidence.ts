import type { Core } from '@strapi/strapi';
import type { EvidenceBody } from '../../core/consumption-api';
import { consumption } from '../../core/evidence/consumption';
import { coverageOf, type Covering } from '../../core/evidence/covering';
import { dayAt, isoDay, type Day } from '../../core/evidence/day';
import { evidence, type Evidence, type ViewCount } from '../../core/evidence/evidence';
import { DEFAULT_POLICY } from '../../core/policy';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { FILE } from '../../library/files/models';
import type { Upload } from '../../library/files/uploads';
import { rowsOfEntries } from '../../stores/audit/inventory-list';
import { readCountsAmong } from '../../stores/consumption/counts';
import { hasCounted } from '../../stores/consumption/sources';
import { inTransaction } from '../../stores/transaction';
import { loadMeasuring, NOT_COVERED, type Measuring } from '../evidence/measuring';
import { evidenceBody } from '../reading/evidence-body';
import { createEvidenceFacts, NO_FACTS, readSharedFacts, type SharedFacts } from '../reading/evidence-facts';

/** What an audit found of the consumption of entries and files. */
export interface EvidenceReader {
  /** Of some entries, by `entryKey`; those that are not under audit are in none. */
  readonly ofEntries: (entries: readonly EntryRef[]) => Promise<ReadonlyMap<string, EvidenceBody>>;
  /** Of files by their own downloads, by id. */
  readonly ofFiles: (files: readonly FileRef[]) => Promise<ReadonlyMap<number, EvidenceBody>>;
}

type FileRef = Pick<Upload, 'id' | 'documentId' | 'createdAt'>;

/** Reads what an audit that has ended found; `types` by their number in its rows. */
export const createEvidenceReader = async (
  strapi: Core.Strapi,
  auditId: number,
  types: ReadonlyMap<number, string>
): Promise<EvidenceReader> => {
  const factsOf = createEvidenceFacts(strapi);
  const today = dayAt(Date.now());
  const measuring = (await hasCounted(strapi))
    ? await loadMeasuring(strapi, [{ uid: FILE, localized: false }], DEFAULT_POLICY, today)
    : null;
  const shared = measuring === null ? NO_FACTS : await readSharedFacts(strapi);
  const named = { types: new Map([...types].map(([no, uid]) => [no, { uid }])) };

  return {
    ofEntries: async (entries) => {
      const found = new Map<string, EvidenceBody>();
      for (const [typeNo, uid] of types) {
        const documentIds = new Set(entries.flatMap((entry) => (entry.uid === uid ? entry.documentId : [])));
        if (documentIds.size === 0) continue;
        const rows = await inTransaction(strapi, (trx) => rowsOfEntries(trx, auditId, typeNo, [...documentIds]));
        const facts = await factsOf(rows, named);
        // When an entry was written, and where, is shown to whoever may read it, and files are shown to others too.
        const version = { uid, locale: null, showsDates: false, showsPath: false };
        for (const row of rows) {
          const key = entryKey({ uid, documentId: row.document_id });
          found.set(key, evidenceBody(row, version, ALL_KNOWN, facts));
        }
      }
      return found;
    },

    ofFiles: async (files) => {
      const counts = measuring === null ? NOTHING_COUNTED : await readFileCounts(strapi, measuring, files);
      const covering = measuring?.covering(FILE, '') ?? NOT_COVERED;
      return new Map(files.map((file) => [file.id, ownEvidence(file, covering, counts, shared, today)]));
    },
  };
};

const ALL_KNOWN = { policy: DEFAULT_POLICY, period: null };

const NOTHING_COUNTED: ReadonlyMap<string, readonly ViewCount[]> = new Map();

const readFileCounts = async (
  strapi: Core.Strapi,
  measuring: Measuring,
  files: readonly FileRef[]
): Promise<ReadonlyMap<string, readonly ViewCount[]>> => {
  const ids = files.map(({ documentId }) => documentId);
  const counts = await readCountsAmong(strapi, FILE, ids, measuring.cuts);
  return new Map([...counts].map(([id, found]) => [id, found.filter(({ source }) => measuring.counts(source))]));
};

/** A file can be opened from the day on which it was uploaded. */
const ownEvidence = (
  { documentId, createdAt }: FileRef,
  covering: Covering,
  counted: ReadonlyMap<string, readonly ViewCount[]>,
  facts: SharedFacts,
  today: Day
): EvidenceBody => {
  const counts = counted.get(documentId) ?? [];
  const coverage = coverageOf(covering, {
    hasPath: true,
    createdOn: null,
    doubtedOn: null,
    counts,
    obstructed: [],
    doubted: [],
  });
  const measurements = { ...coverage, publishedOn: dayAt(createdAt), readableFrom: null };
  const graded = evidence(measurements, DEFAULT_POLICY, today);
  const known = consumption(measurements, coverage.measuredBy, graded, DEFAULT_POLICY, today);
  return {
    grade: graded.grade,
    reason: graded.grade === 'unmeasured' ? graded.reason : null,
    views: known?.views ?? null,
    viewsFrom: day(known?.from),
    viewsTo: day(known?.to),
    measuredDays: known?.measuredDays ?? 0,
    windowDays: (known?.views ?? 0) > 0 ? DEFAULT_POLICY.dormantDays : DEFAULT_POLICY.neverDays,
    windowTo: day(known?.windowTo),
    lastViewed: day(known?.lastViewed),
    judgeableFrom: judgeableFrom(graded),
    sources: (known?.sources ?? []).map(facts.sourceName),
    uncountedShare: facts.uncountedShare(FILE),
    // Files are sent by no API.
    delivered: null,
  };
};

const judgeableFrom = (graded: Evidence): string | null =>
  graded.grade === 'too-new' ? isoDay(graded.judgeableFrom) : null;

const day = (value: Day | null | undefined): string | null =>
  value === null || value === undefined ? null : isoDay(value);
