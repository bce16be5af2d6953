import { isDeepStrictEqual } from 'node:util';
import { apiOf } from '../api';
import type { Host } from '../host';
import { sheetOf } from '../import';
import { ARTICLE, GUIDE } from '../library';
import { send } from './asking';
import type { Library, Ref } from './library';
import type { Asked } from './requests';
import type { Sight } from './shown';

type Request = readonly [route: string, asked: Asked];

/** Each request that names something, by that name. */
const OF_ENTRY = (entry: Ref, seen: Ref | undefined): readonly Request[] => {
  const { uid, documentId } = entry;
  const add = { mode: 'add', personas: ['ops'] };
  return [
    ...['GET /tags', 'GET /decisions', 'GET /evidence'].map((route): Request => [
      `${route}/:uid/:documentId`,
      { params: { ...entry } },
    ]),
    ['PATCH /tags/:uid/:documentId', { params: { ...entry }, data: { add: [{ persona: 'ops', stage: null }] } }],
    ['PUT /tags/:uid/:documentId', { params: { ...entry }, data: { tags: [] } }],
    ['PUT /decisions/:uid/:documentId', { params: { ...entry }, data: { kind: 'keep' } }],
    ['GET /tags', { query: { uid, documentIds: documentId } }],
    ['POST /tags/bulk', { data: { entries: [entry], change: add, dryRun: true } }],
    ['POST /decisions/bulk', { data: { entries: [entry], decision: { kind: 'keep' }, dryRun: true } }],
    ['PUT /imports/analytics/overrides', { data: { path: '/nobody-has-this', entry } }],
    [
      'POST /imports/tags',
      { query: { dryRun: true }, file: sheetOf('UID,Document ID,Personas', `${uid},${documentId},Ops`) },
    ],
    ['POST /imports/tags', { query: { dryRun: true }, file: sheetOf('Document ID,Personas', `${documentId},Ops`) }],
    ['GET /inventory', { query: { search: documentId } }],
    ...(seen === undefined
      ? []
      : [
          [
            'PUT /decisions/:uid/:documentId',
            { params: { ...seen }, data: { kind: 'merge', mergeInto: entry } },
          ] as const,
          [
            'POST /decisions/bulk',
            { data: { entries: [seen], decision: { kind: 'merge', mergeInto: entry }, dryRun: true } },
          ] as const,
          [
            'POST /imports/tags',
            {
              query: { dryRun: true },
              file: sheetOf(
                'UID,Document ID,Decision,Merge into',
                `${seen.uid},${seen.documentId},merge,${documentId}`
              ),
            },
          ] as const,
        ]),
  ];
};
const OF_OPERATION = (id: string): readonly Request[] => [
  ['GET /operations/:id', { params: { id } }],
  ['POST /operations/:id/undo', { params: { id }, data: {} }],
];
const OF_PATH = (path: string): readonly Request[] => [
  ['PUT /imports/analytics/overrides', { data: { path, entry: null } }],
];
const OF_FIELD = (uid: string, field: string): readonly Request[] => [
  ['GET /rules/values', { query: { contentType: uid, field } }],
  [
    'POST /rules/preview',
    {
      data: {
        rules: [
          {
            contentType: uid,
            condition: { field, operator: 'is', values: ['x'] },
            ...{ personas: ['ops'], stages: ['decision'], excluded: null },
          },
        ],
      },
    },
  ],
  ['PUT /content-types/:uid', { params: { uid }, data: { titleField: field } }],
];

/** As long as what it stands for: a length is an answer too. */
const nameless = (name: string): string => 'z'.repeat(name.length);

/** Requests that answer a hidden name otherwise than one that nothing has: status and body, but for the name itself. */
export const toldApart = async (host: Host, sight: Sight, library: Library): Promise<readonly string[]> => {
  const found: string[] = [];
  const compare = async (hidden: string, unknown: string, of: (name: string) => readonly Request[]): Promise<void> => {
    const answers = async (name: string) => {
      const all: (readonly [number, string])[] = [];
      for (const [route, asked] of of(name)) {
        const { status, text } = await send(host, sight.user.token, route, asked, '/content-strategy');
        // Both names in both answers: one may be a word of ours as well.
        const body = text.slice(text.indexOf('\n') + 1);
        all.push([status, body.replaceAll(hidden, '…').replaceAll(unknown, '…')]);
      }
      return all;
    };
    const [told, expected] = [await answers(hidden), await answers(unknown)];
    for (const [at, [route, asked]] of of(hidden).entries()) {
      if (isDeepStrictEqual(told[at], expected[at])) continue;
      found.push(`${route} ${JSON.stringify(asked)}: ${String(told[at])} instead of ${String(expected[at])}`);
    }
  };

  const seen = library.entries.find(({ uid, documentId }) => sight.reads(uid, documentId));
  for (const uid of [ARTICLE, GUIDE]) {
    const hidden = library.entries.find((one) => one.uid === uid && !sight.reads(uid, one.documentId));
    if (hidden === undefined) continue;
    const { documentId } = hidden;
    await compare(documentId, nameless(documentId), (id) => OF_ENTRY({ uid, documentId: id }, seen));
  }

  // Who may not read these lists at all may act on what stands in them by other permissions.
  const api = apiOf(host, sight.user.token);
  const operations = await api.get('/operations?pageSize=100');
  if (operations.status === 200) {
    const { data } = operations.body as { readonly data: readonly { readonly id: number }[] };
    const hidden = library.operations.find((id) => !data.some((one) => one.id === id));
    if (hidden !== undefined) await compare(String(hidden), '987654', OF_OPERATION);
  }
  const mapped = await api.get('/imports/analytics/overrides?pageSize=100');
  const path = library.overrides.find((one) => !mapped.text.includes(one));
  if (mapped.status === 200 && path !== undefined) await compare(path, `/${nameless(path.slice(1))}`, OF_PATH);

  for (const [uid, field] of [
    [ARTICLE, 'title'],
    [ARTICLE, 'slug'],
    [GUIDE, 'name'],
  ] as const) {
    const isNamed = sight.grants.some(({ subject, fields }) => subject === uid && fields?.includes(field) === true);
    if (!isNamed) await compare(field, nameless(field), (name) => OF_FIELD(uid, name));
  }
  return found;
};
