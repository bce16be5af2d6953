import { useEffect } from 'react';
import type { VocabularyBody } from '../../server/core/api';
import { auditedTypes } from './audited-types';

/** Tells the frames in the Content Manager, which are loaded before anything of ours, which types to show themselves on. */
export const useAuditedTypesFrom = (vocabulary: VocabularyBody | undefined): void => {
  useEffect(() => {
    if (vocabulary) auditedTypes.set(vocabulary.contentTypes.map(({ uid }) => uid));
  }, [vocabulary]);
};
