import type { Core } from '@strapi/strapi';
import type { RowLocator } from '../../core/import/row';
import { pathOf } from '../../core/import/url';
import { fold } from '../../core/import/words';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { readAccess, type UserAbility } from '../../library/access';
import { readableDocuments, readableVersions, versionOf } from '../../library/entry-access';
import { findByText, type FoundText, type SoughtTexts } from '../../library/find-by-text';
import type { AuditedType } from '../../library/type-columns';
import { service } from '..';
import { yieldToHost } from '../audit/pace';

/** An entry that a row may be about. */
export interface Candidate extends EntryRef {
  readonly contentType: string;
}

/** Finds entries that a user may read, of types under audit, as the library is now. */
export interface EntryFinder {
  /** By document ID, and UID where there is one; a list for each row. */
  readonly byId: (locators: readonly RowLocator[]) => Promise<readonly (readonly Candidate[])[]>;
  /** By URL, slug or title; a list for each row, in one pass over the library. */
  readonly byText: (locators: readonly RowLocator[]) => Promise<readonly (readonly Candidate[])[]>;
}

/** Documents that one query asks for. */
const CHUNK = 500;
/** Rows looked at before the host has its turn. */
const AT_A_TIME = 2000;

/** A finder for one import. */
export const createEntryFinder = async (strapi: Core.Strapi, ability: UserAbility): Promise<EntryFinder> => {
  const contentTypes = service(strapi, 'contentTypes');
  const audited = await contentTypes.audited();
  const locales = (await contentTypes.locales()).map(({ code }) => code);
  const access = await readAccess(strapi, ability, audited, locales);
  const types = audited.filter(({ uid }) => access.has(uid));

  const readable = async (uid: string, documentIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    for (let from = 0; from < documentIds.length; from += CHUNK) {
      for (const id of await readableDocuments(strapi, ability, uid, documentIds.slice(from, from + CHUNK)))
        found.add(id);
      await yieldToHost();
    }
    return found;
  };

  const readableVersionsOf = async (uid: string, some: readonly FoundText[]): Promise<ReadonlySet<string>> => {
    const ids = [...new Set(some.map(({ documentId }) => documentId))];
    const found = new Set<string>();
    for (let from = 0; from < ids.length; from += CHUNK) {
      for (const version of await readableVersions(strapi, ability, uid, ids.slice(from, from + CHUNK)))
        found.add(version);
    }
    return found;
  };

  return {
    byId: async (locators) => {
      const found = new Map<string, ReadonlySet<string>>();
      for (const { uid } of types) {
        const ids = locators.filter((one) => one.uid === '' || one.uid === uid).map((one) => one['document-id']);
        found.set(uid, await readable(uid, [...new Set(ids)]));
      }
      return locators.map(({ uid, 'document-id': documentId }) =>
        types
          .filter((type) => (uid === '' || uid === type.uid) && found.get(type.uid)?.has(documentId))
          .map((type) => candidate(type, documentId))
      );
    },

    byText: async (locators) => {
      const sought = await soughtBy(locators);
      const found = createFindings();
      for (const type of types) {
        const own = access.get(type.uid);
        if (own === undefined) continue;
        for await (const some of findByText(strapi, type, own, sought)) {
          // What stands in a version that conditions hide finds no entry, though another version of it may be read.
          const versions = await readableVersionsOf(type.uid, some);
          for (const one of some) {
            if (versions.has(versionOf(one.documentId, one.locale)))
              found.add(one.by, one.text, candidate(type, one.documentId));
          }
          await yieldToHost();
        }
      }
      const lists: (readonly Candidate[])[] = [];
      for (const [at, locator] of locators.entries()) {
        lists.push(narrow(locator, found.of));
        if (at % AT_A_TIME === 0) await yieldToHost();
      }
      return lists;
    },
  };
};

const candidate = ({ uid, displayName }: AuditedType, documentId: string): Candidate => ({
  uid,
  documentId,
  contentType: displayName,
});

const BY = ['url', 'slug', 'title'] as const;

/** The text by which a row is looked up. */
const textOf = (locator: RowLocator, by: keyof SoughtTexts): string =>
  by === 'url' ? pathOf(locator.url) : by === 'slug' ? locator.slug : locator.title;

const soughtBy = async (locators: readonly RowLocator[]): Promise<SoughtTexts> => {
  const sought = { url: new Set<string>(), slug: new Set<string>(), title: new Set<string>() };
  for (const [at, locator] of locators.entries()) {
    for (const by of BY) {
      const text = textOf(locator, by);
      if (text !== '') sought[by].add(text);
    }
    if (at % AT_A_TIME === 0) await yieldToHost();
  }
  return sought;
};

type FindingsOf = (by: keyof SoughtTexts, text: string) => readonly Candidate[];

/** What was found by each text, every entry once. */
const createFindings = () => {
  const found = {
    url: new Map<string, Entries>(),
    slug: new Map<string, Entries>(),
    title: new Map<string, Entries>(),
  };
  return {
    add: (by: keyof SoughtTexts, text: string, one: Candidate): void => {
      const known = found[by].get(text);
      if (known === undefined) found[by].set(text, new Map([[entryKey(one), one]]));
      else known.set(entryKey(one), one);
    },
    of: (by: keyof SoughtTexts, text: string): readonly Candidate[] => [...(found[by].get(text)?.values() ?? [])],
  };
};

type Entries = Map<string, Candidate>;

/** The surest text that finds anything decides; what else the row says tells several of these apart, where it can. */
const narrow = (locator: RowLocator, found: FindingsOf): readonly Candidate[] => {
  const ofUid = (one: Candidate): boolean => locator.uid === '' || one.uid === locator.uid;
  const type = fold(locator['content-type']);
  const ofType = (one: Candidate): boolean => type !== '' && (fold(one.contentType) === type || fold(one.uid) === type);
  const lists = BY.map((by) => found(by, textOf(locator, by)).filter(ofUid)).filter((list) => list.length > 0);
  const [first = [], ...others] = lists;
  const tests = [ofType, ...others.map((list) => oneOf(list))];
  return tests.reduce<readonly Candidate[]>((left, test) => {
    const fewer = left.length > 1 ? left.filter(test) : [];
    return fewer.length > 0 ? fewer : left;
  }, first);
};

const oneOf = (list: readonly Candidate[]) => {
  const ids = new Set(list.map(entryKey));
  return (one: Candidate): boolean => ids.has(entryKey(one));
};
