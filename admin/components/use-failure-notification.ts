import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { failureOf } from '../api/failure';
import { useText } from './text';

/** For actions: tells why one failed, in the server's words where it gave some. */
export const useFailureNotification = () => {
  const { toggleNotification } = useNotification();
  const text = useText();
  return useCallback(
    (error: unknown) =>
      toggleNotification({ type: 'danger', message: failureOf(error).message ?? text('failure.unreachable') }),
    [toggleNotification, text]
  );
};
