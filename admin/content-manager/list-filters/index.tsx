import { lazy, Suspense, type ComponentType } from 'react';
import { PLUGIN_ID } from '../../../server/core/actions';
import { LIST_FILTERS, type ListFilterName } from '../../../server/core/list-filters';
import { isListAudited } from '../audited-types';
import { keptNames } from './kept-names';

const FilterInput = lazy(() => import('./FilterInput').then((module) => ({ default: module.FilterInput })));

interface InputProps {
  readonly name: string;
  readonly 'aria-label': string;
}

const inputFor = (filter: ListFilterName): ComponentType<InputProps> =>
  function Input({ name, 'aria-label': label }) {
    return (
      <Suspense fallback={null}>
        <FilterInput filter={filter} name={name} aria-label={label} />
      </Suspense>
    );
  };

const LABELS = { persona: 'Persona', journey: 'Journey', stage: 'Stage', placement: 'Placement' } as const;

const FILTERS = (Object.keys(LABELS) as ListFilterName[]).map((filter) => ({
  filter,
  name: LIST_FILTERS[filter],
  type: 'enumeration',
  label: { id: `${PLUGIN_ID}.filter.${filter}`, defaultMessage: LABELS[filter] },
  operators: [{ label: { id: 'components.FilterOptions.FILTER_TYPES.$eq', defaultMessage: 'is' }, value: '$eq' }],
  input: inputFor(filter),
}));

interface Bar<Filter, Layout> {
  readonly displayedFilters: readonly Filter[];
  readonly layout: Layout;
}

/** Adds persona, journey, stage and placement to the filter bar of types under audit. */
export const addContentStrategyFilters = <Filter, Layout>({
  displayedFilters,
  layout,
}: Bar<Filter, Layout>): Bar<Filter | Added, Layout> => {
  if (!isListAudited()) return { displayedFilters, layout };
  const names = keptNames.get();
  return {
    displayedFilters: [
      ...displayedFilters,
      ...FILTERS.map(({ filter, ...shown }) => ({ ...shown, options: names[filter] ?? [] })),
    ],
    layout,
  };
};

type Added = Omit<(typeof FILTERS)[number], 'filter'> & { readonly options: readonly object[] };
