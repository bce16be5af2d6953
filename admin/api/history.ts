import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { Pagination } from '../../server/core/api';
import type { AnalyticsImportBody } from '../../server/core/consumption-api';
import type { OperationBody } from '../../server/core/placing-api';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';

/** Something done at once that can be taken back as one: placements and decisions, or views imported. */
export type HistoryItem =
  | { readonly kind: 'operation'; readonly at: string; readonly operation: OperationBody }
  | { readonly kind: 'views'; readonly at: string; readonly views: AnalyticsImportBody };

interface Page<T> {
  readonly data: readonly T[];
  readonly meta: { readonly pagination: Pagination };
}

const PAGE_SIZE = 20;
const POLL_MS = 2_000;

/** The newest of both, as far as so many pages of each tell, in one order; followed while one is under way. */
export const useHistory = (pages: number) => {
  const routes = useRoutes();
  const asked = Array.from({ length: pages }, (_, at) => ({ page: at + 1, pageSize: PAGE_SIZE }));
  const operations = useQueries({
    queries: asked.map((page) => ({
      queryKey: keys.operationsPage(page),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => routes.operations(page, signal),
      refetchInterval: ({ state }: { readonly state: { readonly data: Page<OperationBody> | undefined } }) =>
        state.data?.data.some(({ status }) => status === 'running') ? POLL_MS : (false as const),
    })),
  });
  const imports = useQueries({
    queries: asked.map((page) => ({
      queryKey: keys.analyticsImportsPage(page),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => routes.analyticsImports(page, signal),
    })),
  });
  const all: readonly Pick<UseQueryResult, 'error' | 'refetch' | 'isPending'>[] = [...operations, ...imports];
  return {
    ...inOneOrder(
      sourceOf(operations, (operation): HistoryItem => ({ kind: 'operation', at: operation.at, operation })),
      sourceOf(imports, (views): HistoryItem => ({ kind: 'views', at: views.at, views }))
    ),
    isPending: operations[0]?.isPending === true || imports[0]?.isPending === true,
    isLoading: all.some(({ isPending }) => isPending),
    failed: all.find(({ error }) => error !== null) ?? null,
  };
};

/** What is known of one list, newest first, and whether there is more of it. */
export interface HistorySource {
  readonly items: readonly HistoryItem[];
  readonly hasMore: boolean;
}

/** Two lists as one. What is older than all that is known of a longer one waits: of that, something may come before. */
export const inOneOrder = (...sources: readonly HistorySource[]): HistorySource => {
  const horizon = sources.reduce((latest, { items, hasMore }) => {
    const oldest = items.at(-1)?.at ?? '';
    return hasMore && oldest > latest ? oldest : latest;
  }, '');
  return {
    // Times written as ISO 8601 compare as text.
    items: sources
      .flatMap(({ items }) => items)
      .filter(({ at }) => at >= horizon)
      .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0)),
    hasMore: sources.some(({ hasMore }) => hasMore),
  };
};

const sourceOf = <T>(
  pages: readonly { readonly data: Page<T> | undefined }[],
  itemOf: (one: T) => HistoryItem
): HistorySource => ({
  items: pages.flatMap(({ data }) => (data?.data ?? []).map(itemOf)),
  hasMore: (pages[0]?.data?.meta.pagination.pageCount ?? 0) > pages.length,
});
