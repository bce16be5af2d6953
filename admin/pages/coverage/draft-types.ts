import { useAuth } from '@strapi/strapi/admin';
import type { ContentTypeRef } from '../../../server/core/api';
import { useNaming } from '../../components/VocabularyGate';

const CREATE = 'plugin::content-manager.explorer.create';

/**
 * The types in which the user may begin an entry and place it; the one filtered by alone, where it is among them.
 * From the session's permissions, as the Content Manager itself decides whether to offer *Create new entry*.
 */
export const useDraftTypes = (contentType: string | undefined): readonly ContentTypeRef[] => {
  const permissions = useAuth('content-strategy', (auth) => auth.permissions);
  const { can, contentTypes } = useNaming();
  if (!can.tag) return [];
  const creatable = new Set(permissions.filter(({ action }) => action === CREATE).map(({ subject }) => subject));
  const types = contentTypes.filter(({ uid, kind }) => kind === 'collectionType' && creatable.has(uid));
  const filtered = types.filter(({ uid }) => uid === contentType);
  return filtered.length > 0 ? filtered : types;
};
