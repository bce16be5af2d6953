import type { InventoryRow, OpenReason, OwnerState, Placement } from '../../core/api';
import { mayBeTold } from '../../core/audit/findings';
import type { Decision, DecisionKind } from '../../core/decision';
import { isoDay } from '../../core/evidence/day';
import { evidenceState } from '../../core/evidence/state';
import { STATUSES, type ExclusionReason, type TagOrigin } from '../../core/vocabulary';
import type { InventoryColumns } from '../../stores/audit/inventory-list';
import type { DecisionDetail } from '../../stores/audit/inventory-rows';
import { evidenceBody } from './evidence-body';
import type { EvidenceFacts } from './evidence-facts';
import type { RowNames } from './list-filter';
import type { NameMerge } from './merges';
import type { View, ViewedType } from './view';

/** What stands beside some rows, as one user may know it. */
export interface RowFacts {
  readonly facts: EvidenceFacts;
  readonly nameMerge: NameMerge;
}

/** A stored row as the API shows it to one user. */
export const toInventoryRow = (
  row: InventoryColumns,
  names: RowNames,
  { snapshot: { axes, policy }, period }: Pick<View, 'snapshot' | 'period'>,
  { facts, nameMerge }: RowFacts
): InventoryRow => {
  const type = names.types.get(row.type_no);
  if (type === undefined) throw new Error(`Row ${row.id} is of a type outside the list`);
  const { visible } = type;
  const decision = decisionOf(row);
  const locale = row.locale_no === 0 ? null : (names.locales.get(row.locale_no) ?? null);
  const journeys = new Map(axes.stages.map(({ key, journey }) => [key, journey]));
  const stored = JSON.parse(row.tags) as readonly (readonly [string | null, string | null, TagOrigin])[];
  return {
    uid: type.uid,
    documentId: row.document_id,
    locale,
    locales: localesInSight(row.locales === '' ? [] : row.locales.split(' '), locale, type),
    contentType: type.displayName,
    kind: type.kind,
    title: (visible.title ? row.title : null) ?? row.document_id,
    path: visible.path ? row.path : null,
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
    owner: visible.owner ? row.owner : null,
    ownerState: visible.owner ? (row.owner_state as OwnerState | null) : null,
    createdAt: iso(row.created_at) ?? '',
    updatedAt: iso(row.updated_at) ?? '',
    contentDate: visible.contentDate ? iso(row.content_date) : null,
    ageBy: visible.contentDate ? (row.content_date === null ? 'edited' : 'dated') : null,
    expiresAt: visible.expiresAt ? iso(row.expires_at) : null,
    findings: row.findings.split(' ').filter((finding) => finding !== '' && mayBeTold(finding, visible)),
    decision: decision && nameMerge(decision),
    // Of an imported library it is the content date.
    firstPublishedAt: visible.contentDate && row.first_published !== null ? isoDay(row.first_published) : null,
    evidence: evidenceBody(
      row,
      { uid: type.uid, locale, showsDates: visible.contentDate, showsPath: visible.path },
      { policy, period },
      facts
    ),
    silence: evidenceState(row.evidence_no).silence,
  };
};

/** What was decided of the entry when it was audited. */
export const decisionOf = ({ decision, due, decision_detail: detail }: InventoryColumns): Decision | null =>
  decision === null || detail === null
    ? null
    : { kind: decision as DecisionKind, due, ...(JSON.parse(detail) as DecisionDetail) };

/** Which other versions conditions leave is not known without asking for each: then a row tells of itself only. */
const localesInSight = (
  locales: readonly string[],
  own: string | null,
  { readable, documents }: ViewedType
): readonly string[] => {
  if (documents !== null && own !== null) return [own];
  return readable === 'all' ? locales : locales.filter((locale) => readable.includes(locale));
};

const iso = (instant: number | string | null): string | null =>
  instant === null ? null : new Date(Number(instant)).toISOString();
