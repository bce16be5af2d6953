import type { TagBody, TagPatch, TagSetBody, VocabularyBody } from '../../server/core/api';
import { applyPatch, pairKey } from '../../server/core/placement';
import type { TagOrigin, TagPair } from '../../server/core/vocabulary';
import { aPersona, aStage } from './builders';
import { createFakeBackend } from './fake-backend';

export const ARTICLE = 'api::article.article';

/** Two personas, two stages before and one after the purchase; the user may do everything. */
export const aVocabulary = (overrides: Partial<VocabularyBody> = {}): VocabularyBody => ({
  personas: [
    aPersona('finance', { name: 'Finance lead' }),
    aPersona('it', { name: 'IT admin', position: 1 }),
    aPersona('ops', { name: 'Ops', position: 2 }),
  ],
  stages: [
    aStage('awareness', 'buyer', { name: 'Awareness' }),
    aStage('decision', 'buyer', { name: 'Decision', position: 1 }),
    aStage('onboarding', 'customer', { name: 'Onboarding' }),
  ],
  contentTypes: [
    { uid: ARTICLE, displayName: 'Article', kind: 'collectionType', localized: true, draftAndPublish: true },
  ],
  locales: [{ code: 'en', name: 'English' }],
  publishing: {},
  can: { read: true, tag: true, audit: true, export: true, settings: true },
  ...overrides,
});

export const aTag = (persona: string | null, stage: string | null, origin: TagOrigin = 'person'): TagBody => ({
  persona,
  stage,
  journey: stage === null ? null : 'buyer',
  origin,
  by: origin === 'person' ? 'Ada Lovelace' : null,
  rule: null,
  at: '2026-06-01T10:00:00.000Z',
});

/** A backend that keeps tags as the real one does. */
export const createTagBackend = (vocabulary: VocabularyBody = aVocabulary()) => {
  const backend = createFakeBackend();
  const entries = new Map<string, TagSetBody>();
  const find = (uid: string, documentId: string): TagSetBody =>
    entries.get(documentId) ?? { uid, documentId, tags: [], excluded: null };

  backend.on('GET', '/vocabulary', () => ({ data: vocabulary }));
  backend.on('GET', '/tags/:uid/:documentId', (_body, [uid = '', documentId = '']) => ({
    data: find(uid, documentId),
  }));
  backend.on('PATCH', '/tags/:uid/:documentId', (body, [uid = '', documentId = '']) => {
    const patch = (body as { data: TagPatch }).data;
    const before = find(uid, documentId);
    const { tags, excluded } = applyPatch(before, patch);
    const byPerson = new Set((patch.add ?? []).map(pairKey));
    const stored = (pair: TagPair) =>
      before.tags.find((tag) => pairKey(tag) === pairKey(pair) && !byPerson.has(pairKey(tag))) ??
      aTag(pair.persona, pair.stage);
    const after = { uid, documentId, tags: tags.map(stored), excluded };
    entries.set(documentId, after);
    return { data: after };
  });

  backend.on('GET', '/decisions/:uid/:documentId', (_body, [uid = '', documentId = '']) => ({
    data: { uid, documentId, current: null, past: [] },
  }));

  return {
    ...backend,
    put: (documentId: string, tags: readonly TagBody[], excluded: TagSetBody['excluded'] = null) =>
      void entries.set(documentId, { uid: ARTICLE, documentId, tags, excluded }),
    stored: (documentId: string) => find(ARTICLE, documentId),
    patches: () => backend.sent('PATCH').map((body) => (body as { data: TagPatch }).data),
  };
};
