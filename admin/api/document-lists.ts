import { useCallback } from 'react';
import { adminApi } from '@strapi/strapi/admin';

const documentLists = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (build) => ({
    refetchDocumentLists: build.mutation<null, null>({
      queryFn: () => ({ data: null }),
      // The tag that each list of the Content Manager carries, whatever its type: its own bulk actions renew them so.
      invalidatesTags: [{ type: 'Document', id: 'ALL_LIST' }],
    }),
  }),
});

/** Has the Content Manager ask for its lists anew: they may be filtered by what we have just changed. */
export const useRefetchDocumentLists = (): (() => void) => {
  const [refetch] = documentLists.useRefetchDocumentListsMutation();
  return useCallback(() => void refetch(null), [refetch]);
};
