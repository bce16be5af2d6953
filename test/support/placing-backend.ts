import type {
  BulkInput,
  OperationBody,
  PlacingBody,
  PlacingCounts,
  PlacingExample,
} from '../../server/core/placing-api';
import type { FakeBackend } from './fake-backend';
import { ARTICLE } from './tag-backend';

const COUNTS: PlacingCounts = {
  entries: 3,
  changed: 2,
  unchanged: 0,
  added: 4,
  removed: 1,
  placed: 2,
  lost: { personas: {}, stages: {} },
  decided: 0,
  skipped: {},
};

/** One that is done, unless `done` says how far it is. */
export const anOperation = ({ counts = COUNTS, ...overrides }: Partial<OperationBody> = {}): OperationBody => ({
  id: 7,
  kind: 'bulk',
  name: null,
  status: 'applied',
  by: 'Ada Lovelace',
  at: '2026-06-01T10:00:00.000Z',
  undoneAt: null,
  counts,
  isPartial: false,
  done: counts.changed,
  ...overrides,
});

const EXAMPLE: PlacingExample = {
  uid: ARTICLE,
  documentId: 'doc1',
  title: 'Pricing guide',
  before: { tags: [{ persona: 'ops', stage: null }], excluded: null },
  after: { tags: [{ persona: 'finance', stage: 'decision' }], excluded: null },
};

/** Adds `POST /tags/bulk`, which always answers the same, and the undoing of it. */
export const addPlacing = (backend: FakeBackend, counts: Partial<PlacingCounts> = {}): void =>
  addBulk(backend, '/tags/bulk', anOperation({ counts: { ...COUNTS, ...counts } }), EXAMPLE);

/** What was asked of `POST /tags/bulk`, in order. */
export const placed = (backend: FakeBackend): readonly BulkInput[] =>
  askedOf(backend, '/tags/bulk') as readonly BulkInput[];

/** Adds a change of many entries that always answers the same, and the undoing of it. */
export const addBulk = (
  backend: FakeBackend,
  path: string,
  operation: OperationBody,
  example: PlacingExample
): void => {
  backend.on('POST', path, (body): { data: PlacingBody } => {
    const { dryRun } = (body as { readonly data: { readonly dryRun?: boolean } }).data;
    return { data: { counts: operation.counts, examples: [example], operation: dryRun ? null : operation } };
  });
  backend.on('POST', '/operations/:id/undo', () => ({ data: { ...operation, status: 'undone' } }));
};

/** Bodies of the requests to a route, in order. */
export const askedOf = ({ log }: FakeBackend, path: string): readonly unknown[] =>
  log.filter(({ url }) => url.endsWith(path)).map(({ body }) => (body as { readonly data: unknown }).data);
