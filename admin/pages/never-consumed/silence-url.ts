import { useMemo } from 'react';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import type { InventoryQuery, InventorySort } from '../../../server/core/api';
import type { UnmeasuredReason } from '../../../server/core/evidence/evidence';
import type { Silence } from '../../../server/core/evidence/silence';
import { withQuery } from '../../api/query-string';
import { PAGES } from '../../components/entry-links';
import { FILTERS, useInventoryUrl } from '../inventory/inventory-url';

/** The group that the page opens with. */
const FIRST_GROUP: Silence = 'never-viewed';

/** What was measured longest is known best. */
const LONGEST_MEASURED: InventorySort = 'measuredDays:desc';

/** Filters of the page's bar: the group has a switch of its own and decides about the grade. */
export const SILENCE_FILTERS = FILTERS.filter((name) => !['silence', 'evidence', 'counted', 'period'].includes(name));

/** Filters of the page's list, always of one group. */
export type SilenceFilters = InventoryQuery & { readonly silence: Silence };

/** All state of the page from and to its URL: that of any list of entries, and the group. */
export const useSilenceUrl = () => {
  const url = useInventoryUrl(LONGEST_MEASURED);
  return useMemo(() => {
    // There is no history of evidence, the group says the grade over days of its own, and only what is published can
    // be viewed.
    const {
      silence = FIRST_GROUP,
      evidence: _grade,
      audit: _audit,
      counted: _counted,
      period: _period,
      ...others
    } = url.filters;
    const filters: SilenceFilters = { ...others, silence };
    return { ...url, filters };
  }, [url]);
};

/** A group's list. */
export const silenceLink = (silence: Silence): string => withQuery(PAGES.neverConsumed, { silence });

/** The same list of what cannot be judged, of one cause or, where it is of that already, of all. */
export const causeLink = (filters: SilenceFilters, cause: UnmeasuredReason): string => {
  const evidenceReason = filters.evidenceReason === cause ? undefined : cause;
  return withQuery(PAGES.neverConsumed, { ...filters, evidenceReason });
};

/** How many cannot be judged, whatever the cause. */
export const unjudged = ({ cannotJudge }: NeverConsumedBody): number =>
  cannotJudge.reduce((sum, { entries }) => sum + entries, 0);

/** No source has counted anything yet: there is nothing to list, but something to do. */
export const isNothingMeasured = (summary: NeverConsumedBody): boolean =>
  summary.measured === 0 &&
  summary.watching === 0 &&
  summary.kept === 0 &&
  summary.cannotJudge.every(({ reason }) => reason === 'no-source');
