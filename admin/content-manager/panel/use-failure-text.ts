import { useCallback } from 'react';
import { failureOf } from '../../api/failure';
import { useText } from '../../components/text';

/** Why a placement was not saved, as a sentence. */
export const useFailureText = () => {
  const text = useText();
  return useCallback(
    (error: unknown): string => {
      const { status, message } = failureOf(error);
      if (status === 403) return text('panel.failed.forbidden');
      if (status === 404) return text('panel.failed.missing');
      if (status === null) return text('panel.failed.offline');
      return text('panel.failed.other', { cause: message ?? String(status) });
    },
    [text]
  );
};
