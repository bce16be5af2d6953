import { useMemo } from 'react';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { PlaceForm } from '../../components/place/PlaceForm';
import { VocabularyGate } from '../../components/VocabularyGate';

interface Props {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

/** The inside of *Place* in the Content Manager's list view. */
export const BulkPlace = ({ model, documentIds, onClose, onPlaced }: Props) => {
  const target = useMemo(
    () => ({ entries: documentIds.map((documentId) => ({ uid: model, documentId })) }),
    [model, documentIds]
  );
  return (
    <ContentStrategyProvider>
      <VocabularyGate>
        <PlaceForm target={target} onClose={onClose} onPlaced={onPlaced} />
      </VocabularyGate>
    </ContentStrategyProvider>
  );
};
