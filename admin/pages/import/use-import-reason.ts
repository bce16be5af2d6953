import { useCallback } from 'react';
import { failureOf, withoutField } from '../../api/failure';
import { SheetChanged } from '../../api/imports';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';

const TOO_LARGE = 413;

/** Why a sheet could not be read or imported. */
export const useImportReason = () => {
  const text = useText();
  const reasonOf = useReason();
  return useCallback(
    (error: unknown): string => {
      if (error instanceof SheetChanged) return text('import.failed.changed');
      if (failureOf(error).status === TOO_LARGE) return text('import.failed.tooLarge');
      return withoutField(reasonOf(error));
    },
    [text, reasonOf]
  );
};
