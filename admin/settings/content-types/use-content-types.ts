import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContentTypeBody, ContentTypeInput } from '../../../server/core/api';
import { useRoutes } from '../../api/ContentStrategyProvider';
import { keys } from '../../api/keys';
import { useRefreshVocabulary } from '../use-axis';

/** Every type of the host with how it takes part in the audit. */
export const useContentTypeSettings = () => {
  const routes = useRoutes();
  return {
    query: useQuery({ queryKey: keys.contentTypes, queryFn: ({ signal }) => routes.contentTypes(signal) }),
    change: useChangeContentType(),
  };
};

/** Types that have settings and have left the host. */
export const useGoneTypes = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return {
    query: useQuery({ queryKey: keys.goneTypes, queryFn: ({ signal }) => routes.goneTypes(signal) }),
    forget: useMutation({
      mutationFn: (uid: string) => routes.forgetContentType(uid),
      onSuccess: () => cache.invalidateQueries({ queryKey: keys.goneTypes }),
    }),
  };
};

/** Changes how one of them takes part. */
export const useChangeContentType = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const refresh = useRefreshVocabulary();
  return useMutation({
    mutationFn: ({ uid, input }: { uid: string; input: ContentTypeInput }) => routes.changeContentType(uid, input),
    onSuccess: async (changed) => {
      cache.setQueryData<readonly ContentTypeBody[]>(keys.contentTypes, (types) =>
        types?.map((type) => (type.uid === changed.uid ? changed : type))
      );
      await refresh();
    },
  });
};
