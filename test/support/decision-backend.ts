import type {
  BulkDecisionInput,
  DecisionBody,
  DecisionInput,
  DecisionsBody,
  NamedDecision,
  PastDecisionBody,
} from '../../server/core/decisions-api';
import type { PlacingCounts, PlacingExample } from '../../server/core/placing-api';
import type { FakeBackend } from './fake-backend';
import { addBulk, anOperation, askedOf } from './placing-backend';
import { ARTICLE } from './tag-backend';

export const aDecision = (overrides: Partial<NamedDecision> = {}): NamedDecision => ({
  kind: 'retire',
  mergeInto: null,
  note: '',
  owner: '',
  due: null,
  ...overrides,
});

const taken = { by: 'Ada Lovelace', at: '2026-06-01T10:00:00.000Z' };
const ended = { endedBy: 'Bob', endedAt: '2026-06-05T10:00:00.000Z' };

export const aTakenDecision = (overrides: Partial<DecisionBody> = {}): DecisionBody => ({
  ...aDecision(),
  ...taken,
  ...overrides,
});

export const aPastDecision = (overrides: Partial<PastDecisionBody> = {}): PastDecisionBody => ({
  ...aTakenDecision(),
  ...ended,
  ...overrides,
});

/** Adds the decisions about one entry, kept as the real backend does, and names to suggest. */
export const addDecisions = (
  backend: Pick<FakeBackend, 'on'>,
  { current = null, past = [] }: Partial<Pick<DecisionsBody, 'current' | 'past'>> = {},
  owners: readonly string[] = ['Dana', 'Erik']
): void => {
  let kept = { current, past };
  const body = ([uid = '', documentId = '']: readonly string[]) => ({ data: { uid, documentId, ...kept } });
  backend.on('GET', '/decisions/:uid/:documentId', (_body, entry) => body(entry));
  backend.on('PUT', '/decisions/:uid/:documentId', (asked, entry) => {
    const { data } = asked as { readonly data: DecisionInput };
    kept = {
      current: data.kind === null ? null : { ...aTakenDecision(), ...data, mergeInto: targetOf(data) },
      past: kept.current === null ? kept.past : [{ ...kept.current, ...ended }, ...kept.past],
    };
    return body(entry);
  });
  backend.on('GET', '/decisions/owners', () => ({ data: owners }));
};

const targetOf = (data: DecisionInput): NamedDecision['mergeInto'] =>
  data.kind === 'merge' && data.mergeInto ? { ...data.mergeInto, title: null } : null;

const EXAMPLE: PlacingExample = {
  uid: ARTICLE,
  documentId: 'doc1',
  title: 'Pricing guide',
  before: { tags: [], excluded: null },
  after: { tags: [], excluded: null },
  decision: { before: null, after: aDecision({ note: 'Old prices' }) },
};

/** Adds `POST /decisions/bulk`, which always answers the same, and the undoing of it. */
export const addBulkDecisions = (backend: FakeBackend, counts: Partial<PlacingCounts> = {}): void => {
  const { counts: of, ...operation } = anOperation({ kind: 'decisions' });
  addBulk(
    backend,
    '/decisions/bulk',
    { ...operation, counts: { ...of, added: 0, removed: 0, placed: 0, decided: 2, ...counts } },
    EXAMPLE
  );
  backend.on('GET', '/decisions/owners', () => ({ data: ['Dana', 'Erik'] }));
};

/** What was asked of `POST /decisions/bulk`, in order. */
export const decided = (backend: FakeBackend): readonly BulkDecisionInput[] =>
  askedOf(backend, '/decisions/bulk') as readonly BulkDecisionInput[];
