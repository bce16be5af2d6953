import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Loader, Typography } from '@strapi/design-system';
import type { VocabularyBody } from '../../../server/core/api';
import { useTags } from '../../api/tags';
import { useText } from '../../components/text';
import { currentPlace } from './create-page';
import { PlacementEditor } from './PlacementEditor';
import { takeDraft } from './stores';
import { useEntryStores } from './use-entry-stores';
import { useFailureText } from './use-failure-text';

interface Props {
  readonly model: string;
  readonly documentId: string;
  readonly vocabulary: VocabularyBody;
}

/** Placement of an entry that exists: saved by itself, beside the entry's form. */
export const EntryPlacement = ({ model, documentId, vocabulary }: Props) => {
  const text = useText();
  const failureText = useFailureText();
  const entry = useMemo(() => ({ uid: model, documentId }), [model, documentId]);
  const { data, error } = useTags(entry);
  const stores = useEntryStores();
  const store = useMemo(() => stores(entry), [stores, entry]);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => {
    if (data) store.receive(data);
  }, [store, data]);
  useEffect(() => {
    // A single type is created at the address where it is edited.
    const changes = takeDraft(currentPlace().path);
    if (changes.length === 0) return;
    store.change(...changes);
    void store.flush();
  }, [store]);

  if (snapshot.stored)
    return <PlacementEditor vocabulary={vocabulary} store={store} snapshot={snapshot} model={model} />;
  if (error) {
    return (
      <Typography variant="pi" textColor="danger600" role="alert">
        {failureText(error)}
      </Typography>
    );
  }
  return <Loader small>{text('panel.loading')}</Loader>;
};
