import type { Core } from '@strapi/strapi';
import type { OtherAddresses } from '../../core/consumption-api';
import { dayAt, type Day } from '../../core/evidence/day';
import { DEFAULT_POLICY } from '../../core/policy';
import { remembered } from '../../core/remembered';
import type { EntryRef } from '../../core/vocabulary';
import type { InventoryColumns } from '../../stores/audit/inventory-list';
import { readDelivered, readUncounted } from '../../stores/consumption/facts';
import { importSource, versionKey } from '../../stores/consumption/keys';
import { readCountedImports } from '../../stores/consumption/sources';
import { service } from '..';
import { readSettling } from '../evidence/measuring';
import { NO_ADDRESSES, readAddresses, type KnownAddresses } from './addresses';

/** What stands beside grades and is no part of the audit. */
export interface EvidenceFacts {
  readonly sourceName: (source: string) => string;
  readonly uncountedShare: (uid: string) => number | null;
  /** Whether the API ever sent it; `null`: nobody can tell of all the days from one on. */
  readonly delivered: (entry: EntryRef, locale: string | null, from: Day) => boolean | null;
  /** Paths that it has not now, on which it was viewed or may have been; of an entry over its versions with `locale` `null`. */
  readonly addresses: (entry: EntryRef & { readonly path: string | null }, locale: string | null) => OtherAddresses;
}

export type SharedFacts = Pick<EvidenceFacts, 'sourceName' | 'uncountedShare'>;

/** The types behind the numbers in rows. */
interface TypeNames {
  readonly types: ReadonlyMap<number, { readonly uid: string }>;
}

/** Reads it for one page of rows after another; what all pages share only once. */
export const createEvidenceFacts = (strapi: Core.Strapi) => {
  const shared = remembered(() => readSharedFacts(strapi));
  const settled = remembered(() => readSettling(strapi));
  const counting = remembered(() => service(strapi, 'deliveries').since());
  return async (rows: readonly InventoryColumns[], { types }: TypeNames): Promise<EvidenceFacts> => {
    const isMeasured = rows.some(({ sources }) => sources !== null && sources !== '');
    const since = isMeasured ? await counting(null) : null;
    // Of the day on which counting began nobody can tell the whole.
    const countedFrom = since === null ? Infinity : dayAt(Date.parse(since)) + 1;
    const delivered = new Map<string, ReadonlySet<string>>();
    const addresses = new Map<string, KnownAddresses>();
    for (const no of isMeasured ? new Set(rows.map((row) => row.type_no)) : []) {
      const uid = types.get(no)?.uid ?? '';
      const ids = [...new Set(rows.filter((row) => row.type_no === no).map((row) => row.document_id))];
      if (since !== null) delivered.set(uid, await readDelivered(strapi, uid, ids));
      addresses.set(uid, await readAddresses(strapi, uid, ids, () => settled(null)));
    }
    return {
      ...(isMeasured ? await shared(null) : NO_FACTS),
      addresses: ({ uid, ...row }, locale) => addresses.get(uid)?.({ ...row, locale }) ?? NO_ADDRESSES,
      delivered: ({ uid, documentId }, locale, from) => {
        const isSent = delivered.get(uid)?.has(locale === null ? documentId : versionKey(documentId, locale)) ?? false;
        return isSent || countedFrom <= from ? isSent : null;
      },
    };
  };
};

/** While nothing is counted. */
export const NO_FACTS: SharedFacts = { sourceName: (source: string) => source, uncountedShare: () => null };

/** Reads what is the same for all rows. */
export const readSharedFacts = async (strapi: Core.Strapi): Promise<SharedFacts> => {
  const uncounted = await readUncounted(strapi, dayAt(Date.now()) - DEFAULT_POLICY.neverDays);
  const imports = await readCountedImports(strapi);
  const names = new Map(imports.map(({ id, name, format, site }) => [importSource(id), name ?? `${format} ${site}`]));
  return {
    sourceName: (source) => names.get(source) ?? source.replace(/^tracker:/, ''),
    uncountedShare: (uid) => uncounted.get(uid) ?? null,
  };
};
