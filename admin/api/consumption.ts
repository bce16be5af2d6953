import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FilesMissing, LastEventBody, NeverConsumedQuery } from '../../server/core/consumption-api';
import type { EntryRef } from '../../server/core/vocabulary';
import { NotYet } from './failure';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import type { FilesPage } from './routes';

/** What was never viewed, in numbers. */
export const useNeverConsumed = (filters: NeverConsumedQuery = {}) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.neverConsumed(filters),
    queryFn: ({ signal }) => routes.neverConsumed(filters, signal),
    placeholderData: keepPreviousData,
  });
};

/** How an entry's consumption is known. */
export const useEvidence = (entry: EntryRef) => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.evidenceOf(entry), queryFn: ({ signal }) => routes.evidence(entry, signal) });
};

const REFRESH_MS = 60_000;

/** What was measured in the last days; renewed each minute while the beacon may answer. */
export const useMeasurement = (days: number) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.measurement(days),
    queryFn: ({ signal }) => routes.measurement(days, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.beacon.enabled ? REFRESH_MS : false),
  });
};

const POLL_MS = 5_000;

/** When the last event came; asked for again and again while the page is visible. The first one ever renews what was measured. */
export const useLastEvent = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useQuery({
    queryKey: keys.lastEvent,
    queryFn: async ({ signal }) => {
      const before = cache.getQueryData<LastEventBody>(keys.lastEvent);
      const found = await routes.lastEvent(signal);
      if (before?.at === null && found.at !== null) void cache.invalidateQueries({ queryKey: keys.measurements });
      return found;
    },
    refetchInterval: POLL_MS,
  });
};

const RENEWED_MS = 2_000;

/** Why there is no list of files, when that is what the server said. */
export const filesMissingOf = (error: unknown): FilesMissing['reason'] | null =>
  error instanceof NotYet ? (error.reason as FilesMissing['reason']) : null;

/** One page of the Media Library's files and where they are used; asked for again while they are looked through. */
export const useFiles = (page: FilesPage) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.files(page),
    queryFn: ({ signal }) => routes.files(page, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data, error } }) =>
      (error === null ? data?.meta.isRenewed : filesMissingOf(error) === 'under-way') ? RENEWED_MS : false,
  });
};
