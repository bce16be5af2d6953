import type { InventoryRow, OpenReason, OwnerState, Placement } from '../../core/api';
import type { Axes } from '../../core/axes';
import { STATUSES, type ExclusionReason, type TagOrigin } from '../../core/vocabulary';
import type { InventoryColumns } from '../../stores/audit/inventory-list';
import type { RowNames } from './list-filter';

/** A stored row as the API shows it to one user. */
export const toInventoryRow = (row: InventoryColumns, names: RowNames, axes: Axes): InventoryRow => {
  const type = names.types.get(row.type_no);
  if (type === undefined) throw new Error(`Row ${row.id} is of a type outside the list`);
  const locales = row.locales === '' ? [] : row.locales.split(' ');
  const journeys = new Map(axes.stages.map(({ key, journey }) => [key, journey]));
  const stored = JSON.parse(row.tags) as readonly (readonly [string | null, string | null, TagOrigin])[];
  return {
    uid: type.uid,
    documentId: row.document_id,
    locale: row.locale_no === 0 ? null : (names.locales.get(row.locale_no) ?? null),
    locales: type.readable === 'all' ? locales : locales.filter((locale) => type.readable.includes(locale)),
    contentType: type.displayName,
    kind: type.kind,
    title: (type.titleVisible ? row.title : null) ?? row.document_id,
    path: type.pathVisible ? row.path : null,
    status: STATUSES[row.status_no] ?? 'draft',
    current: row.is_current === 1,
    placement: row.placement as Placement,
    openReason: row.open_reason as OpenReason | null,
    tags: stored.map(([persona, stage, origin]) => ({
      persona,
      stage,
      journey: stage === null ? null : (journeys.get(stage) ?? null),
      origin,
    })),
    excluded: row.excluded as ExclusionReason | null,
    scope: row.scope as InventoryRow['scope'],
    owner: row.owner,
    ownerState: row.owner_state as OwnerState | null,
    createdAt: iso(row.created_at) ?? '',
    updatedAt: iso(row.updated_at) ?? '',
    contentDate: iso(row.content_date),
    expiresAt: iso(row.expires_at),
    findings: row.findings === '' ? [] : row.findings.split(' '),
  };
};

const iso = (instant: number | string | null): string | null =>
  instant === null ? null : new Date(Number(instant)).toISOString();
