import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecisionInput } from '../../server/core/decisions-api';
import type { EntryRef } from '../../server/core/vocabulary';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import { useRefreshPlacements } from './placing';

/** What is decided about an entry, and what was. */
export const useDecisions = (entry: EntryRef) => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.decisionsOf(entry), queryFn: ({ signal }) => routes.decisions(entry, signal) });
};

/** Decides what becomes of an entry, or takes that back. */
export const useDecide = (entry: EntryRef) => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const refresh = useRefreshPlacements();
  return useMutation({
    mutationFn: (decision: DecisionInput) => routes.decide(entry, decision),
    onSuccess: (decisions) => {
      cache.setQueryData(keys.decisionsOf(entry), decisions);
      refresh();
    },
  });
};

/** Names that decisions have as owner, to be suggested. */
export const useDecisionOwners = () => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.decisionOwners, queryFn: ({ signal }) => routes.decisionOwners(signal) });
};
