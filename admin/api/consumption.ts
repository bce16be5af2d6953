import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NeverConsumedQuery } from '../../server/core/consumption-api';
import type { EntryRef } from '../../server/core/vocabulary';
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

const POLL_MS = 5_000;

/** What was measured in the last days; asked for again and again while the page is visible and the beacon may answer. */
export const useMeasurement = (days: number) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.measurement(days),
    queryFn: ({ signal }) => routes.measurement(days, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.beacon.enabled ? POLL_MS : false),
  });
};

/** One page of the Media Library's files and where they are used. */
export const useFiles = (page: FilesPage) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.files(page),
    queryFn: ({ signal }) => routes.files(page, signal),
    placeholderData: keepPreviousData,
  });
};
