import type {
  AnalyticsBody,
  MappedPathBody,
  MoveBody,
  MoveInput,
  PathOverrideInput,
} from '../../server/core/analytics-api';
import type { AnalyticsImportBody } from '../../server/core/consumption-api';
import type { FakeBackend } from './fake-backend';

export const anAnalyticsImport = (overrides: Partial<AnalyticsImportBody> = {}): AnalyticsImportBody => ({
  id: 3,
  format: 'ga4',
  name: 'ga4.csv',
  site: 'Example',
  from: '2025-01-01',
  to: '2025-02-11',
  isComplete: true,
  rows: 500,
  views: 83171,
  mappedViews: 78000,
  mappedEntries: 312,
  canUndo: true,
  state: 'counted',
  replacedBy: null,
  by: 'Ada Lovelace',
  at: IMPORTED_AT,
  ...overrides,
});

const IMPORTED_AT = '2026-06-01T10:00:00.000Z';

/** What a look into GA4's *Pages and screens* answers. */
export const anAnalyticsBody = (overrides: Partial<AnalyticsBody> = {}): AnalyticsBody => ({
  dryRun: true,
  file: { name: 'ga4.csv', encoding: 'utf-8', delimiter: ',' },
  report: 'ga4-pages',
  site: 'Example',
  period: { from: '2025-01-01', to: '2025-02-11', isFromFile: true },
  gap: null,
  isComplete: true,
  incomplete: [],
  hosts: [],
  rows: 500,
  paths: 500,
  views: 83171,
  otherViews: 0,
  robots: 0,
  mapped: { paths: 360, views: 78200, entries: 312 },
  unmatched: { paths: 140, views: 4971, top: [{ path: '/old-guide', views: 2000 }] },
  ambiguous: { paths: 0, views: 0, top: [] },
  readdressed: { former: 0, moved: 0 },
  inDoubt: { paths: 0, views: 0, top: [] },
  moves: [],
  patterns: [],
  replaces: [],
  besides: [],
  grades: [],
  import: null,
  ...overrides,
});

/** What was asked with a file. */
export type AskedViews = Readonly<Record<string, string | undefined>>;

/** Adds `POST /imports/analytics`, answered as a test says, overrides, and the list of imports, which undoing changes. */
export const addAnalytics = (
  backend: FakeBackend,
  answer: (asked: AskedViews) => AnalyticsBody = () => anAnalyticsBody(),
  imported: readonly AnalyticsImportBody[] = []
): { readonly asked: readonly AskedViews[] } => {
  const asked: AskedViews[] = [];
  let list = imported;
  backend.on('POST', '/imports/analytics', (_body, _params, query) => {
    asked.push(query);
    const body = answer(query);
    if (query.dryRun === 'true') return { data: body };
    const written = anAnalyticsImport();
    list = [written, ...list];
    return { data: { ...body, dryRun: false, import: written } };
  });
  backend.on('GET', '/imports/analytics', () => ({
    data: list,
    meta: { pagination: { page: 1, pageSize: 10, pageCount: 1, total: list.length, totalIsExact: true } },
  }));
  for (const [verb, state] of [
    ['undo', 'undone'],
    ['redo', 'counted'],
  ] as const) {
    backend.on('POST', `/imports/analytics/:id/${verb}`, (_body, [id]) => {
      list = list.map((one) => (one.id === Number(id) ? { ...one, state } : one));
      return { data: list.find((one) => one.id === Number(id)) };
    });
  }
  let mapped: readonly MappedPathBody[] = [];
  backend.on('GET', '/imports/analytics/overrides', () => ({
    data: mapped,
    meta: { pagination: { page: 1, pageSize: 10, pageCount: 1, total: mapped.length, totalIsExact: true } },
  }));
  backend.on('PUT', '/imports/analytics/overrides', (body) => {
    const { path, entry } = (body as { readonly data: PathOverrideInput }).data;
    const others = mapped.filter((one) => one.path !== path);
    const said = entry === null || entry === 'none' ? entry : { ...entry, locale: entry.locale ?? '' };
    mapped = said === null ? others : [{ path, entry: said, by: 'Ada Lovelace', at: IMPORTED_AT }, ...others];
    return body;
  });
  let moves: readonly MoveBody[] = [];
  backend.on('GET', '/imports/analytics/moves', () => ({
    data: moves,
    meta: { pagination: { page: 1, pageSize: 10, pageCount: 1, total: moves.length, totalIsExact: true } },
  }));
  backend.on('PUT', '/imports/analytics/moves', (body) => {
    const { data } = body as { readonly data: MoveInput };
    moves = [{ ...data, by: 'Ada Lovelace', at: IMPORTED_AT }, ...moves];
    return body;
  });
  backend.on('DELETE', '/imports/analytics/moves', (_body, _params, { from = '', to = '' }) => {
    moves = moves.filter((one) => one.from !== from || one.to !== to);
    return { data: { from, to } };
  });
  return { asked };
};
