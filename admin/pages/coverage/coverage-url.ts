import { useMemo } from 'react';
import { COUNTED, type Counted } from '../../../server/core/api';
import type { CoverageQuery } from '../../api/routes';
import { JOURNEYS, type Journey } from '../../../server/core/vocabulary';
import { oneOf, positive, useUrlState } from '../../components/url-state';

/** A cell by its two keys; `everyone` and `not-set` stand for the special row and column. */
export interface CellRef {
  readonly persona: string;
  readonly stage: string;
}

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

/** How a cell stands in the URL. */
export const cellParam = ({ persona, stage }: CellRef): string => `${persona}/${stage}`;

/** How the expanded journeys stand in the URL. */
export const expandParam = (journeys: readonly Journey[]): string | undefined => journeys.join(',') || undefined;

const read = (params: URLSearchParams) => ({
  filters: readFilters(params),
  show: oneOf(params.get('show'), SHOWN) ?? 'coverage',
  cell: readCell(params),
  expanded: JOURNEYS.filter((journey) => params.get('expand')?.split(',').includes(journey)),
});

const readFilters = (params: URLSearchParams): CoverageFilters => {
  const contentType = params.get('contentType');
  const locale = params.get('locale');
  const audit = positive(params.get('audit'));
  return {
    counted: oneOf(params.get('counted'), COUNTED) ?? 'published',
    ...(contentType && { contentType }),
    ...(locale && { locale }),
    ...(audit && { audit }),
  };
};

const readCell = (params: URLSearchParams): CellRef | null => {
  const [persona, stage] = params.get('cell')?.split('/') ?? [];
  return persona && stage ? { persona, stage } : null;
};
