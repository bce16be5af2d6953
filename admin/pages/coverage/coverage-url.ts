import { useMemo } from 'react';
import { COUNTED, type Counted } from '../../../server/core/api';
import { PERIODS } from '../../../server/core/evidence/period';
import type { CoverageQuery } from '../../api/routes';
import { JOURNEYS } from '../../../server/core/vocabulary';
import { oneOf, positive, useUrlState } from '../../components/url-state';
import { readSelection } from './selection';

/** The filters that numbers on the page were counted under, always with what is counted. */
export type CoverageFilters = CoverageQuery & { readonly counted: Counted };

/** What the matrix shows of its cells. */
export const SHOWN = ['coverage', 'views', 'never-consumed'] as const;
export type Shown = (typeof SHOWN)[number];

/** All state of the Coverage page, from and to its URL. */
export const useCoverageUrl = () => {
  const { params, set } = useUrlState();
  const search = params.toString();
  return useMemo(() => ({ ...read(new URLSearchParams(search)), set }), [search, set]);
};

/** How expanded journeys or rows stand in the URL. */
export const expandParam = (names: readonly string[]): string | undefined => names.join(',') || undefined;

const read = (params: URLSearchParams) => ({
  filters: readFilters(params),
  show: readShow(params),
  selection: readSelection(params.get('cell')),
  expanded: JOURNEYS.filter((journey) => params.get('expand')?.split(',').includes(journey)),
  rows: params.get('rows')?.split(',') ?? [],
});

const readShow = (params: URLSearchParams): Shown => oneOf(params.get('show'), SHOWN) ?? 'coverage';

const readFilters = (params: URLSearchParams): CoverageFilters => {
  const contentType = params.get('contentType');
  const locale = params.get('locale');
  const audit = positive(params.get('audit'));
  // Views alone are of days that can be chosen, and those of a saved audit are not kept apart.
  const period = readShow(params) === 'views' && !audit ? oneOf(params.get('period'), PERIODS) : undefined;
  return {
    counted: oneOf(params.get('counted'), COUNTED) ?? 'published',
    ...(contentType && { contentType }),
    ...(locale && { locale }),
    ...(audit && { audit }),
    ...(period && { period }),
  };
};
