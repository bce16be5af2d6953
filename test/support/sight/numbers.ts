import type { InventoryBody, InventoryRow } from '../../../server/core/api';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import { UNMEASURED_REASONS } from '../../../server/core/evidence/evidence';
import type { Silence } from '../../../server/core/evidence/silence';
import { MEASURED_GRADES } from '../../../server/core/evidence/state';
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

  const silent = await read<{ readonly data: NeverConsumedBody }>('/never-consumed');
  const listed = await read<InventoryBody>('/inventory?counted=published&pageSize=100');
  if (silent !== null && listed !== null) {
    const rows = listed.data;
    const among = (holds: (row: InventoryRow) => boolean): number => rows.filter(holds).length;
    const inGroup = (silence: Silence) => among((row) => row.silence === silence);
    const { measured, neverConsumed, watching, kept, cannotJudge } = silent.data;
    same('never consumed', neverConsumed, inGroup('never-viewed'));
    same(
      'measured',
      measured,
      among(({ evidence: { grade } }) => MEASURED_GRADES.includes(grade))
    );
    same('watching', watching, inGroup('watching'));
    same('kept', kept, inGroup('kept'));
    for (const reason of UNMEASURED_REASONS) {
      const told = cannotJudge.find((one) => one.reason === reason)?.entries ?? 0;
      same(
        reason,
        told,
        among((row) => row.silence === 'cannot-judge' && row.evidence.reason === reason)
      );
    }
    // Viewed before, and not measured since: neither never consumed nor judged, and in the list all the same.
    const between = among(({ silence, evidence: { grade } }) => silence === null && grade === 'unmeasured');
    const keptMeasured = among(({ silence, evidence: { grade } }) => silence === 'kept' && grade === 'never-consumed');
    const judged =
      measured + watching + kept - keptMeasured + cannotJudge.reduce((sum, { entries }) => sum + entries, 0);
    same('published entries in sight', judged + between, listed.meta.pagination.total);
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

interface Operation {
  readonly id: number;
  readonly counts: { readonly changed: number };
  readonly isPartial: boolean;
}
