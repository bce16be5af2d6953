import { useMemo } from 'react';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { LayersInTheme } from '../../components/LayersInTheme';
import { BULK_WORKS, type BulkWork } from '../../components/place/BulkDialog';
import { VocabularyGate } from '../../components/VocabularyGate';

interface Props {
  readonly work: BulkWork;
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

/** The inside of *Place* and *Decide* in the Content Manager's list view. */
export const BulkFrame = ({ work, model, documentIds, onClose, onPlaced }: Props) => {
  const { Form } = BULK_WORKS[work];
  const target = useMemo(
    () => ({ entries: documentIds.map((documentId) => ({ uid: model, documentId })) }),
    [model, documentIds]
  );
  return (
    <ContentStrategyProvider>
      <LayersInTheme />
      <VocabularyGate>
        <Form target={target} onClose={onClose} onPlaced={onPlaced} />
      </VocabularyGate>
    </ContentStrategyProvider>
  );
};
