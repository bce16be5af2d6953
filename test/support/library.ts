/** Everything below is written as an editor or the plugin would: through the Document Service and our own content types. */
import type { AuditBody, ContentTypeInput } from '../../server/core/api';
import { EMPTY_PLAYBOOK } from '../../server/core/default-stages';
import type { ExclusionReason, Persona, Stage, TagOrigin } from '../../server/core/vocabulary';
import { service } from '../../server/services';
import { aPersona, aStage } from './builders';
import type { Host } from './host';

export const ARTICLE = 'api::article.article';
export const GUIDE = 'api::guide.guide';
export const LANDING_PAGE = 'api::landing-page.landing-page';

/** A version of an entry as it is written. `owner` is an admin user's id. */
export interface NewVersion {
  readonly locale?: string;
  readonly status?: 'draft' | 'published';
  readonly owner?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface NewArticle extends NewVersion {
  readonly title: string;
}

/** An article of the test app; answers its document ID. */
export const anArticle = (host: Host, { title, data = {}, ...version }: NewArticle): Promise<string> =>
  anEntryOf(host, ARTICLE, { locale: 'en', ...version, data: { title, slug: slugOf(title), ...data } });

/** A guide: no drafts, no locales. */
export const aGuide = (host: Host, name: string, data: NewVersion['data'] = {}): Promise<string> =>
  anEntryOf(host, GUIDE, { data: { name, slug: slugOf(name), ...data } });

/** A new entry of any type; answers its document ID. */
export const anEntryOf = async (host: Host, uid: string, version: NewVersion): Promise<string> => {
  const { documentId } = await documents(host, uid).create(paramsOf(version));
  return documentId;
};

/** Writes a version of an entry: another locale, or a change of one. */
export const aVersion = async (host: Host, uid: string, documentId: string, version: NewVersion): Promise<void> => {
  await documents(host, uid).update({ documentId, ...paramsOf(version) });
};

/** Makes the rows of a document, or of one version of it, look edited at a time. */
export const editedAt = async (
  host: Host,
  uid: string,
  documentId: string,
  at: string,
  where: Readonly<Record<string, unknown>> = {}
): Promise<void> => {
  await host.strapi.db.query(uid).updateMany({ where: { documentId, ...where }, data: { updatedAt: new Date(at) } });
};

/** A plain date some days before today: ages in tests must not depend on the day they run. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Strapi's documents of a type, whose generated types a plugin cannot know. */
export const documents = (host: Host, uid: string): Documents =>
  host.strapi.documents(uid as 'api::article.article') as unknown as Documents;

/** Adds locales to the host's `en`. */
export const withLocales = async (host: Host, ...codes: readonly string[]): Promise<void> => {
  for (const code of codes) await host.strapi.plugin('i18n').service('locales').create({ code, name: code });
};

/** Replaces the axes: `finance*` is retired, `decision:buyer` a stage of the buyer's journey. In this order. */
export const withAxes = async (host: Host, personas: string, stages: string): Promise<void> => {
  await replaceAll(host, 'persona', split(personas), (key, position): Persona => aPersona(key, { position }));
  await replaceAll(host, 'stage', split(stages), (text, position): Stage => {
    const [key = '', journey] = text.split(':');
    return aStage(key, journey === 'customer' ? 'customer' : 'buyer', { position, playbook: EMPTY_PLAYBOOK });
  });
};

/** Sets tags, pairs written `persona.stage`, `-` for an open side, apart by spaces. */
export const tagged = async (
  host: Host,
  uid: string,
  documentId: string,
  pairs: string,
  origin: TagOrigin = 'person'
): Promise<void> => {
  for (const pair of split(pairs)) await own(host, 'tag').create({ data: { ...tagOf(uid, documentId, pair), origin } });
};

/** Takes tags away again. */
export const untagged = async (host: Host, uid: string, documentId: string, pairs: string): Promise<void> => {
  for (const pair of split(pairs)) await own(host, 'tag').deleteMany({ where: tagOf(uid, documentId, pair) });
};

/** Says that an entry is no part of a journey. */
export const excluded = async (
  host: Host,
  uid: string,
  documentId: string,
  reason: ExclusionReason = 'legal'
): Promise<void> => {
  await own(host, 'exclusion').create({ data: { entryUid: uid, entryDocumentId: documentId, reason } });
};

/** Maps the fields of a type, or takes it in or out of the audit. */
export const withSetting = async (host: Host, uid: string, change: ContentTypeInput): Promise<void> => {
  await service(host.strapi, 'contentTypes').update(uid, change, 'system');
};

/** Runs an audit to its end, which must be a good one. */
export const audited = async (host: Host): Promise<AuditBody> => {
  const audit = await service(host.strapi, 'audit').run();
  if (audit.status !== 'finished') throw new Error(`audit ${audit.id} is ${audit.status}: ${String(audit.error)}`);
  return audit;
};

/** An admin user who can own entries. */
export const anOwner = async (host: Host, firstname: string): Promise<number> => {
  const { id } = await host.strapi.service('admin::user').create({
    email: `${firstname.toLowerCase()}@example.com`,
    firstname,
    lastname: 'Owner',
    roles: [],
    isActive: true,
  });
  return Number(id);
};

/** Parts of a list written in one string. */
export const split = (list: string): readonly string[] => list.split(' ').filter(Boolean);

const own = (host: Host, name: string) => host.strapi.db.query(`plugin::content-strategy.${name}`);

const tagOf = (entryUid: string, entryDocumentId: string, pair: string) => {
  const [persona = '-', stage = '-'] = pair.split('.');
  return { entryUid, entryDocumentId, persona: persona === '-' ? '' : persona, stage: stage === '-' ? '' : stage };
};

const replaceAll = async (
  host: Host,
  name: 'persona' | 'stage',
  keys: readonly string[],
  make: (key: string, position: number) => Persona | Stage
): Promise<void> => {
  await own(host, name).deleteMany({});
  for (const [position, key] of keys.entries()) {
    await own(host, name).create({ data: { ...make(key.replace('*', ''), position), retired: key.includes('*') } });
  }
};

const paramsOf = ({ locale, status, owner, data = {} }: NewVersion) => ({
  ...(locale !== undefined && { locale }),
  status: status ?? 'published',
  data: { ...data, ...(owner !== undefined && { createdBy: owner, updatedBy: owner }) },
});

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);

interface Documents {
  readonly create: (params: object) => Promise<{ readonly documentId: string }>;
  readonly update: (params: object) => Promise<unknown>;
  readonly delete: (params: object) => Promise<unknown>;
  readonly publish: (params: object) => Promise<unknown>;
  readonly unpublish: (params: object) => Promise<unknown>;
  readonly findMany: (params: object) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}
