import { useEffect, useRef } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import type { LatestAudit } from './routes';

const POLL_MS = 1_000;
/** Audits also begin by themselves, a few seconds after somebody placed an entry. */
const IDLE_POLL_MS = 5_000;

/** The newest finished audit and the one under way; all numbers are fetched anew once another has finished. */
export const useLatestAudit = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const query = useQuery({
    queryKey: keys.latestAudit,
    queryFn: ({ signal }) => routes.latestAudit(signal),
    refetchInterval: ({ state }) => (state.data?.running ? POLL_MS : IDLE_POLL_MS),
  });

  const seen = useRef<LatestAudit>();
  const latest = query.data;
  useEffect(() => {
    const before = seen.current;
    seen.current = latest;
    if (!before || !latest) return;
    const another = before.finished?.id !== latest.finished?.id;
    const ended = before.running !== null && latest.running === null;
    if (another || ended) {
      void cache.invalidateQueries({ queryKey: keys.audited, predicate: ({ queryKey }) => queryKey[2] !== 'latest' });
    }
  }, [cache, latest]);

  return query;
};

/** Kept audits, newest first, failed ones among them. */
export const useAudits = () => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.audits, queryFn: ({ signal }) => routes.audits(signal) });
};

/** *Refresh*: starts an audit, whose progress `useLatestAudit` then shows. */
export const useStartAudit = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => routes.startAudit(),
    onSuccess: (running) =>
      cache.setQueryData<LatestAudit>(keys.latestAudit, (latest) => ({ finished: latest?.finished ?? null, running })),
  });
};

/** *Save as audit…*: keeps an audit under a name for good. */
export const useNameAudit = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) => routes.nameAudit(id, name),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.audits }),
  });
};
