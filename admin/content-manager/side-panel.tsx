import { lazy, Suspense, useMemo } from 'react';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { useMatch } from 'react-router-dom';
import { PLUGIN_ID } from '../../server/core/actions';
import { useAuditedTypes } from './use-audited-types';

const PanelContent = lazy(() => import('./panel/PanelContent').then((module) => ({ default: module.PanelContent })));

/** The edit view's side panel: only its frame is loaded with Strapi, and nothing is shown for types not under audit. */
export const ContentStrategyPanel: PanelComponent = ({ model, documentId, document, meta }) => {
  const { formatMessage } = useIntl();
  const types = useAuditedTypes();
  const isCloning = useMatch('/content-manager/:collectionType/:slug/clone/:origin') !== null;

  // Single types have no ID in their URL, and in a locale yet to be written no document either.
  const [otherLocale] = (meta?.availableLocales ?? []) as readonly { readonly documentId?: string }[];
  const entryId = documentId ?? document?.documentId ?? otherLocale?.documentId;
  const title = formatMessage({ id: `${PLUGIN_ID}.plugin.name` });
  return useMemo(() => {
    if (!types?.has(model)) return null;
    const of = entryId === undefined ? {} : isCloning ? { cloneOf: entryId } : { documentId: entryId };
    return {
      title,
      content: (
        <Suspense fallback={null}>
          <PanelContent model={model} {...of} />
        </Suspense>
      ),
    };
  }, [types, model, entryId, isCloning, title]);
};
