import { useCallback } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRoutes } from './ContentStrategyProvider';
import { useRefetchDocumentLists } from './document-lists';
import { keys } from './keys';
import type { BulkRequest, OperationsPage } from './routes';

/** Changes of mind within this time (milliseconds) ask for one preview. */
export const PREVIEW_DELAY = 300;

/** What changing many entries would do now; the answer before stays while the next is on its way. `null`: nothing to ask yet. */
export const useBulkPreview = (input: BulkRequest | null) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.placing(input),
    queryFn: async ({ signal }) => {
      await pause(PREVIEW_DELAY, signal);
      return input === null ? null : routes.bulk({ ...input, dryRun: true });
    },
    enabled: input !== null,
    placeholderData: keepPreviousData,
    // Colleagues place entries too: a preview shown again is asked for again.
    staleTime: 0,
    gcTime: 0,
  });
};

/** Changes many entries as one operation. */
export const useBulk = () => {
  const routes = useRoutes();
  const refresh = useRefreshPlacements();
  return useMutation({ mutationFn: (input: BulkRequest) => routes.bulk(input), onSuccess: refresh });
};

const POLL_MS = 2_000;

/** What changed many entries at once, newest first; followed while one is under way. */
export const useOperations = (page: OperationsPage) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.operationsPage(page),
    queryFn: ({ signal }) => routes.operations(page, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.data.some(({ status }) => status === 'running') ? POLL_MS : false),
  });
};

/** Puts back what one operation changed. */
export const useUndo = () => {
  const routes = useRoutes();
  const refresh = useRefreshPlacements();
  return useMutation({ mutationFn: (id: number) => routes.undoOperation(id), onSuccess: refresh });
};

/** Lists, ours and Strapi's, panels, and what was done at once: all that shows placements and decisions is asked for anew. */
export const useRefreshPlacements = (others: readonly QueryKey[] = NONE) => {
  const cache = useQueryClient();
  const refetchDocumentLists = useRefetchDocumentLists();
  return useCallback(() => {
    for (const queryKey of [keys.tags, keys.decisions, keys.operations, keys.audited, ...others])
      void cache.invalidateQueries({ queryKey });
    refetchDocumentLists();
  }, [cache, refetchDocumentLists, others]);
};

const NONE: readonly QueryKey[] = [];

/** Waits before a query is sent: the library ends it as soon as somebody asks for another one instead. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Not asked any more', 'AbortError'));
    });
  });
