import type { Core } from '@strapi/strapi';
import { overrideKey, type VersionRef } from '../../core/analytics/versions';
import { eventKey, FILE_UID, type Asset, type BeaconEvent, type Target } from '../../core/consumption/event';
import { createExpiring } from '../../core/consumption/expiring';
import { createMoves } from '../../core/analytics/moved-section';
import { pathOf } from '../../core/import/url';
import { findByPath } from '../../library/find-by-path';
import { findFiles } from '../../library/find-files';
import { publishedLocales, type PublishedLocales } from '../../library/published-locales';
import type { AuditedType } from '../../library/type-columns';
import { readFormerPaths } from '../../stores/consumption/former-paths';
import { readMoves } from '../../stores/consumption/moves';
import { readOverridesOf } from '../../stores/consumption/overrides';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';

/** So long an entry may be counted after it was unpublished: visitors' own caches are slower. */
const KNOWN = { most: 20_000, milliseconds: 15_000 };
/** What is published now is counted soon. Apart from what is known, or strangers' inventions would push that out. */
const UNKNOWN = { most: 5_000, milliseconds: 2_000 };

/** Finds out what events are about: one query for each kind and type, however many events. */
export const createResolver = (strapi: Core.Strapi) => {
  const known = createExpiring<Target>(KNOWN);
  const unknown = createExpiring<Target>(UNKNOWN);
  const hosts = createExpiring<HostTypes>({ most: 1, milliseconds: KNOWN.milliseconds });

  const hostTypes = async (now: number): Promise<HostTypes> => {
    const kept = hosts.get('', now);
    if (kept !== undefined) return kept;
    const read = await readTypes(strapi);
    hosts.set('', read, now);
    return read;
  };

  return {
    /** By `eventKey`. `now` as `createExpiring` takes it. */
    resolve: async (events: readonly BeaconEvent[], now: number): Promise<ReadonlyMap<string, Target>> => {
      const targets = new Map<string, Target>();
      const sought = new Map<string, BeaconEvent>();
      for (const event of events) {
        const key = eventKey(event);
        const target = known.get(key, now) ?? unknown.get(key, now);
        if (target === undefined) sought.set(key, event);
        else targets.set(key, target);
      }
      if (sought.size === 0) return targets;
      for (const [key, target] of await lookUp(strapi, sought, await hostTypes(now))) {
        targets.set(key, target);
        ('reason' in target ? unknown : known).set(key, target, now);
      }
      return targets;
    },

    /** What there is to be named, for drops that are looked up no further. */
    isAudited: async (uid: string, now: number): Promise<boolean> =>
      uid === FILE_UID || (await hostTypes(now)).types.has(uid),
  };
};

interface HostTypes {
  readonly types: ReadonlyMap<string, AuditedType>;
  readonly defaultLocale: string;
}

const readTypes = async (strapi: Core.Strapi): Promise<HostTypes> => {
  const contentTypes = service(strapi, 'contentTypes');
  const [first] = await contentTypes.locales();
  const types = await contentTypes.audited();
  return { types: new Map(types.map((type) => [type.uid, type])), defaultLocale: first?.code ?? '' };
};

type Entry = Extract<BeaconEvent, { kind: 'entry' }>;

const lookUp = async (
  strapi: Core.Strapi,
  sought: ReadonlyMap<string, BeaconEvent>,
  host: HostTypes
): Promise<ReadonlyMap<string, Target>> => {
  const events = [...sought.values()];
  const paths = new Set(events.flatMap((event) => (event.kind === 'path' ? [pathOf(event.path)] : [])));
  const keys = [...paths].map(overrideKey);
  const overridden =
    keys.length === 0
      ? new Map<string, VersionRef | null>()
      : await inTransaction(strapi, (trx) => readOverridesOf(trx, keys));
  const byHand = [...overridden.values()].flatMap((version) => (version === null ? [] : entryOf(version)));
  const entries = [...events.filter((event) => event.kind === 'entry'), ...byHand];
  const documents = await readDocuments(strapi, entries, host);
  // What was mapped by hand to what is published no longer is left to the patterns, as imports leave it.
  const led = new Map(
    [...overridden].map(([key, asset]) => [
      key,
      asset === null ? UNKNOWN_PATH : entryTarget(entryOf(asset), documents, host),
    ])
  );
  const leadsOn = (path: string): boolean => !('reason' in (led.get(overrideKey(path)) ?? UNKNOWN_PATH));
  const found = await readPaths(
    strapi,
    [...paths].filter((path) => !leadsOn(path)),
    host
  );
  const lost = [...paths].filter(
    (path) => !leadsOn(path) && !found.has(path) && overridden.get(overrideKey(path)) !== null
  );
  const elsewhere = await readElsewhere(strapi, lost, host);
  const files = await findFiles(
    strapi,
    events.flatMap((event) => (event.kind === 'file' ? [event.url] : []))
  );

  const targetOf = (event: BeaconEvent): Target => {
    if (event.kind === 'entry') return entryTarget(event, documents, host);
    if (event.kind === 'file') {
      const documentId = files.get(event.url);
      return documentId === undefined
        ? { reason: 'unknown-document', uid: FILE_UID }
        : { uid: FILE_UID, documentId, locale: '' };
    }
    const path = pathOf(event.path);
    return found.get(path) ?? elsewhere.get(path) ?? led.get(overrideKey(path)) ?? UNKNOWN_PATH;
  };
  return new Map([...sought].map(([key, event]) => [key, targetOf(event)]));
};

const entryOf = (asset: VersionRef): Entry => ({ kind: 'entry', ...asset });

const readDocuments = async (
  strapi: Core.Strapi,
  entries: readonly Entry[],
  { types }: HostTypes
): Promise<ReadonlyMap<string, PublishedLocales>> => {
  const read = new Map<string, PublishedLocales>();
  for (const uid of new Set(entries.map((entry) => entry.uid))) {
    const type = types.get(uid);
    const ids = entries.flatMap((entry) => (entry.uid === uid ? [entry.documentId] : []));
    if (type !== undefined) read.set(uid, await publishedLocales(strapi, type, [...new Set(ids)]));
  }
  return read;
};

const UNKNOWN_PATH = { reason: 'unknown-path', uid: '' } as const;

/**
 * A path that leads to several entries proves none of them read, and leaves all of them in doubt; of one entry's locales
 * it shows the default one, and leaves the others in doubt.
 */
const readPaths = async (
  strapi: Core.Strapi,
  paths: readonly string[],
  { types, defaultLocale }: HostTypes
): Promise<ReadonlyMap<string, Target>> => {
  const found = new Map<string, Asset[]>();
  if (paths.length === 0) return new Map();
  for (const type of types.values()) {
    for (const { path, ...asset } of await findByPath(strapi, type, paths)) {
      const same = found.get(path);
      if (same === undefined) found.set(path, [asset]);
      else same.push(asset);
    }
  }
  return new Map([...found].map(([path, assets]) => [path, targetAmong(assets, defaultLocale)]));
};

/** Paths that no entry has now: of a section that moved, or that were entries' own before. */
const readElsewhere = async (
  strapi: Core.Strapi,
  paths: readonly string[],
  host: HostTypes
): Promise<ReadonlyMap<string, Target>> => {
  if (paths.length === 0) return new Map();
  const movesOf = createMoves(await inTransaction(strapi, readMoves));
  const moved = await readPaths(strapi, [...new Set(paths.flatMap((path) => movesOf(path).flat()))], host);
  const former = await readFormerPaths(strapi, paths);
  const documents = await readDocuments(strapi, [...former.values()].flat().map(entryOf), host);
  const targetOf = (path: string): Target | null => {
    for (const level of movesOf(path)) {
      const [target, ...others] = level.flatMap((candidate) => moved.get(candidate) ?? []);
      if (target !== undefined && others.length === 0) return target;
    }
    const versions = (former.get(overrideKey(path)) ?? []).filter(
      (version) => !('reason' in entryTarget(entryOf(version), documents, host))
    );
    const target = targetAmong(versions, host.defaultLocale);
    return versions.length === 0 ? null : 'reason' in target ? target : { ...target, formerPath: path };
  };
  return new Map(
    paths.flatMap((path) => {
      const target = targetOf(path);
      return target === null ? [] : [[path, target] as const];
    })
  );
};

const targetAmong = (assets: readonly Asset[], defaultLocale: string): Target => {
  const [first] = assets;
  if (first === undefined) return UNKNOWN_PATH;
  if (assets.some(({ uid, documentId }) => uid !== first.uid || documentId !== first.documentId)) {
    return { ...UNKNOWN_PATH, doubted: assets };
  }
  const locale = spoken(new Set(assets.map((one) => one.locale)), defaultLocale);
  return { ...first, locale, doubted: assets.filter((one) => one.locale !== locale) };
};

const entryTarget = (
  { uid, documentId, locale }: Entry,
  documents: ReadonlyMap<string, PublishedLocales>,
  { types, defaultLocale }: HostTypes
): Target => {
  const type = types.get(uid);
  if (type === undefined) return { reason: 'unknown-document', uid: '' };
  const published = documents.get(uid)?.get(documentId);
  if (published === undefined) return { reason: 'unknown-document', uid };
  const named = locale === '' ? null : locale;
  const read = type.localized ? (named ?? spoken(published, defaultLocale)) : '';
  return published.has(read) ? { uid, documentId, locale: read } : { reason: 'unpublished', uid };
};

/** A page that names no locale shows the default one, as the REST API does, or the only one. */
const spoken = (published: ReadonlySet<string>, fallback: string): string =>
  published.has(fallback) || published.size !== 1 ? fallback : ([...published][0] ?? '');
