/** What an app did with the plugin before it is upgraded: something in every table that is kept. */
import type { NewVersion } from '../support/library';
import type { EntryRef } from '../../server/core/vocabulary';
import { ga4Pages } from '../support/analytics';
import { analyticsImporter } from '../support/analytics-import';
import { apiOf, type Api } from '../support/api';
import { ORIGIN, sends, SOURCE } from '../support/beacon';
import { firstPublished, tracked, viewed } from '../support/consumption';
import type { Host } from '../support/host';
import { importer, sheetOf } from '../support/import';
import {
  aGuide,
  anArticle,
  anEntryOf,
  ARTICLE,
  audited,
  aVersion,
  daysAgo,
  GUIDE,
  LANDING_PAGE,
  withLocales,
} from '../support/library';
import { apiToken, rest } from '../support/rest';
import { superAdmin } from '../support/users';

/** The app's configuration, before the upgrade and after it. */
export const CONFIG = {
  audit: { daily: false, afterChanges: false },
  consumption: { beacon: true, origins: [ORIGIN], perMinute: 1_000_000, deliveries: true },
} as const;

/** Months of work in a few seconds. */
export const live = async (host: Host): Promise<void> => {
  const { id, token } = await superAdmin(host);
  const api = apiOf(host, token);
  await withLocales(host, 'de');
  await decideTheAxes(api);
  const content = await write(host);
  await measure(host, content, token);
  await place(host, api, content, token);
  await audits(host, api, content);
  // Tests make users of their own, by numbers.
  const ada = { firstname: 'Ada', lastname: 'Lovelace', email: 'ada@example.com' };
  await host.strapi.db.query('admin::user').update({ where: { id }, data: ada });
};

type Content = Readonly<
  Record<'pricing' | 'security' | 'onboarding' | 'terms' | 'draft' | 'old' | 'start' | 'setup' | 'home', EntryRef>
>;

const decideTheAxes = async (api: Api): Promise<void> => {
  await done(api.post('/personas', { name: 'Finance lead', group: 'Buyers', priority: 'primary' }));
  await done(api.post('/personas', { name: 'Ops', description: 'Runs it' }));
  await done(api.post('/personas', { name: 'Fax users' }));
  await done(api.put('/personas/fax-users', { retired: true }));
  await done(api.put('/stages/awareness', { name: 'Attention', target: 4, playbook: { question: 'What is it?' } }));
  await done(api.put('/cells/ops/decision', { target: 2 }));
  await done(api.put('/cells/finance-lead/adoption', { notNeeded: 'They never use it' }));
  await done(api.put(`/content-types/${ARTICLE}`, { urlPattern: '/{locale}/{slug}', contentDateField: 'writtenOn' }));
  await done(api.put(`/content-types/${GUIDE}`, { urlPattern: '/guides/{slug}' }));
  await done(api.put(`/content-types/${LANDING_PAGE}`, { audited: true }));
  await done(api.put('/content-types/api::author.author', { audited: false }));
};

const write = async (host: Host): Promise<Content> => {
  const file = await host.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'price list.pdf',
      hash: 'price_list_1a2b3c',
      ext: '.pdf',
      mime: 'application/pdf',
      url: '/uploads/price_list_1a2b3c.pdf',
      size: 1,
      provider: 'local',
      documentId: 'file0000000000000000pdf1',
    },
  });
  const article = async (title: string, version: Omit<NewVersion, 'locale'> = {}): Promise<EntryRef> => ({
    uid: ARTICLE,
    documentId: await anArticle(host, { title, ...version }),
  });
  const content = {
    pricing: await article('Pricing', { data: { cover: file.id } }),
    security: await article('Security'),
    onboarding: await article('Onboarding'),
    terms: await article('Terms'),
    draft: await article('Not yet', { status: 'draft' }),
    old: await article('Telegraphy', { data: { writtenOn: '2011-01-01' } }),
    start: { uid: GUIDE, documentId: await aGuide(host, 'Start here') },
    setup: { uid: GUIDE, documentId: await aGuide(host, 'Set it up') },
    home: {
      uid: LANDING_PAGE,
      documentId: await anEntryOf(host, LANDING_PAGE, { locale: 'en', data: { headline: 'Welcome' } }),
    },
  };
  await aVersion(host, ARTICLE, content.pricing.documentId, {
    locale: 'de',
    data: { title: 'Preise', slug: 'preise' },
  });
  for (let at = 1; at <= 8; at += 1) await article(`Case study ${at}`);
  return content;
};

const measure = async (host: Host, { pricing, security, start }: Content, token: string): Promise<void> => {
  for (const asset of [{ ...pricing, locale: 'en' }, { ...security, locale: 'en' }, start]) {
    await firstPublished(host, asset, 500);
  }
  await tracked(host, { uid: ARTICLE, locale: 'en', source: SOURCE }, 120, 1);
  await viewed(host, { ...pricing, locale: 'en' }, 40, { source: SOURCE, views: 12 });
  await sends(host, { ...pricing, locale: 'de' });
  await sends(host, { ...pricing, locale: 'en' });
  await sends(host, start);
  const send = analyticsImporter(host, token);
  const [from, to] = [daysAgo(300), daysAgo(200)].map((day) => day.replaceAll('-', ''));
  const rows = [
    ['/en/pricing', 50],
    ['/guides/start-here', 7],
    ['/old-prices', 3],
  ] as const;
  await send(ga4Pages(rows, { from, to } as { from: string; to: string }));
  await done(
    apiOf(host, token).put('/imports/analytics/overrides', { path: '/old-prices', entry: { ...pricing, locale: 'en' } })
  );
  const { data } = await send(ga4Pages(rows.slice(0, 1), { from: '20240101', to: '20240131' }));
  await done(apiOf(host, token).post(`/imports/analytics/${data.import?.id ?? 0}/undo`, {}));
  await rest(host, await apiToken(host)).get(`articles/${pricing.documentId}`);
  await rest(host, await apiToken(host)).get('guides');
};

const place = async (host: Host, api: Api, content: Content, token: string): Promise<void> => {
  const { pricing, security, onboarding, terms, draft, old, start, setup, home } = content;
  const send = importer(host, token);
  await done(api.add(pricing.uid, pricing.documentId, pair('finance-lead', 'decision'), pair('ops', 'decision')));
  await done(api.add(draft.uid, draft.documentId, pair(null, 'adoption')));
  await done(api.patch(`/tags/${terms.uid}/${terms.documentId}`, { excluded: { reason: 'legal' } }));
  const added = { mode: 'add', personas: ['ops'], stages: ['awareness'] };
  await done(api.post('/tags/bulk', { entries: [security, onboarding], change: added }));
  const studies = { field: 'title', operator: 'starts-with', values: ['Case study'] };
  const rule = { contentType: ARTICLE, personas: ['finance-lead'], stages: ['decision'], excluded: null };
  await done(api.put('/rules', { rules: [{ ...rule, condition: studies }], place: true }));
  const row = [start.documentId, 'Ops', 'Onboarding'].join();
  await send(sheetOf('Document ID,Personas,Stages', row), { mode: 'merge' });
  const retire = { kind: 'retire', note: 'Nobody asks for it', owner: 'Dana', due: '2027-01-31' };
  await done(api.post('/decisions/bulk', { entries: [old, terms], decision: retire }));
  await done(api.put(`/decisions/${setup.uid}/${setup.documentId}`, { kind: 'keep' }));
  await done(
    api.put(`/decisions/${setup.uid}/${setup.documentId}`, { kind: 'merge', mergeInto: start, note: 'Twice' })
  );
  const excluded = await done(
    api.post('/tags/bulk', { entries: [home], change: { mode: 'exclude', reason: 'other' } })
  );
  const { id } = (excluded as { data: { operation: { id: number } } }).data.operation;
  await done(api.post(`/operations/${id}/undo`, {}));
};

const audits = async (host: Host, api: Api, { security, onboarding, draft }: Content): Promise<void> => {
  const save = async (name: string): Promise<void> => {
    const { id } = await audited(host);
    await done(api.put(`/audits/${id}`, { name }));
  };
  await save('Before the relaunch');
  await done(api.put(`/tags/${security.uid}/${security.documentId}`, { tags: [pair('everyone', 'adoption')] }));
  await aVersion(host, onboarding.uid, onboarding.documentId, { locale: 'en', data: { title: 'Onboarding, anew' } });
  await audited(host);
  await host.strapi.documents(ARTICLE as 'api::article.article').delete({ documentId: draft.documentId });
  await save('After the relaunch');
  await done(api.add(security.uid, security.documentId, pair('ops', 'decision')));
  await audited(host);
  const entries = [security];
  await done(api.post('/tags/bulk', { entries, change: { mode: 'remove', personas: ['everyone'] } }));
};

const pair = (persona: string | null, stage: string) => ({ persona, stage });

/** The body of a request that must have succeeded. */
const done = async (request: PromiseLike<{ status: number; text: string; body: unknown }>): Promise<unknown> => {
  const { status, text, body } = await request;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return body;
};
