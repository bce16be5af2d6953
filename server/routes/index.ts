import type { Core } from '@strapi/strapi';
import { actionUid, type Action } from '../core/actions';
import type { controllers } from '../controllers';
import { answerRefusals } from '../http/refusals';

type Controllers = typeof controllers;
type Handler = { [K in keyof Controllers]: `${K}.${keyof ReturnType<Controllers[K]> & string}` }[keyof Controllers];

interface RouteRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly handler: Handler;
  readonly action: Action;
}

/** Every admin route under `/content-strategy`: where, who answers, and which permission it takes. */
export const ROUTES: readonly RouteRow[] = [
  { method: 'GET', path: '/vocabulary', handler: 'vocabulary.find', action: 'read' },
  { method: 'POST', path: '/audits', handler: 'audits.create', action: 'audit' },
  { method: 'GET', path: '/audits', handler: 'audits.find', action: 'read' },
  { method: 'GET', path: '/audits/latest', handler: 'audits.latest', action: 'read' },
  { method: 'GET', path: '/audits/:id', handler: 'audits.findOne', action: 'read' },
  { method: 'PUT', path: '/audits/:id', handler: 'audits.update', action: 'audit' },
  { method: 'GET', path: '/coverage', handler: 'reading.coverage', action: 'read' },
  { method: 'GET', path: '/glance', handler: 'reading.glance', action: 'read' },
  { method: 'GET', path: '/inventory', handler: 'reading.inventory', action: 'read' },
  { method: 'GET', path: '/exports/:name', handler: 'reading.export', action: 'export' },
];

/** The table in Strapi's words; each route takes a session (or admin token) and its one permission. */
export const routes: Core.RouteInput[] = ROUTES.map(({ method, path, handler, action }) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [actionUid(action)] } },
    ],
    middlewares: [answerRefusals],
  },
}));
