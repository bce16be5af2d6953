import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNotification } from '@strapi/strapi/admin';
import type { EntryRef } from '../../../server/core/vocabulary';
import { useRoutes } from '../../api/ContentStrategyProvider';
import { useRefetchDocumentLists } from '../../api/document-lists';
import { keys } from '../../api/keys';
import { createPlacementStore } from './placement-store';
import { entryStore } from './stores';
import { useFailureText } from './use-failure-text';

/** Gives the placement store of an entry, bound to the session's routes and the shared cache. */
export const useEntryStores = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const refetchDocumentLists = useRefetchDocumentLists();

  return useMemo(
    () => (entry: EntryRef) =>
      entryStore(entry, () =>
        createPlacementStore({
          load: () => routes.tags(entry),
          async send(patch) {
            // A reading that began earlier must not overwrite the answer.
            await cache.cancelQueries({ queryKey: keys.tagsOfEntry(entry) });
            return routes.patchTags(entry, patch);
          },
          onSaved(stored) {
            cache.setQueryData(keys.tagsOfEntry(entry), stored);
            const key = JSON.stringify(keys.tagsOfEntry(entry));
            void cache.invalidateQueries({
              queryKey: keys.tags,
              predicate: ({ queryKey }) => JSON.stringify(queryKey) !== key,
            });
            refetchDocumentLists();
          },
          onUnseenFailure: (error) => toggleNotification({ type: 'danger', message: failureText(error) }),
        })
      ),
    [routes, cache, failureText, toggleNotification, refetchDocumentLists]
  );
};
