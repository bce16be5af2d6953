import { useCallback } from 'react';
import { failureOf } from '../api/failure';
import { useText } from './text';

/** Why something failed, in the server's words where it gave some. */
export const useReason = () => {
  const text = useText();
  return useCallback((error: unknown): string => failureOf(error).message ?? text('failure.unreachable'), [text]);
};
