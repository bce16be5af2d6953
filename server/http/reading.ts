import { z } from '@strapi/utils';
import { COUNTED, EXPORTS, INVENTORY_SORTS, PLACEMENTS, UNDECIDED, type InventorySort } from '../core/api';
import { FINDING_KEYS } from '../core/audit/findings';
import { DECISION_KINDS } from '../core/decision';
import { GRADES, UNMEASURED_REASONS } from '../core/evidence/evidence';
import { PERIODS } from '../core/evidence/period';
import { SILENCES } from '../core/evidence/silence';
import { MEASURED } from '../core/evidence/state';
import { JOURNEYS, STATUSES } from '../core/vocabulary';
import { id, number, oneOf, text, word, yesOrNo } from './fields';

const one = word(255, 'must be one text');

/** An audit's id as it stands in a query or path. */
const auditId = id('an audit');

/** /audits/:id */
export const auditParams = z.object({ id: auditId });

const view = { audit: auditId.optional(), contentType: one.optional(), locale: one.optional() };

const filter = {
  ...view,
  persona: one.optional(),
  journey: oneOf(JOURNEYS).optional(),
  stage: one.optional(),
  placement: oneOf(PLACEMENTS).optional(),
  status: oneOf(STATUSES).optional(),
  counted: oneOf(COUNTED).optional(),
  age: oneOf(['current', 'old']).optional(),
  owner: one.optional(),
  finding: oneOf(FINDING_KEYS).optional(),
  decision: oneOf([...DECISION_KINDS, UNDECIDED]).optional(),
  due: oneOf(['overdue']).optional(),
  search: one.optional(),
  evidence: oneOf([...GRADES, MEASURED]).optional(),
  evidenceReason: oneOf(UNMEASURED_REASONS).optional(),
  silence: oneOf(SILENCES).optional(),
  period: oneOf(PERIODS).optional(),
  operation: id('an operation').optional(),
  import: id('an import').optional(),
};

const SORTS = INVENTORY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`]) as InventorySort[];

const { audit: _audit, ...liveFilter } = filter;

/** What a list of Inventory shows as of the newest audit, in a body. */
export const inventoryFilter = z.strictObject(liveFilter);

/** GET /glance */
export const glanceQuery = z.strictObject(view);

const {
  silence: _silence,
  evidence: _evidence,
  evidenceReason: _reason,
  counted: _counted,
  period: _period,
  ...silent
} = filter;

/** GET /never-consumed: what its lists can be asked for besides the groups themselves. */
export const neverConsumedQuery = z.strictObject(silent);

/** GET /coverage */
export const coverageQuery = z.strictObject({
  ...view,
  counted: oneOf(COUNTED).default('published'),
  period: oneOf(PERIODS).optional(),
});

/** GET /coverage/types */
export const coverageTypesQuery = z.strictObject({
  ...view,
  counted: oneOf(COUNTED).default('published'),
  persona: one.optional(),
  journey: oneOf(JOURNEYS).optional(),
  stage: one.optional(),
});

/** GET /inventory */
export const inventoryQuery = z.strictObject({
  ...filter,
  page: number(1, 100_000, 1),
  pageSize: number(1, 100, 25),
  sort: oneOf(SORTS).optional(),
});

/** How every CSV is written; paging and sorting are for screens. */
export const csv = {
  page: z.unknown().optional(),
  pageSize: z.unknown().optional(),
  sort: z.unknown().optional(),
  delimiter: oneOf([',', ';']).default(','),
  bom: yesOrNo.default(true),
};

/** GET /exports/:name: the filters of the lists, and how the CSV is written. */
export const exportQuery = z.strictObject({
  ...filter,
  ...csv,
  shape: oneOf(['entries', 'pairs']).default('entries'),
  per: oneOf(['entry', 'locale']).default('entry'),
});

/** A page of a list that knows no filters. */
export const pageQuery = z.strictObject({ page: number(1, 100_000, 1), pageSize: number(1, 100, 25) });

/** GET /measurement */
export const measurementQuery = z.strictObject({ days: number(1, 400, 90) });

/** /exports/:name */
export const exportParams = z.object({ name: oneOf(EXPORTS).exclude(['files.csv']) });

/** PUT /audits/:id */
export const auditNaming = z.strictObject({
  data: z.strictObject({
    name: text(255).min(1, 'must not be empty: give the audit a name, or null to no longer keep it').nullable(),
  }),
});
