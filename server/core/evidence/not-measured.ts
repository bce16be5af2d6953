import type { EvidenceBody } from '../consumption-api';

/** Nothing could have counted it. */
export const NOT_MEASURED: EvidenceBody = {
  grade: 'unmeasured',
  reason: 'no-source',
  views: null,
  viewsFrom: null,
  viewsTo: null,
  measuredDays: 0,
  windowDays: 0,
  windowTo: null,
  lastViewed: null,
  judgeableFrom: null,
  sources: [],
  uncountedShare: null,
  delivered: null,
};
