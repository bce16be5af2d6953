import { useEffect, useSyncExternalStore } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { actionUid } from '../../server/core/actions';
import { auditedTypes } from './audited-types';

/** Whether the user may read here at all; `null` while that is not known. */
export const useMayRead = (): boolean | null =>
  useAuth('content-strategy', ({ isLoading, permissions }) =>
    isLoading ? null : permissions.some(({ action }) => action === actionUid('read'))
  );

/** The content types under audit, asked for once per page load, and not for users whom the server would refuse. */
export const useAuditedTypes = (): ReadonlySet<string> | null => {
  const mayRead = useMayRead();
  useEffect(() => {
    if (mayRead === true) auditedTypes.ask();
    if (mayRead === false) auditedTypes.set([]);
  }, [mayRead]);
  return useSyncExternalStore(auditedTypes.subscribe, auditedTypes.get);
};
