import type { ContentTypeBody, VocabularyBody } from '../../server/core/api';
import type { OperationBody, PlacingBody } from '../../server/core/placing-api';
import type {
  RuleBody,
  RuleField,
  RuleFieldChoice,
  RulesInput,
  RulesPreviewCell,
  RulesPreviewInput,
  RuleValue,
  SetupInput,
} from '../../server/core/rules-api';
import { aGlance, anAudit } from './coverage-body';
import type { FakeBackend } from './fake-backend';
import { createPagesBackend } from './pages-backend';
import { aVocabulary } from './tag-backend';

export const aType = (
  name: string,
  audited = true,
  kind: ContentTypeBody['kind'] = 'collectionType'
): ContentTypeBody => ({
  uid: `api::${name}.${name}`,
  displayName: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  kind,
  localized: false,
  draftAndPublish: true,
  decided: false,
  gone: {},
  setting: {
    uid: `api::${name}.${name}`,
    audited,
    urlPattern: null,
    titleField: null,
    contentDateField: null,
    ownerField: null,
    expiryField: null,
    publishing: 'off',
  },
  fields: { title: [], date: [], owner: [], path: [] },
});

export const anOperation = (overrides: Partial<OperationBody> = {}): OperationBody => ({
  id: 5,
  isPartial: false,
  kind: 'rules',
  name: null,
  status: 'applied',
  by: 'Ada Lovelace',
  at: '2026-06-15T11:00:00.000Z',
  undoneAt: null,
  counts: {
    entries: 100,
    changed: 90,
    unchanged: 0,
    added: 90,
    removed: 0,
    skipped: { 'set-by-person': 10 },
    decided: 0,
    placed: 90,
    lost: { personas: {}, stages: {} },
  },
  done: 90,
  ...overrides,
});

/** What placing by rules answers. */
export const aPlacing = (operation: OperationBody | null = null): PlacingBody => ({
  counts: anOperation().counts,
  examples: [],
  operation,
});

interface Library {
  readonly types?: readonly ContentTypeBody[];
  /** By type. */
  readonly fields?: Readonly<Record<string, readonly (RuleField & Partial<RuleFieldChoice>)[]>>;
  /** By field. */
  readonly values?: Readonly<Record<string, readonly RuleValue[]>>;
  readonly rules?: readonly RuleBody[];
  /** The heatmap that so many rules would fill. */
  readonly cells?: (rules: number) => readonly RulesPreviewCell[];
  readonly vocabulary?: Partial<VocabularyBody>;
}

const SEEN = { entries: 40, hidden: false, gone: null };

/** A library that rules can place; each rule meets 40 entries. */
export const createRulesBackend = (library: Library = {}): FakeBackend => {
  const backend = createPagesBackend(aVocabulary(library.vocabulary));
  let rules = library.rules ?? [];
  backend.on('GET', '/content-types', () => ({ data: library.types ?? [aType('article')] }));
  backend.on('GET', '/glance', () => ({
    data: { ...aGlance(), contentTypes: [{ uid: 'api::article.article', displayName: 'Article', entries: 120 }] },
  }));
  backend.on('GET', '/rules', () => ({ data: rules }));
  backend.on('GET', '/rules/fields', (_body, _params, query) => ({
    data: (library.fields?.[query['contentType'] ?? ''] ?? []).map((field) => ({
      suits: 'groups',
      operator: 'is',
      ...field,
    })),
  }));
  backend.on('GET', '/rules/values', (_body, _params, query) => ({
    data: library.values?.[query['field'] ?? ''] ?? [],
  }));
  backend.on('POST', '/rules/preview', (body) => {
    const asked = (body as { data: RulesPreviewInput }).data.rules;
    return {
      data: {
        cells: library.cells?.(asked.length) ?? [],
        isAll: true,
        rules: asked.map(({ contentType }) => ({
          entries: 40,
          examples: [{ uid: contentType, documentId: 'doc1', title: 'Pricing' }],
        })),
        placed: { before: 10, after: 10 + asked.length * 40, entries: 500 },
        placing: aPlacing(),
      },
    };
  });
  backend.on('PUT', '/rules', (body) => {
    const input = (body as { data: RulesInput }).data;
    rules = input.rules.map((rule, at) => ({ ...rule, key: rule.key ?? `new-${at}`, ...SEEN }));
    return { data: { rules, placing: input.place ? aPlacing(anOperation()) : null } };
  });
  backend.on('POST', '/setup', (body) => {
    const added = (body as { data: SetupInput }).data.rules;
    rules = [...rules, ...added.map((rule, at) => ({ ...rule, key: `set-up-${at}`, ...SEEN }))];
    return { data: { rules, placing: aPlacing(anOperation()) } };
  });
  backend.on('POST', '/audits', () => ({ data: anAudit({ id: 8, status: 'running' }) }));
  backend.on('POST', '/operations/:id/undo', () => ({ data: anOperation({ status: 'undone' }) }));
  return backend;
};

/** What *Apply* sent. */
export const sentSetup = ({ log }: FakeBackend): SetupInput | undefined =>
  (log.find(({ method, url }) => method === 'POST' && url.endsWith('/setup'))?.body as { data: SetupInput } | undefined)
    ?.data;
