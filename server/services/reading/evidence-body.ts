import type { EvidenceBody } from '../../core/consumption-api';
import { dayAt, isoDay } from '../../core/evidence/day';
import type { PeriodSpan } from '../../core/evidence/period';
import { evidenceState } from '../../core/evidence/state';
import type { Policy } from '../../core/policy';
import type { InventoryColumns } from '../../stores/audit/inventory-list';
import { PERIOD_COLUMNS } from '../../stores/audit/tables';
import type { EvidenceFacts } from './evidence-facts';

/** What a row is of; `showsDates`, `showsPath`: the user may see when the entry was written, and its path. */
interface Version {
  readonly uid: string;
  readonly locale: string | null;
  readonly showsDates: boolean;
  readonly showsPath: boolean;
}

/** A row's grade with what it rests on. */
export const evidenceBody = (
  row: InventoryColumns,
  version: Version,
  { policy, period }: { readonly policy: Policy; readonly period: PeriodSpan | null },
  facts: EvidenceFacts
): EvidenceBody => {
  const { grade, reason } = evidenceState(row.evidence_no);
  const windowDays = row.window_days ?? policy.neverDays;
  const windowTo = row.window_to ?? dayAt(Date.now()) - 1;
  const views = row.views === null ? null : Number(row.views);
  return {
    grade,
    reason,
    views,
    viewsFrom: day(row.views_from),
    viewsTo: day(row.views_to),
    measuredDays: row.measured_days ?? 0,
    windowDays,
    windowTo: day(row.window_to),
    lastViewed: day(row.last_viewed),
    judgeableFrom: day(version.showsDates ? row.judgeable_from : null),
    ...(period !== null && { period: inPeriod(row, period) }),
    sources: [...new Set((row.sources ?? '').split(' ').filter(Boolean).map(facts.sourceName))],
    uncountedShare: grade === 'unpublished' ? null : facts.uncountedShare(version.uid),
    delivered:
      grade === 'unpublished'
        ? null
        : facts.delivered({ uid: version.uid, documentId: row.document_id }, version.locale, windowTo - windowDays + 1),
    ...(version.showsPath && addressesOf(row, version, reason, facts)),
  };
};

/** What may have been its address is told where its grade says so. */
const addressesOf = (
  row: InventoryColumns,
  { uid, locale }: Version,
  reason: EvidenceBody['reason'],
  facts: EvidenceFacts
): Pick<EvidenceBody, 'addresses'> => {
  const { counted, doubted } = facts.addresses({ uid, documentId: row.document_id, path: row.path }, locale);
  const told = { counted, doubted: reason === 'address-changed' ? doubted : [] };
  return told.counted.length + told.doubted.length === 0 ? {} : { addresses: told };
};

const inPeriod = (row: InventoryColumns, { key, from, to }: PeriodSpan): NonNullable<EvidenceBody['period']> => {
  const columns = PERIOD_COLUMNS[key];
  const views = row[columns.views];
  return {
    from: isoDay(from),
    to: isoDay(to),
    views: views === null ? null : Number(views),
    missingDays: row[columns.missing] ?? to - from + 1,
  };
};

const day = (value: number | null): string | null => (value === null ? null : isoDay(value));
