import { z } from '@strapi/utils';
import { COUNTED, INVENTORY_SORTS, PLACEMENTS, UNDECIDED, type InventorySort } from '../core/api';
import { FINDING_KEYS } from '../core/audit/findings';
import { DECISION_KINDS } from '../core/decision';
import { GRADES, UNMEASURED_REASONS } from '../core/evidence/evidence';
import { SILENCES } from '../core/evidence/silence';
import { JOURNEYS, STATUSES } from '../core/vocabulary';

/** A value of a list; the sentence names all of them. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** A short text of a query. */
export const text = z
  .string({ error: 'must be one text' })
  .min(1, 'must not be empty')
  .max(255, 'must be at most 255 characters')
  // PostgreSQL takes no such text.
  .refine((value) => !value.includes('\0'), 'must not contain a NUL character');

export const number = (least: number, most: number, fallback: number) =>
  z
    .string({ error: 'must be one number' })
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)
    .default(fallback);

/** An audit's id as it stands in a query or path. */
export const auditId = z
  .string({ error: 'must be one number' })
  .regex(/^[1-9]\d{0,8}$/, 'must be the number of an audit')
  .transform(Number);

const view = { audit: auditId.optional(), contentType: text.optional(), locale: text.optional() };

const filter = {
  ...view,
  persona: text.optional(),
  journey: oneOf(JOURNEYS).optional(),
  stage: text.optional(),
  placement: oneOf(PLACEMENTS).optional(),
  status: oneOf(STATUSES).optional(),
  counted: oneOf(COUNTED).optional(),
  age: oneOf(['current', 'old']).optional(),
  owner: text.optional(),
  finding: oneOf(FINDING_KEYS).optional(),
  decision: oneOf([...DECISION_KINDS, UNDECIDED]).optional(),
  due: oneOf(['overdue']).optional(),
  search: text.optional(),
  evidence: oneOf(GRADES).optional(),
  evidenceReason: oneOf(UNMEASURED_REASONS).optional(),
  silence: oneOf(SILENCES).optional(),
};

const SORTS = INVENTORY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`]) as InventorySort[];

const { audit: _audit, ...liveFilter } = filter;

/** What a list of Inventory shows as of the newest audit, in a body. */
export const inventoryFilter = z.strictObject(liveFilter);

/** GET /glance */
export const glanceQuery = z.strictObject(view);

const { silence: _silence, evidence: _evidence, evidenceReason: _reason, counted: _counted, ...silent } = filter;

/** GET /never-consumed: what its lists can be asked for besides the groups themselves. */
export const neverConsumedQuery = z.strictObject(silent);

/** GET /coverage */
export const coverageQuery = z.strictObject({ ...view, counted: oneOf(COUNTED).default('published') });

/** GET /coverage/types */
export const coverageTypesQuery = z.strictObject({
  ...view,
  counted: oneOf(COUNTED).default('published'),
  persona: text.optional(),
  journey: oneOf(JOURNEYS).optional(),
  stage: text.optional(),
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
  bom: oneOf(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
};

/** GET /exports/:name: the filters of the lists, and how the CSV is written. */
export const exportQuery = z.strictObject({
  ...filter,
  ...csv,
  shape: oneOf(['entries', 'pairs']).default('entries'),
  per: oneOf(['entry', 'locale']).default('entry'),
});

/** GET /audits */
export const auditsQuery = z.strictObject({ page: number(1, 100_000, 1), pageSize: number(1, 100, 25) });

/** PUT /audits/:id */
export const auditNaming = z.strictObject({
  data: z.strictObject({
    name: z
      .string({ error: 'must be a text or null' })
      .trim()
      .min(1, 'must not be empty: give the audit a name, or null to no longer keep it')
      .max(255, 'must be at most 255 characters')
      .refine((value) => !value.includes('\0'), 'must not contain a NUL character')
      .nullable(),
  }),
});
