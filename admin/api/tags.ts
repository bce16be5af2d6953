import { useQuery } from '@tanstack/react-query';
import type { EntryRef } from '../../server/core/vocabulary';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';

/** An entry's tags; `null` on the create page, where nothing is stored yet. */
export const useTags = (entry: EntryRef | null) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: entry ? keys.tagsOfEntry(entry) : keys.tags,
    queryFn: ({ signal }) => (entry ? routes.tags(entry, signal) : null),
    enabled: entry !== null,
  });
};

/** The tags of a list page in one query. */
export const useTagsOfList = (uid: string, documentIds: readonly string[]) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.tagsOfList(uid, documentIds),
    queryFn: ({ signal }) => routes.tagsOf(uid, documentIds, signal),
    enabled: documentIds.length > 0,
  });
};
