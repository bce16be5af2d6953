import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router-dom';
import type { VocabularyBody } from '../../../server/core/api';
import { useTags } from '../../api/tags';
import { currentPlace, departureFrom } from './create-page';
import { PlacementEditor } from './PlacementEditor';
import { presetFrom } from './preset';
import { draftStore, takeDraft } from './stores';
import { useEntryStores } from './use-entry-stores';

interface Props {
  readonly model: string;
  readonly vocabulary: VocabularyBody;
  readonly cloneOf?: string | undefined;
}

/** Placement on the create page: kept, and saved as soon as the entry is. */
export const NewEntryPlacement = ({ model, vocabulary, cloneOf }: Props) => {
  const location = useLocation();
  const stores = useEntryStores();
  const { data: original } = useTags(cloneOf === undefined ? null : { uid: model, documentId: cloneOf });
  const [path, store] = useMemo(() => {
    const { path } = currentPlace();
    return [path, draftStore(path, presetFrom(window.location.search, vocabulary), cloneOf === undefined)];
    // The draft of this page: a change of its locale in the URL, or of the vocabulary, must not start it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);

  useEffect(() => {
    if (original) store.startFrom(original);
  }, [store, original]);

  useEffect(() => {
    const before = currentPlace();
    return () => {
      const departure = departureFrom(before, currentPlace());
      if (departure.kind === 'still-there') return;
      const changes = takeDraft(path);
      if (departure.kind === 'abandoned' || changes.length === 0) return;
      const saved = stores({ uid: model, documentId: departure.documentId });
      saved.change(...changes);
      void saved.flush();
    };
  }, [location.key, path, stores, model]);

  return <PlacementEditor vocabulary={vocabulary} store={store} snapshot={snapshot} model={model} />;
};
