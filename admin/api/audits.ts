import { useEffect, useRef } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isMissing } from './failure';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';

const POLL_MS = 1_000;
/** Audits also begin by themselves, a few seconds after somebody placed an entry. */
const IDLE_POLL_MS = 5_000;

/** The newest audit, running or not; `null` when there has never been one. */
export const useLatestAudit = () => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.latestAudit,
    queryFn: async ({ signal }) => {
      try {
        return await routes.latestAudit(signal);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? POLL_MS : IDLE_POLL_MS),
  });
};

/**
 * Fetches all numbers anew whenever an audit has ended. `false` until it is known which audit is the newest: numbers
 * asked for before might be those of an older one, and nothing would ever renew them.
 */
export const useAuditsFollowed = (): boolean => {
  const cache = useQueryClient();
  const { data, isPending } = useLatestAudit();
  /** `null`: there was none; `undefined`: nothing is known yet. */
  const seen = useRef<string | null>();
  const state = data && `${data.id} ${data.status}`;
  const running = data?.status === 'running';
  useEffect(() => {
    const before = seen.current;
    seen.current = state;
    if (before === undefined || before === state || running) return;
    void cache.invalidateQueries({ queryKey: keys.audited, predicate: ({ queryKey }) => queryKey[2] !== 'latest' });
  }, [cache, state, running]);
  return !isPending;
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
    onSuccess: (audit) => cache.setQueryData(keys.latestAudit, audit),
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
