import { lazy, Suspense, useMemo } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useAuth, useTable } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { actionUid, PLUGIN_ID } from '../../server/core/actions';
import type { BulkWork } from '../components/place/BulkDialog';
import { useAuditedTypes } from './use-audited-types';

const BulkFrame = lazy(() => import('./bulk/BulkFrame').then((module) => ({ default: module.BulkFrame })));

/** *Place* on the list view's selection. */
export const PlaceBulkAction: BulkActionComponent = (selected) => useBulkAction('place', selected);

/** *Decide* beside it. */
export const DecideBulkAction: BulkActionComponent = (selected) => useBulkAction('decide', selected);

/** Only the frame of an action is loaded with Strapi, for types under audit and who may place. */
const useBulkAction = (
  work: BulkWork,
  { documents, model }: Parameters<BulkActionComponent>[0]
): ReturnType<BulkActionComponent> => {
  const { formatMessage } = useIntl();
  const types = useAuditedTypes();
  const mayPlace = useAuth('content-strategy', ({ permissions }) =>
    permissions.some(({ action }) => action === actionUid('tag'))
  );
  const selectRow = useTable('ContentStrategyBulk', (table) => table.selectRow);

  const ids = documents.map(({ documentId }) => documentId).join(' ');
  const label = formatMessage({ id: `${PLUGIN_ID}.${work}.button` });
  const title = formatMessage({ id: `${PLUGIN_ID}.${work}.title` }, { count: documents.length });
  // Strapi passes descriptions on whenever they differ, functions by identity: one made anew each time never ends.
  const content = useMemo(
    () =>
      ({ onClose }: { readonly onClose: () => void }) => (
        <Suspense fallback={null}>
          <BulkFrame
            work={work}
            model={model}
            documentIds={ids.split(' ')}
            onClose={onClose}
            onPlaced={() => selectRow([])}
          />
        </Suspense>
      ),
    [work, model, ids, selectRow]
  );
  return useMemo(
    () =>
      mayPlace && types?.has(model)
        ? { label, variant: 'tertiary' as const, dialog: { type: 'modal' as const, title, content } }
        : null,
    [mayPlace, types, model, label, title, content]
  );
};
