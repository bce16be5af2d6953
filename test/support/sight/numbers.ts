import { OPERATION_TABLES } from '../../../server/stores/operations/tables';
import { apiOf } from '../api';
import type { Host } from '../host';
import type { Library } from './library';
import type { Sight } from './shown';

/** Numbers that a user is told and that are not those of the entries that Strapi shows to that user. */
export const wrongNumbers = async (host: Host, sight: Sight, library: Library): Promise<readonly string[]> => {
  const api = apiOf(host, sight.user.token);
  const seen = library.entries.filter(({ uid, documentId }) => sight.reads(uid, documentId));
  const wrong: string[] = [];
  const same = (what: string, told: unknown, expected: unknown): void => {
    if (told !== expected) wrong.push(`${what}: ${String(told)} instead of ${String(expected)}`);
  };
  const read = async <Body>(path: string): Promise<Body | null> => {
    const { status, body } = await api.get(path);
    return status === 200 ? (body as Body) : null;
  };
  const isSeen = (uid: unknown, documentId: unknown): boolean =>
    seen.some((one) => one.uid === uid && one.documentId === documentId);

  const tags: readonly Row[] = await host.strapi.db.query('plugin::content-strategy.tag').findMany({});
  for (const side of ['persona', 'stage'] as const) {
    const body = await read<{ readonly data: readonly { readonly key: string; readonly entries: number }[] }>(
      `/${side}s`
    );
    for (const { key, entries } of body?.data ?? []) {
      const own = tags.filter((tag) => tag[side] === key && isSeen(tag['entryUid'], tag['entryDocumentId']));
      same(`${side} ${key}`, entries, new Set(own.map((tag) => tag['entryDocumentId'])).size);
    }
  }

  const glance = await read<{ readonly data: { readonly contentTypes: readonly Counted[] } }>('/glance');
  for (const { uid, entries } of glance?.data.contentTypes ?? []) {
    if (!library.entries.some((one) => one.uid === uid)) continue;
    same(`glance of ${uid}`, entries, seen.filter((one) => one.uid === uid).length);
  }

  const silent = await read<{ readonly data: Silent }>('/never-consumed');
  const listed = await read<{ readonly meta: { readonly pagination: { readonly total: number } } }>(
    '/inventory?counted=published'
  );
  if (silent !== null && listed !== null) {
    const { measured, watching, kept, cannotJudge } = silent.data;
    const judged = measured + watching + kept + cannotJudge.reduce((sum, { entries }) => sum + entries, 0);
    same('never consumed, more than is listed', Math.max(0, judged - listed.meta.pagination.total), 0);
  }

  const journal: readonly Row[] = await host.strapi.db.connection(OPERATION_TABLES.journal);
  const operations = await read<{ readonly data: readonly Operation[] }>('/operations?pageSize=100');
  for (const { id, counts, isPartial } of operations?.data ?? []) {
    const all = journal.filter((row) => row['operation_id'] === id);
    const own = all.filter((row) => isSeen(row['entry_uid'], row['entry_document_id']));
    same(`operation ${id}`, `${counts.changed} ${isPartial}`, `${own.length} ${own.length < all.length}`);
    same(`operation ${id} in sight`, own.length > 0, true);
  }
  return wrong;
};

type Row = Readonly<Record<string, unknown>>;

interface Counted {
  readonly uid: string;
  readonly entries: number;
}

interface Silent {
  readonly measured: number;
  readonly watching: number;
  readonly kept: number;
  readonly cannotJudge: readonly { readonly entries: number }[];
}

interface Operation {
  readonly id: number;
  readonly counts: { readonly changed: number };
  readonly isPartial: boolean;
}
