import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CellInput, CoverageTypesQuery } from '../../server/core/api';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import type { CoverageQuery } from './routes';

/** The heatmap; the one shown before stays while another filter loads, so that the page does not jump. */
export const useCoverage = (query: CoverageQuery) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.coverage(query),
    queryFn: ({ signal }) => routes.coverage(query, signal),
    placeholderData: keepPreviousData,
  });
};

/** The entries behind one number by content type. */
export const useCoverageTypes = (query: CoverageTypesQuery, enabled: boolean) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.coverageTypes(query),
    queryFn: ({ signal }) => routes.coverageTypes(query, signal),
    enabled,
  });
};

/** *Your content at a glance*. */
export const useGlance = () => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.glance, queryFn: ({ signal }) => routes.glance(signal) });
};

/** A cell's own target, or why nothing is needed there. */
export const useChangeCell = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ persona, stage, input }: { persona: string; stage: string; input: CellInput }) =>
      routes.changeCell(persona, stage, input),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.cells }),
        cache.invalidateQueries({ queryKey: keys.audited }),
      ]),
  });
};
