/** Valid plain data with fixed defaults: a test states only what it is about. */
import type { InventoryRow } from '../../server/core/api';
import type { AssessContext } from '../../server/core/audit/assess';
import type { EntryFacts, TagFacts, VariantFacts } from '../../server/core/audit/facts';
import { indexAxes, type Axes } from '../../server/core/axes';
import type { EvidenceBody } from '../../server/core/consumption-api';
import { dayAt } from '../../server/core/evidence/day';
import { DEFAULT_POLICY } from '../../server/core/policy';
import { EVERYONE, type Journey, type Persona, type Stage } from '../../server/core/vocabulary';

/** The moment at which every test's audit starts. */
export const NOW = Date.UTC(2026, 5, 15, 12);
export const DAY = 86_400_000;

export const aPersona = (key: string, overrides: Partial<Persona> = {}): Persona => ({
  key,
  name: key,
  description: '',
  group: '',
  priority: 'primary',
  buys: true,
  uses: true,
  position: 0,
  retired: false,
  ...overrides,
});

export const aStage = (key: string, journey: Journey = 'buyer', overrides: Partial<Stage> = {}): Stage => ({
  key,
  name: key,
  journey,
  position: 0,
  aliases: [],
  target: 2,
  playbook: { question: `${key}?`, goal: '', owners: [], content: [`${key} page`], metrics: [] },
  retired: false,
  ...overrides,
});

/** Personas finance and ops (it has retired); decision before the purchase, onboarding and adoption after it (legacy has retired). */
export const someAxes = (overrides: Partial<Axes> = {}): Axes => ({
  personas: [aPersona('finance'), aPersona('ops', { priority: 'secondary' }), aPersona('it', { retired: true })],
  stages: [
    aStage('decision'),
    aStage('onboarding', 'customer'),
    aStage('adoption', 'customer'),
    aStage('legacy', 'customer', { retired: true }),
  ],
  cells: [],
  ...overrides,
});

export const aContext = (overrides: Partial<AssessContext> & { readonly of?: Axes } = {}): AssessContext => ({
  axes: indexAxes(overrides.of ?? someAxes(), EVERYONE),
  policy: overrides.policy ?? DEFAULT_POLICY,
  now: overrides.now ?? NOW,
});

/** Published, edited yesterday, by an active owner. */
export const aVariant = (overrides: Partial<VariantFacts> = {}): VariantFacts => ({
  locale: 'en',
  status: 'published',
  title: 'Pricing',
  path: '/pricing',
  owner: { id: 1, name: 'Ann Lee', state: 'active' },
  createdAt: NOW - 100 * DAY,
  updatedAt: NOW - DAY,
  contentDate: null,
  expiresAt: null,
  publishedOn: overrides.status === 'draft' ? null : dayAt(NOW) - 100,
  readableFrom: null,
  counts: [],
  measured: [],
  periods: [],
  reported: [],
  obstacle: null,
  mayHaveMoved: false,
  measuredBy: [],
  ...overrides,
});

/** A pair written `persona.stage`; `-` for the side that is open. */
export const aTag = (pair: string, origin: TagFacts['origin'] = 'person'): TagFacts => {
  const [persona = '-', stage = '-'] = pair.split('.');
  return { persona: persona === '-' ? null : persona, stage: stage === '-' ? null : stage, origin };
};

/** Pairs written `persona.stage`, apart by spaces. */
export const someTags = (pairs: string): readonly TagFacts[] =>
  pairs
    .split(' ')
    .filter(Boolean)
    .map((pair) => aTag(pair));

export const anEntry = (overrides: Partial<EntryFacts> = {}): EntryFacts => ({
  documentId: 'doc1',
  variants: [aVariant()],
  tags: [],
  excluded: null,
  decision: null,
  ...overrides,
});

/** A cell of which nothing is measured. */
export const UNMEASURED = { views: null, measured: 0, neverConsumed: 0 } as const;
export const UNMEASURED_CELL = { ...UNMEASURED, demand: null } as const;

/** Of what nothing measures. */
export const anEvidence = (overrides: Partial<EvidenceBody> = {}): EvidenceBody => ({
  grade: 'unmeasured',
  reason: 'no-source',
  views: null,
  viewsFrom: null,
  viewsTo: null,
  measuredDays: 0,
  windowDays: 90,
  windowTo: null,
  lastViewed: null,
  judgeableFrom: null,
  sources: [],
  uncountedShare: null,
  delivered: null,
  ...overrides,
});

export const anInventoryRow = (overrides: Partial<InventoryRow> = {}): InventoryRow => ({
  uid: 'api::article.article',
  documentId: 'doc1',
  locale: null,
  locales: ['en', 'de'],
  contentType: 'Article',
  kind: 'collectionType',
  title: 'Pricing',
  path: '/pricing',
  status: 'published',
  current: true,
  placement: 'placed',
  openReason: null,
  tags: [{ persona: 'finance', stage: 'decision', journey: 'buyer', origin: 'person' }],
  excluded: null,
  scope: 'dedicated',
  owner: 'Ann Lee',
  ownerState: 'active',
  createdAt: '2026-03-07T12:00:00.000Z',
  updatedAt: '2026-06-14T12:00:00.000Z',
  contentDate: null,
  ageBy: 'edited',
  expiresAt: null,
  findings: [],
  decision: null,
  firstPublishedAt: '2026-03-07',
  evidence: anEvidence(),
  silence: 'cannot-judge',
  ...overrides,
});
