import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useReason } from './use-reason';

/** For actions: tells why one failed, in the server's words where it gave some. */
export const useFailureNotification = () => {
  const { toggleNotification } = useNotification();
  const reasonOf = useReason();
  return useCallback(
    (error: unknown) => toggleNotification({ type: 'danger', message: reasonOf(error) }),
    [toggleNotification, reasonOf]
  );
};
