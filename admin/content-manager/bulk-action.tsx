import { lazy, Suspense, useMemo } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useAuth, useTable } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { actionUid, PLUGIN_ID } from '../../server/core/actions';
import { useAuditedTypes } from './use-audited-types';

const BulkPlace = lazy(() => import('./bulk/BulkPlace').then((module) => ({ default: module.BulkPlace })));

/** *Place* on the list view's selection: only its frame is loaded with Strapi, for types under audit and who may place. */
export const PlaceBulkAction: BulkActionComponent = ({ documents, model }) => {
  const { formatMessage } = useIntl();
  const types = useAuditedTypes();
  const mayPlace = useAuth('content-strategy', ({ permissions }) =>
    permissions.some(({ action }) => action === actionUid('tag'))
  );
  const selectRow = useTable('ContentStrategyPlace', (table) => table.selectRow);

  const ids = documents.map(({ documentId }) => documentId).join(' ');
  const label = formatMessage({ id: `${PLUGIN_ID}.place.button` });
  const title = formatMessage({ id: `${PLUGIN_ID}.place.title` }, { count: documents.length });
  // Strapi passes descriptions on whenever they differ, functions by identity: one made anew each time never ends.
  const content = useMemo(
    () =>
      ({ onClose }: { readonly onClose: () => void }) => (
        <Suspense fallback={null}>
          <BulkPlace model={model} documentIds={ids.split(' ')} onClose={onClose} onPlaced={() => selectRow([])} />
        </Suspense>
      ),
    [model, ids, selectRow]
  );
  return useMemo(
    () =>
      mayPlace && types?.has(model)
        ? { label, variant: 'tertiary' as const, dialog: { type: 'modal' as const, title, content } }
        : null,
    [mayPlace, types, model, label, title, content]
  );
};
