import type { Core } from '@strapi/strapi';
import { actionUid, type Action } from '../core/actions';
import type { PluginConfig } from '../config';
import type { controllers } from '../controllers';
import { analyticsQuery, movedQuery, movedSection, pathOverride } from '../http/analytics';
import { bulkDecisionInput, decisionInput } from '../http/decisions';
import { filesExportQuery, filesQuery } from '../http/files';
import { importQuery } from '../http/imports';
import { ANY_QUERY, readInput, type RouteInput } from '../http/input';
import { bulkInput, dryRunQuery, operationsQuery } from '../http/placing';
import {
  auditNaming,
  coverageQuery,
  coverageTypesQuery,
  exportQuery,
  glanceQuery,
  inventoryQuery,
  measurementQuery,
  neverConsumedQuery,
  pageQuery,
} from '../http/reading';
import { answerNotYet, answerRefusals } from '../http/refusals';
import { ruleFieldsQuery, rulesInput, rulesPreviewInput, ruleValuesQuery, setupInput } from '../http/rules';
import { tagPatch, tagReplacement, tagsQuery } from '../http/tags';
import {
  cellInput,
  contentTypeInput,
  orderInput,
  personaInput,
  personaPatch,
  removalQuery,
  stageInput,
  stagePatch,
} from '../http/vocabulary';

type Controllers = typeof controllers;
type Handler = { [K in keyof Controllers]: `${K}.${keyof ReturnType<Controllers[K]> & string}` }[keyof Controllers];

interface RouteRow extends RouteInput {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly handler: Handler;
  readonly action: Action;
}

const TABLE = [
  { method: 'GET', path: '/vocabulary', handler: 'vocabulary.find', action: 'read' },

  { method: 'GET', path: '/personas', handler: 'personas.find', action: 'read' },
  { method: 'POST', path: '/personas', handler: 'personas.create', action: 'settings', body: personaInput },
  { method: 'PUT', path: '/personas/order', handler: 'personas.order', action: 'settings', body: orderInput },
  { method: 'PUT', path: '/personas/:key', handler: 'personas.update', action: 'settings', body: personaPatch },
  { method: 'DELETE', path: '/personas/:key', handler: 'personas.remove', action: 'settings', query: removalQuery },

  { method: 'GET', path: '/stages', handler: 'stages.find', action: 'read' },
  { method: 'POST', path: '/stages', handler: 'stages.create', action: 'settings', body: stageInput },
  { method: 'PUT', path: '/stages/order', handler: 'stages.order', action: 'settings', body: orderInput },
  { method: 'GET', path: '/stages/presets', handler: 'presets.find', action: 'read' },
  { method: 'POST', path: '/stages/presets/:key/preview', handler: 'presets.preview', action: 'settings' },
  { method: 'POST', path: '/stages/presets/:key/apply', handler: 'presets.apply', action: 'settings' },
  { method: 'PUT', path: '/stages/:key', handler: 'stages.update', action: 'settings', body: stagePatch },
  { method: 'DELETE', path: '/stages/:key', handler: 'stages.remove', action: 'settings', query: removalQuery },

  { method: 'GET', path: '/cells', handler: 'cells.find', action: 'read' },
  { method: 'PUT', path: '/cells/:persona/:stage', handler: 'cells.update', action: 'settings', body: cellInput },

  { method: 'GET', path: '/content-types', handler: 'contentTypes.find', action: 'settings' },
  {
    method: 'PUT',
    path: '/content-types/:uid',
    handler: 'contentTypes.update',
    action: 'settings',
    body: contentTypeInput,
  },
  { method: 'DELETE', path: '/content-types/:uid', handler: 'contentTypes.forget', action: 'settings' },

  { method: 'GET', path: '/rules', handler: 'rules.find', action: 'read' },
  { method: 'PUT', path: '/rules', handler: 'rules.replace', action: 'settings', body: rulesInput },
  { method: 'GET', path: '/rules/fields', handler: 'rules.fields', action: 'settings', query: ruleFieldsQuery },
  { method: 'GET', path: '/rules/values', handler: 'rules.values', action: 'settings', query: ruleValuesQuery },
  { method: 'POST', path: '/rules/preview', handler: 'rules.preview', action: 'settings', body: rulesPreviewInput },
  { method: 'POST', path: '/setup', handler: 'rules.setup', action: 'settings', body: setupInput },

  { method: 'GET', path: '/tags', handler: 'tagging.find', action: 'read', query: tagsQuery },
  { method: 'GET', path: '/tags/:uid/:documentId', handler: 'tagging.findOne', action: 'read' },
  { method: 'POST', path: '/tags/bulk', handler: 'placing.bulk', action: 'tag', query: dryRunQuery, body: bulkInput },
  { method: 'PATCH', path: '/tags/:uid/:documentId', handler: 'tagging.patch', action: 'tag', body: tagPatch },
  { method: 'PUT', path: '/tags/:uid/:documentId', handler: 'tagging.replace', action: 'tag', body: tagReplacement },

  { method: 'GET', path: '/decisions/owners', handler: 'decisions.owners', action: 'read' },
  {
    method: 'POST',
    path: '/decisions/bulk',
    handler: 'decisions.bulk',
    action: 'tag',
    query: dryRunQuery,
    body: bulkDecisionInput,
  },
  { method: 'GET', path: '/decisions/:uid/:documentId', handler: 'decisions.findOne', action: 'read' },
  {
    method: 'PUT',
    path: '/decisions/:uid/:documentId',
    handler: 'decisions.decide',
    action: 'tag',
    body: decisionInput,
  },

  { method: 'GET', path: '/operations', handler: 'placing.find', action: 'read', query: operationsQuery },
  { method: 'GET', path: '/operations/:id', handler: 'placing.findOne', action: 'read' },
  { method: 'POST', path: '/operations/:id/undo', handler: 'placing.undo', action: 'tag' },

  {
    method: 'POST',
    path: '/imports/tags',
    handler: 'imports.tags',
    action: 'tag',
    query: importQuery,
    body: 'handler',
  },
  {
    method: 'POST',
    path: '/imports/analytics',
    handler: 'analytics.create',
    action: 'tag',
    query: analyticsQuery,
    body: 'handler',
  },
  { method: 'GET', path: '/imports/analytics', handler: 'analytics.find', action: 'read', query: pageQuery },
  {
    method: 'GET',
    path: '/imports/analytics/overrides',
    handler: 'analytics.findOverrides',
    action: 'read',
    query: pageQuery,
  },
  {
    method: 'PUT',
    path: '/imports/analytics/overrides',
    handler: 'analytics.override',
    action: 'tag',
    body: pathOverride,
  },
  { method: 'GET', path: '/imports/analytics/moves', handler: 'analytics.findMoves', action: 'read', query: pageQuery },
  { method: 'PUT', path: '/imports/analytics/moves', handler: 'analytics.move', action: 'tag', body: movedSection },
  {
    method: 'DELETE',
    path: '/imports/analytics/moves',
    handler: 'analytics.takeMoveBack',
    action: 'tag',
    query: movedQuery,
  },
  { method: 'POST', path: '/imports/analytics/:id/undo', handler: 'analytics.undo', action: 'tag' },
  { method: 'POST', path: '/imports/analytics/:id/redo', handler: 'analytics.redo', action: 'tag' },

  { method: 'POST', path: '/audits', handler: 'audits.create', action: 'audit' },
  { method: 'GET', path: '/audits', handler: 'audits.find', action: 'read', query: pageQuery },
  { method: 'GET', path: '/audits/latest', handler: 'audits.latest', action: 'read' },
  { method: 'GET', path: '/audits/:id', handler: 'audits.findOne', action: 'read' },
  { method: 'PUT', path: '/audits/:id', handler: 'audits.update', action: 'audit', body: auditNaming },
  { method: 'GET', path: '/coverage', handler: 'reading.coverage', action: 'read', query: coverageQuery },
  {
    method: 'GET',
    path: '/coverage/types',
    handler: 'reading.coverageTypes',
    action: 'read',
    query: coverageTypesQuery,
  },
  { method: 'GET', path: '/glance', handler: 'reading.glance', action: 'read', query: glanceQuery },
  { method: 'GET', path: '/inventory', handler: 'reading.inventory', action: 'read', query: inventoryQuery },
  {
    method: 'GET',
    path: '/never-consumed',
    handler: 'evidence.neverConsumed',
    action: 'read',
    query: neverConsumedQuery,
  },
  { method: 'GET', path: '/evidence/:uid/:documentId', handler: 'evidence.findOne', action: 'read' },
  { method: 'GET', path: '/files', handler: 'reading.files', action: 'read', query: filesQuery },
  { method: 'GET', path: '/measurement', handler: 'measurement.find', action: 'read', query: measurementQuery },
  { method: 'GET', path: '/measurement/last-event', handler: 'measurement.lastEvent', action: 'read' },
  {
    method: 'GET',
    path: '/exports/files.csv',
    handler: 'reading.exportFiles',
    action: 'export',
    query: filesExportQuery,
  },
  { method: 'GET', path: '/exports/:name', handler: 'reading.export', action: 'export', query: exportQuery },
] as const satisfies readonly RouteRow[];

type NameOf<Row> = Row extends { readonly method: infer M extends string; readonly path: infer P extends string }
  ? `${M} ${P}`
  : never;

/** A route as people write it: `GET /coverage`. */
export type RouteName = NameOf<(typeof TABLE)[number]>;

/** Every admin route under `/content-strategy`: where, who answers, which permission it takes, and what may be said. */
export const ROUTES: readonly RouteRow[] = TABLE;

const isReading = (method: RouteRow['method'], action: Action): boolean => method === 'GET' && action === 'read';

/** The table in Strapi's words; each route takes a session (or admin token) and its one permission. */
export const routes: Core.RouteInput[] = ROUTES.map(({ method, path, handler, action, ...input }) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [actionUid(action)] } },
    ],
    middlewares: [answerRefusals, ...(isReading(method, action) ? [answerNotYet] : []), readInput(input)],
  },
}));

/** What front ends may ask and send under `/api/content-strategy`, where the host has switched it on; `guardBeacon` answers browsers. */
export const contentApiRoutes = ({ serving, consumption }: PluginConfig): Core.RouteInput[] => [
  ...(serving.journeys ? [open('GET', '/journeys', 'journeys.find')] : []),
  ...(consumption.beacon
    ? [
        open('GET', `/${consumption.script}`, 'consumption.script', { auth: false }, { query: ANY_QUERY }),
        open('POST', `/${consumption.endpoint}/forward`, 'consumption.forward', {}, { body: 'handler' }),
      ]
    : []),
];

const open = (
  method: RouteRow['method'],
  path: string,
  handler: Handler,
  access: { readonly auth?: false } = {},
  input: RouteInput = {}
): Core.RouteInput => ({
  method,
  path,
  handler,
  config: { ...access, middlewares: [answerRefusals, readInput(input)] },
});
