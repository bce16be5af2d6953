import type {
  EntryEvidenceBody,
  EvidenceBody,
  FileRow,
  FilesBody,
  MeasurementBody,
  NeverConsumedBody,
} from '../../server/core/consumption-api';
import { anEvidence } from './builders';
import { ARTICLE } from './tag-backend';

/** 38 of 131 never viewed, 12 not to be judged. */
export const aSummary = (overrides: Partial<NeverConsumedBody> = {}): NeverConsumedBody => ({
  auditedAt: '2026-06-15T12:00:00.000Z',
  isExact: true,
  measured: 131,
  neverConsumed: 38,
  watching: 7,
  cannotJudge: [
    { reason: 'interrupted', entries: 8 },
    { reason: 'url-unmapped', entries: 4 },
  ],
  kept: 0,
  ...overrides,
});

/** Viewed 12 times, last on 14 June 2026. */
export const someViews = (overrides: Partial<EvidenceBody> = {}): EvidenceBody =>
  anEvidence({
    grade: 'consumed',
    reason: null,
    views: 12,
    viewsFrom: '2026-03-07',
    viewsTo: '2026-06-14',
    measuredDays: 180,
    windowDays: 180,
    lastViewed: '2026-06-14',
    sources: ['www.example.com'],
    ...overrides,
  });

/** Zero views on 90 measured days. */
export const aSilence = (overrides: Partial<EvidenceBody> = {}): EvidenceBody =>
  anEvidence({
    grade: 'never-consumed',
    reason: null,
    views: 0,
    lastViewed: null,
    measuredDays: 90,
    windowDays: 90,
    ...overrides,
  });

/** Days as the server lists them, ending on 14 June 2026. */
export const someDays = (views: readonly (number | null)[]): EntryEvidenceBody['days'] =>
  views.map((count, at) => ({
    day: new Date(Date.UTC(2026, 5, 14 - (views.length - 1 - at))).toISOString().slice(0, 10),
    views: count,
  }));

export const anEntryEvidence = (overrides: Partial<EntryEvidenceBody> = {}): EntryEvidenceBody => ({
  uid: ARTICLE,
  documentId: 'doc1',
  evidence: someViews(),
  versions: [],
  days: someDays([0, 2, null, null, 10]),
  periods: [],
  auditedAt: '2026-06-15T12:00:00.000Z',
  ...overrides,
});

/** Ten days in June, a tracker with two days of silence, and a file. */
export const aMeasurement = (overrides: Partial<MeasurementBody> = {}): MeasurementBody => ({
  from: '2026-06-01',
  to: '2026-06-10',
  sources: [
    {
      key: 'tracker:www.example.com',
      kind: 'tracker',
      name: 'www.example.com',
      views: 70,
      from: '2026-06-01',
      to: '2026-06-10',
      bands: [
        {
          uid: ARTICLE,
          locale: 'de',
          measured: [
            { from: '2026-06-01', to: '2026-06-05' },
            { from: '2026-06-08', to: '2026-06-10' },
          ],
          days: [
            { day: '2026-06-02', views: 60 },
            { day: '2026-06-09', views: 10 },
          ],
        },
        { uid: 'plugin::upload.file', locale: '', measured: [], days: [] },
      ],
    },
    {
      key: 'import:12',
      kind: 'import',
      name: 'Pages and screens.csv',
      views: 1_234,
      from: '2025-06-01',
      to: '2026-06-05',
      bands: [{ uid: ARTICLE, locale: '', measured: [{ from: '2025-06-01', to: '2026-06-05' }], days: [] }],
    },
  ],
  drops: [
    { reason: 'bot', uid: ARTICLE, events: 20 },
    { reason: 'bot', uid: 'plugin::upload.file', events: 4 },
    { reason: 'other-origin', uid: '', events: 3 },
  ],
  beacon: {
    enabled: true,
    snippet: '<script src="https://cms.example.com/cs.js" defer></script>',
    origins: ['https://www.example.com'],
  },
  deliveries: { enabled: false, since: null },
  ...overrides,
});

/** A PDF that nothing uses. */
export const aFile = (overrides: Partial<FileRow> = {}): FileRow => ({
  documentId: 'file1',
  id: 1,
  name: 'Price list.pdf',
  url: '/uploads/price_list.pdf',
  mime: 'application/pdf',
  ext: '.pdf',
  size: 1_234_567,
  createdAt: '2025-01-07T12:00:00.000Z',
  usage: 'unreferenced',
  uses: [],
  usedBy: 0,
  duplicates: 0,
  measuredBy: 'downloads',
  hidesCounts: false,
  evidence: aSilence(),
  ...overrides,
});

export const someFiles = (rows: readonly FileRow[] = [aFile()], meta: Partial<FilesBody['meta']> = {}): FilesBody => ({
  data: rows,
  meta: {
    pagination: { page: 1, pageSize: 20, pageCount: 1, total: rows.length, totalIsExact: true },
    totals: { files: 1_240, bytes: 3_210_000_000, unreferenced: 312, unreferencedBytes: 1_100_000_000 },
    auditedAt: '2026-06-15T12:00:00.000Z',
    isRenewed: false,
    ...meta,
  },
});
