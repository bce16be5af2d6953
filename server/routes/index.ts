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
