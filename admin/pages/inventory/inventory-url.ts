import { useMemo } from 'react';
import {
  COUNTED,
  INVENTORY_SORTS,
  PLACEMENTS,
  UNDECIDED,
  type InventoryQuery,
  type InventorySort,
} from '../../../server/core/api';
import { DECISION_KINDS } from '../../../server/core/decision';
import { GRADES, UNMEASURED_REASONS } from '../../../server/core/evidence/evidence';
import { PERIODS } from '../../../server/core/evidence/period';
import { SILENCES } from '../../../server/core/evidence/silence';
import { MEASURED } from '../../../server/core/evidence/state';
import { JOURNEYS, STATUSES } from '../../../server/core/vocabulary';
import { oneOf, positive, useUrlState } from '../../components/url-state';

/** What a list is filtered by, and of which days its views are, in the order of the filter bar's chips. */
export const FILTERS = [
  'search',
  'persona',
  'journey',
  'stage',
  'placement',
  'contentType',
  'locale',
  'status',
  'counted',
  'age',
  'owner',
  'evidence',
  'evidenceReason',
  'silence',
  'finding',
  'decision',
  'due',
  'period',
  'operation',
  'import',
] as const satisfies readonly (keyof InventoryQuery)[];
export type FilterName = (typeof FILTERS)[number];

/** The list's order while nobody has chosen one: what was touched last is what one looks for. */
export const DEFAULT_SORT: InventorySort = 'updatedAt:desc';

const PAGE_SIZES = [10, 20, 50, 100];

/** All state of a page that lists entries, from and to its URL. */
export const useInventoryUrl = (defaultSort: InventorySort = DEFAULT_SORT) => {
  const { params, set } = useUrlState();
  const search = params.toString();
  return useMemo(() => {
    const current = new URLSearchParams(search);
    return {
      filters: readFilters(current),
      page: positive(current.get('page')) ?? 1,
      pageSize: PAGE_SIZES.find((size) => String(size) === current.get('pageSize')) ?? 20,
      sort: oneOf(current.get('sort'), SORTS) ?? defaultSort,
      /** The cell for which somebody looks for entries to place. */
      cell: readCell(current.get('for')),
      /** Another filter or order starts at page one. */
      change: (changes: Readonly<Record<string, string | undefined>>) => set({ ...changes, page: undefined }),
    };
  }, [search, set, defaultSort]);
};

const readCell = (value: string | null): { readonly persona: string; readonly stage: string } | null => {
  const [persona, stage] = value?.split('/') ?? [];
  return persona && stage ? { persona, stage } : null;
};

/** The parameters as filters; pure, and deaf to values that no filter has. */
export const readFilters = (params: URLSearchParams): InventoryQuery => {
  const given = {
    search: params.get('search'),
    persona: params.get('persona'),
    journey: oneOf(params.get('journey'), JOURNEYS),
    stage: params.get('stage'),
    placement: oneOf(params.get('placement'), PLACEMENTS),
    contentType: params.get('contentType'),
    locale: params.get('locale'),
    status: oneOf(params.get('status'), STATUSES),
    counted: oneOf(params.get('counted'), COUNTED),
    age: oneOf(params.get('age'), ['current', 'old'] as const),
    owner: params.get('owner'),
    evidence: oneOf(params.get('evidence'), EVIDENCE),
    evidenceReason: oneOf(params.get('evidenceReason'), UNMEASURED_REASONS),
    silence: oneOf(params.get('silence'), SILENCES),
    finding: params.get('finding'),
    decision: oneOf(params.get('decision'), DECISIONS),
    due: oneOf(params.get('due'), ['overdue'] as const),
    operation: positive(params.get('operation')),
    import: positive(params.get('import')),
    audit: positive(params.get('audit')),
    // Views of a saved audit are not kept apart by days.
    period: params.has('audit') ? undefined : oneOf(params.get('period'), PERIODS),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value));
};

/** What the filter of grades knows. */
export const EVIDENCE = [...GRADES, MEASURED] as const;

/** What the decision filter knows. */
export const DECISIONS = [...DECISION_KINDS, UNDECIDED] as const;

const SORTS = INVENTORY_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const);
