import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { AuditedTypesProbe } from './AuditedTypesProbe';
import { DecideBulkAction, PlaceBulkAction } from './bulk-action';
import { addContentStrategyColumn } from './list-column';
import { addContentStrategyFilters } from './list-filters';
import { ContentStrategyPanel } from './side-panel';

/** Puts the side panel into the edit view; the column, the filters, *Place* and *Decide* into the list view. */
export const extendContentManager = (app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void => {
  const contentManager = app.getPlugin('content-manager');
  const apis = contentManager.apis as ContentManagerPlugin['config']['apis'];
  // Right below Save and Publish: placing is part of every edit, and further down it would start off screen.
  apis.addEditViewSidePanel((panels) => [
    ...panels.filter(({ type }) => type === 'actions'),
    ContentStrategyPanel,
    ...panels.filter(({ type }) => type !== 'actions'),
  ]);
  contentManager.injectComponent('listView', 'actions', {
    name: 'content-strategy-audited-types',
    Component: AuditedTypesProbe,
  });
  apis.addBulkAction((actions) => [
    ...actions.filter(({ type }) => type !== 'delete'),
    PlaceBulkAction,
    DecideBulkAction,
    ...actions.filter(({ type }) => type === 'delete'),
  ]);
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addContentStrategyColumn);
  app.registerHook('Admin/CM/pages/ListView/inject-in-filters', addContentStrategyFilters);
};
