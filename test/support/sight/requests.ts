import { EXPORTS } from '../../../server/core/api';
import { LIST_FILTERS } from '../../../server/core/list-filters';
import type { RouteName } from '../../../server/routes';
import { ga4Pages } from '../analytics';
import { BROWSER, ORIGIN } from '../beacon';
import { sheetOf } from '../import';
import { ARTICLE, GUIDE, LANDING_PAGE } from '../library';
import type { Library, Ref } from './library';
import { LOCALES } from './shown';

/** One request: parameters of the path, a query, and a body or a file. */
export interface Asked {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: object;
  readonly data?: object;
  /** A body that has no `data` around it. */
  readonly plain?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: string;
}

/** What requests are made of: the library, and a number that no other user of the test has. */
export interface Asking extends Library {
  readonly run: number;
}

type Requests = (asking: Asking) => readonly Asked[];

const TYPES = [ARTICLE, GUIDE, LANDING_PAGE];
const alone: Requests = () => [{}];

/** Others for each user: together they ask about all of them. */
const someOf = ({ entries, run }: Asking, most = 4): readonly Ref[] =>
  Array.from({ length: most }, (_, at) => entries[(run * 3 + at) % entries.length]).filter((one) => one !== undefined);

const each =
  (make: (entry: Ref, asking: Asking) => Omit<Asked, 'params'>): Requests =>
  (asking) =>
    someOf(asking).map((entry) => ({ params: { ...entry }, ...make(entry, asking) }));
const listed =
  (filters: readonly object[]): Requests =>
  () =>
    filters.map((query) => ({ query }));

const VIEWS = [
  {},
  { counted: 'all' },
  ...LOCALES.map((locale) => ({ locale })),
  ...TYPES.map((contentType) => ({ contentType })),
];
const FILTERS = [
  { pageSize: 100 },
  { sort: 'title:asc', locale: 'de' },
  { persona: 'ops', stage: 'decision', counted: 'all' },
  { placement: 'to-place' },
  { finding: 'stale' },
  { decision: 'merge' },
  { evidence: 'consumed' },
  { silence: 'cannot-judge' },
];

const OPS_DECISION = { persona: 'ops', stage: 'decision' };
const SELECTIONS = (asking: Asking) => [
  ...someOf(asking).map((entry) => ({ entries: [entry] })),
  ...TYPES.map((contentType) => ({ filter: { contentType } })),
  { filter: { persona: 'ops', counted: 'all' } },
];
const DECISIONS = (entry: Ref, { entries }: Library) =>
  entries.slice(0, 3).map((mergeInto) => ({ decision: { kind: 'merge', mergeInto }, entries: [entry] }));

/** As the last one of a user's requests leaves them: the next one finds what this one found. */
const ruleInputs = (rules: readonly object[]): readonly object[] =>
  rules.map((rule) => {
    const {
      entries: _entries,
      hidden: _hidden,
      gone: _gone,
      ...input
    } = rule as { readonly entries?: number; readonly hidden?: boolean; readonly gone?: unknown };
    return input;
  });

const tagsSheets = ({ entries }: Library): readonly string[] => [
  sheetOf(
    'UID,Document ID,Personas,Stages',
    ...entries.map(({ uid, documentId }) => `${uid},${documentId},Ops,Decision`)
  ),
  sheetOf(
    'Document ID,Decision,Merge into',
    ...entries.map(({ documentId }) => `${documentId},merge,${entries[0]?.documentId ?? ''}`)
  ),
];

/** How each route is called, well-formed; what one request changes, it or another puts back. A new route has to say it. */
export const REQUESTS = {
  'GET /vocabulary': alone,

  'GET /personas': alone,
  'POST /personas': ({ run }) => [{ data: { name: `Persona ${run}`, key: `persona-${run}` } }],
  'PUT /personas/order': ({ personas, run }) => [{ data: { keys: [...personas, `persona-${run}`] } }],
  'PUT /personas/:key': ({ personas }) => personas.map((key) => ({ params: { key }, data: { group: 'People' } })),
  'DELETE /personas/:key': ({ personas, run }) => [...personas, `persona-${run}`].map((key) => ({ params: { key } })),

  'GET /stages': alone,
  'POST /stages': ({ run }) => [{ data: { name: `Stage ${run}`, key: `stage-${run}`, journey: 'buyer' } }],
  'PUT /stages/order': ({ run }) => [{ data: { keys: ['awareness', 'consideration', 'decision', `stage-${run}`] } }],
  'GET /stages/presets': alone,
  'POST /stages/presets/:key/preview': () =>
    ['default', 'three-phase', 'lifecycle'].map((key) => ({ params: { key }, data: {} })),
  'POST /stages/presets/:key/apply': () => [{ params: { key: 'default' }, data: {} }],
  'PUT /stages/:key': () => [{ params: { key: 'decision' }, data: { target: 2 } }],
  'DELETE /stages/:key': ({ run }) => ['decision', 'awareness', `stage-${run}`].map((key) => ({ params: { key } })),

  'GET /cells': alone,
  'PUT /cells/:persona/:stage': () => [{ params: { persona: 'ops', stage: 'decision' }, data: { target: 3 } }],

  'GET /content-types': alone,
  'PUT /content-types/:uid': () => TYPES.map((uid) => ({ params: { uid }, data: { audited: true } })),
  'DELETE /content-types/:uid': () => [{ params: { uid: 'api::gone.gone' } }],

  'GET /rules': alone,
  'PUT /rules': ({ rules }) => [{ data: { rules: ruleInputs(rules), place: true } }],
  'GET /rules/fields': () => TYPES.map((contentType) => ({ query: { contentType } })),
  'GET /rules/values': () =>
    [
      [ARTICLE, 'title'],
      [ARTICLE, 'slug'],
      [ARTICLE, 'category.name'],
      [ARTICLE, 'author.name'],
      [GUIDE, 'name'],
    ].map(([contentType, field]) => ({ query: { contentType, field } })),
  'POST /rules/preview': ({ rules }) => [
    { data: { rules: ruleInputs(rules) } },
    {
      data: {
        rules: TYPES.map((contentType) => ({
          contentType,
          condition: null,
          personas: ['ops'],
          stages: ['decision'],
          excluded: null,
        })),
      },
    },
  ],
  'POST /setup': () => [{ data: { contentTypes: TYPES.map((uid) => ({ uid, audited: true })), rules: [] } }],

  'GET /tags': ({ entries }) =>
    TYPES.map((uid) => ({
      query: { uid, documentIds: entries.flatMap((one) => (one.uid === uid ? one.documentId : [])).join() },
    })),
  'GET /tags/:uid/:documentId': each(() => ({})),
  'POST /tags/bulk': (asking) =>
    SELECTIONS(asking).flatMap((selection) => [
      { data: { ...selection, change: { mode: 'add', personas: ['ops'] }, dryRun: true } },
      { data: { ...selection, change: { mode: 'pairs', remove: [{ persona: 'legal', stage: null }] } } },
    ]),
  'PATCH /tags/:uid/:documentId': each(() => ({ data: { remove: [{ persona: 'legal', stage: null }] } })),
  'PUT /tags/:uid/:documentId': each(() => ({ data: { tags: [OPS_DECISION] } })),

  'GET /decisions/owners': alone,
  'POST /decisions/bulk': (library) =>
    library.entries
      .slice(3, 5)
      .flatMap((entry) => DECISIONS(entry, library))
      .map((data) => ({ data: { ...data, dryRun: true } })),
  'GET /decisions/:uid/:documentId': each(() => ({})),
  'PUT /decisions/:uid/:documentId': (asking) => {
    const some = someOf(asking);
    const merges = some.flatMap((entry, at) => (some[at + 1] ? [{ entry, mergeInto: some[at + 1] }] : []));
    return [
      ...some.map((entry) => ({ params: { ...entry }, data: { kind: 'keep' } })),
      ...merges.map(({ entry, mergeInto }) => ({ params: { ...entry }, data: { kind: 'merge', mergeInto } })),
      ...merges.map(({ entry }) => ({ params: { ...entry }, data: { kind: 'merge', due: '2030-01-01' } })),
    ];
  },

  'GET /operations': listed([
    {},
    { kind: 'bulk' },
    { kind: 'import' },
    { kind: 'decisions' },
    { pageSize: 1, page: 2 },
  ]),
  'GET /operations/:id': ({ operations }) => operations.map((id) => ({ params: { id } })),
  'POST /operations/:id/undo': ({ operations }) => operations.map((id) => ({ params: { id }, data: {} })),

  'POST /imports/tags': (library) =>
    tagsSheets(library).flatMap((file) =>
      [
        { dryRun: true },
        { dryRun: true, mode: 'replace' },
        { dryRun: true, answer: 'rejected.csv' },
        { validOnly: true },
      ].flatMap((query) => (file.includes('Stages') || query.mode === undefined ? { file, query } : []))
    ),
  'POST /imports/analytics': ({ overrides, run }) => {
    const file = ga4Pages(
      overrides.map((path) => [path, 3]),
      { property: `run ${run}` }
    );
    return [{ file, query: { dryRun: true } }, { file }];
  },
  'GET /imports/analytics': alone,
  'GET /imports/analytics/overrides': listed([{}, { pageSize: 1, page: 2 }]),
  'PUT /imports/analytics/overrides': ({ published, overrides, run }) => [
    ...published.slice(run % 5, (run % 5) + 4).map((entry) => ({ data: { path: `/run-${run}`, entry } })),
    ...overrides.map((path) => ({ data: { path, entry: published[0] } })),
    ...overrides.map((path) => ({ data: { path, entry: 'none' } })),
    ...overrides.map((path) => ({ data: { path, entry: null } })),
  ],
  'GET /imports/analytics/moves': listed([{}, { pageSize: 1, page: 2 }]),
  'PUT /imports/analytics/moves': ({ run }) => [
    { data: { from: '/moved', to: '' } },
    { data: { from: `/run-${run}`, to: '/moved' } },
  ],
  'DELETE /imports/analytics/moves': ({ run }) => [{ query: { from: `/run-${run}`, to: '/moved' } }],
  'POST /imports/analytics/:id/undo': ({ imports }) => imports.map((id) => ({ params: { id }, data: {} })),
  'POST /imports/analytics/:id/redo': ({ imports }) => imports.map((id) => ({ params: { id }, data: {} })),

  'POST /audits': () => [{ data: {} }],
  'GET /audits': alone,
  'GET /audits/latest': alone,
  'GET /audits/:id': ({ audit }) => [{ params: { id: audit } }],
  'PUT /audits/:id': ({ audit }) => [{ params: { id: audit }, data: { data: { name: 'Kept' } } }],
  'GET /coverage': listed(VIEWS),
  'GET /coverage/types': listed([{}, { persona: 'ops', stage: 'decision' }, { locale: 'de' }]),
  'GET /glance': listed([{}, { locale: 'de' }, ...TYPES.map((contentType) => ({ contentType }))]),
  'GET /inventory': (asking) =>
    [
      ...FILTERS,
      ...VIEWS,
      { audit: asking.audit, pageSize: 100 },
      ...asking.operations.map((operation) => ({ operation })),
      ...asking.imports.map((id) => ({ import: id })),
      { evidence: 'measured' },
    ].map((query) => ({ query })),
  'GET /never-consumed': listed([{}, { locale: 'de' }, { persona: 'ops' }]),
  'GET /evidence/:uid/:documentId': each(() => ({})),
  'GET /files': listed([{}, { usage: 'published' }, { sort: 'usedBy:desc' }]),
  'GET /measurement': alone,
  'GET /measurement/last-event': alone,
  'GET /exports/files.csv': listed([{}, { usage: 'unreferenced' }]),
  'GET /exports/:name': ({ audit }) =>
    EXPORTS.filter((name) => name !== 'files.csv').flatMap((name) => {
      const one = (query: object) => ({ params: { name }, query });
      return [one({}), one({ counted: 'all', per: 'locale' }), one({ shape: 'pairs' }), one({ audit })];
    }),
} satisfies Record<RouteName, Requests>;

/** The host's own routes that we have a hand in. */
export const HOOKED: Readonly<Record<string, Requests>> = {
  'GET /content-manager/collection-types/:uid': () =>
    Object.entries({ persona: 'ops', journey: 'buyer', stage: 'decision', placement: 'to-place' }).map(
      ([name, key]) => ({
        params: { uid: ARTICLE },
        query: { [`filters[$and][0][${LIST_FILTERS[name as keyof typeof LIST_FILTERS]}][$eq]`]: key },
      })
    ),
  'POST /content-manager/collection-types/:uid/actions/bulkPublish': ({ entries }) => [
    {
      params: { uid: ARTICLE },
      data: { documentIds: entries.flatMap((one) => (one.uid === ARTICLE ? one.documentId : [])) },
    },
  ],
};

const VIEWED: Requests = ({ published, overrides }) =>
  [...published.map((entry) => ({ entry: { ...entry, locale: 'en' } })), ...overrides.map((path) => ({ path }))].map(
    (event) => ({ plain: event, headers: { Origin: ORIGIN, 'User-Agent': BROWSER } })
  );

/** The routes of ours that front ends ask, under `/api/content-strategy`. */
export const OPEN: Readonly<Record<string, Requests>> = {
  'GET /journeys': alone,
  'GET /page.js': alone,
  'POST /consumption/forward': VIEWED,
};

/** What else of the content API we have a hand in, under `/api`. */
export const OPEN_HOOKED: Readonly<Record<string, Requests>> = {
  'POST /content-strategy/consumption': VIEWED,
  'GET /articles': listed([{ persona: 'ops' }, { stage: 'decision' }, { persona: 'not-set' }, { journey: 'buyer' }]),
  'GET /guides': listed([{ persona: 'ops' }, { stage: 'not-set' }]),
};
