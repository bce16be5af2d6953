import type { ROUTES } from '../../server/routes';
import { ARTICLE } from './api';
import { as, type Host } from './host';

type Route = (typeof ROUTES)[number];

/** What a request to a route may say: each parameter that it knows, once. */
export interface Sample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** A route that takes a file or reads its body itself has no body here. */
  readonly body?: unknown;
}

const entry = { uid: ARTICLE, documentId: 'document' };
const page = { page: '1', pageSize: '25' };
const view = { contentType: ARTICLE, locale: 'en' };
const live = {
  ...view,
  persona: 'it',
  journey: 'buyer',
  stage: 'decision',
  placement: 'placed',
  status: 'draft',
  age: 'old',
  owner: 'Bob',
  finding: 'old',
  decision: 'keep',
  due: 'overdue',
  search: 'price',
  operation: '1',
  import: '1',
};
const counted = { counted: 'published', evidence: 'consumed', evidenceReason: 'no-source', silence: 'watching' };
const csv = { delimiter: ';', bom: 'false' };
const condition = { field: 'title', operator: 'is', values: ['Pricing'] };
const rule = { contentType: ARTICLE, condition, personas: ['it'], stages: ['decision'], excluded: null };
const persona = {
  key: 'it',
  name: 'IT',
  description: 'Runs it',
  group: 'Users',
  priority: 'primary',
  buys: true,
  uses: true,
};
const playbook = { question: 'Why?', goal: 'Know', owners: ['Ann'], content: ['Guide'], metrics: ['Visits'] };
const stage = { name: 'Trial', aliases: ['Test'], target: 2, playbook };
const decision = { kind: 'update', note: 'Old', owner: 'Ann', due: '2026-12-31' };
const pair = { persona: 'it', stage: 'decision' };

/** By `METHOD /path`; a route that says nothing needs none. */
const SAMPLES: Readonly<Partial<Record<string, Sample>>> = {
  'POST /personas': { body: persona },
  'PUT /personas/order': { body: { keys: ['it'] } },
  'PUT /personas/:key': { params: { key: 'it' }, body: { name: 'IT', description: 'Runs it', group: 'Users' } },
  'DELETE /personas/:key': { params: { key: 'it' }, query: { reassignTo: 'ops' } },
  'POST /stages': { body: { ...stage, key: 'trial', journey: 'buyer' } },
  'PUT /stages/order': { body: { keys: ['trial'] } },
  'POST /stages/presets/:key/preview': { params: { key: 'aida' } },
  'POST /stages/presets/:key/apply': { params: { key: 'no-such-preset' } },
  'PUT /stages/:key': { params: { key: 'trial' }, body: stage },
  'DELETE /stages/:key': { params: { key: 'trial' }, query: { reassignTo: 'decision' } },
  'PUT /cells/:persona/:stage': {
    params: { persona: 'it', stage: 'decision' },
    body: { target: 2, notNeeded: 'Told in talks' },
  },
  'PUT /content-types/:uid': {
    params: { uid: ARTICLE },
    body: { urlPattern: '/blog/{slug}', titleField: 'title', contentDateField: 'x', ownerField: 'x', expiryField: 'x' },
  },
  'PUT /rules': { body: { rules: [{ ...rule, key: 'one' }], place: false } },
  'GET /rules/fields': { query: { contentType: ARTICLE } },
  'GET /rules/values': { query: { contentType: ARTICLE, field: 'title', operator: 'is' } },
  'POST /rules/preview': { body: { rules: [{ ...rule, key: 'one' }], personas: [persona] } },
  'POST /setup': { body: { rules: [rule], personas: [persona], contentTypes: [{ uid: ARTICLE, audited: true }] } },
  'GET /tags': { query: { uid: ARTICLE, documentIds: 'document,other' } },
  'GET /tags/:uid/:documentId': { params: entry },
  'POST /tags/bulk': {
    query: { dryRun: 'true' },
    body: { entries: [entry], change: { mode: 'add', personas: ['it'], stages: ['decision'] }, dryRun: true },
  },
  'PATCH /tags/:uid/:documentId': { params: entry, body: { add: [pair], remove: [pair] } },
  'PUT /tags/:uid/:documentId': { params: entry, body: { tags: [pair] } },
  'POST /decisions/bulk': {
    query: { dryRun: 'true' },
    body: { filter: { ...view, owner: 'Bob', search: 'price' }, decision, dryRun: true },
  },
  'GET /decisions/:uid/:documentId': { params: entry },
  'PUT /decisions/:uid/:documentId': { params: entry, body: { ...decision, kind: 'merge', mergeInto: entry } },
  'GET /operations': { query: { kind: 'bulk', ...page } },
  'GET /operations/:id': { params: { id: '1' } },
  'POST /operations/:id/undo': { params: { id: '1' } },
  'POST /imports/tags': {
    query: { dryRun: 'true', mode: 'merge', validOnly: 'false', answer: 'summary', options: '{}' },
  },
  'POST /imports/analytics': {
    query: {
      dryRun: 'true',
      from: '2026-01-01',
      to: '2026-01-31',
      complete: 'true',
      because: 'sampled',
      site: 'Blog',
      hosts: 'example.com',
    },
  },
  'GET /imports/analytics': { query: page },
  'GET /imports/analytics/overrides': { query: page },
  'GET /imports/analytics/moves': { query: page },
  'PUT /imports/analytics/moves': { body: { from: '/blog', to: '' } },
  'DELETE /imports/analytics/moves': { query: { from: '/blog', to: '' } },
  'PUT /imports/analytics/overrides': { body: { path: '/a', entry: { ...entry, locale: 'en' } } },
  'POST /imports/analytics/:id/undo': { params: { id: '1' } },
  'POST /imports/analytics/:id/redo': { params: { id: '1' } },
  'GET /audits': { query: page },
  'GET /audits/:id': { params: { id: '1' } },
  'PUT /audits/:id': { params: { id: '1' }, body: { data: { name: 'Before the relaunch' } } },
  'GET /coverage': { query: { ...view, audit: '1', counted: 'published', period: '30-days' } },
  'GET /coverage/types': {
    query: { ...view, audit: '1', counted: 'published', persona: 'it', journey: 'buyer', stage: 'decision' },
  },
  'GET /glance': { query: { ...view, audit: '1' } },
  'GET /inventory': { query: { audit: '1', ...live, ...counted, period: '30-days', ...page, sort: 'title:asc' } },
  'GET /never-consumed': { query: { audit: '1', ...live } },
  'GET /evidence/:uid/:documentId': { params: entry },
  'GET /files': { query: { usage: 'draft', evidence: 'consumed', search: 'a', ...page, sort: 'name:asc' } },
  'GET /measurement': { query: { days: '90' } },
  'GET /exports/files.csv': {
    query: { usage: 'draft', evidence: 'consumed', search: 'a', ...page, sort: 'name:asc', ...csv },
  },
  'GET /exports/:name': {
    params: { name: 'inventory.csv' },
    query: {
      audit: '1',
      ...live,
      ...counted,
      period: '30-days',
      ...page,
      sort: 'x',
      ...csv,
      shape: 'pairs',
      per: 'entry',
    },
  },
};

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What the walks over all routes send. */
export const sampleOf = (route: Route): Sample => SAMPLES[nameOf(route)] ?? {};

/** Sends a request to a route; `params` stand in its path as they are. */
export const sendTo = (host: Host, token: string | undefined, { method, path }: Route, said: Sample) => {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => said.params?.[name] ?? 'none');
  const agent = as(host, token);
  const call = { GET: agent.get, POST: agent.post, PUT: agent.put, PATCH: agent.patch, DELETE: agent.delete }[method];
  const request = call.call(agent, `/content-strategy${filled}`).query({ ...said.query });
  if (method === 'GET' || method === 'DELETE' || said.body === undefined) return request;
  return request.send(said.body as object);
};
