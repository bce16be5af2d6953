import type { Core, Modules } from '@strapi/strapi';
import { Refusal } from './core/refusal';
import { remembered } from './core/remembered';
import { exactText } from './http/fields';
import { asStrapiError } from './http/refusals';
import { abilityOf } from './http/session';
import { readableDocuments } from './library/entry-access';
import { service } from './services';

/**
 * Refuses to publish what has no place, where a type asks for it: for people in the Content Manager. Scheduled
 * releases, the API and the host's own code are never stopped.
 */
export const guardPublishing =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (ctx, next) => {
    if (!publishes(ctx) || !isContentManager(strapi)) return next();
    const { documentId } = ctx.params as { readonly documentId?: string };
    const all = documentId === undefined ? [] : together(strapi, documentId);
    const look = async (): Promise<readonly string[]> => {
      if ((await service(strapi, 'contentTypes').publishing(ctx.uid)) !== 'block') return [];
      if (documentId === undefined) return [''];
      return service(strapi, 'tagging').toPlaceAmong(ctx.uid, await inSight(strapi, ctx.uid, all));
    };
    const open = await (all.length > 1 ? onceForRequest(strapi, ctx.uid, look) : look());
    if (open.length > 0) throw asStrapiError(notPlaced(ctx.uid, open, all.length));
    return next();
  };

type Look = () => Promise<readonly string[]>;

/** What was found out for a request, by content type; forgotten with it. */
const found = new WeakMap<object, Map<string, Look>>();

/** Of a selection each is published by itself: looking at all of it each time would make a thousand a million. */
const onceForRequest = (strapi: Core.Strapi, uid: string, look: Look): Promise<readonly string[]> => {
  const request = strapi.requestContext.get();
  if (!request) return look();
  const known = found.get(request) ?? new Map<string, Look>();
  found.set(request, known);
  const answer = remembered(look);
  const once = known.get(uid) ?? (() => answer(null));
  known.set(uid, once);
  return once();
};

const publishes = ({ action, params }: { readonly action: string; readonly params: object }): boolean =>
  action === 'publish' ||
  ((action === 'create' || action === 'update') && 'status' in params && params.status === 'published');

/**
 * What is published together: Strapi publishes a selection side by side, and a refusal of one would come while others
 * are half-way. So each is refused for all.
 */
const together = (strapi: Core.Strapi, documentId: string): readonly string[] => {
  const body: unknown = strapi.requestContext.get()?.request.body;
  const selected = typeof body === 'object' && body !== null && 'documentIds' in body ? body.documentIds : undefined;
  const ids = Array.isArray(selected) ? selected.filter(isId) : [];
  return ids.includes(documentId) ? ids : [documentId];
};

const isId = (id: unknown): id is string => exactText(255).safeParse(id).success;

/** Of a selection those that the user may read: a refusal would tell of the others whether they have a place. */
const inSight = async (strapi: Core.Strapi, uid: string, ids: readonly string[]): Promise<readonly string[]> => {
  const request = strapi.requestContext.get();
  if (!request || ids.length < 2) return ids;
  const readable = await readableDocuments(strapi, abilityOf(request), uid, ids);
  return ids.filter((id) => readable.has(id));
};

const isContentManager = (strapi: Core.Strapi): boolean => {
  const state = strapi.requestContext.get()?.state as State | undefined;
  return state?.route?.info?.pluginName === 'content-manager';
};

interface State {
  readonly route?: { readonly info?: { readonly pluginName?: string } };
}

const notPlaced = (uid: string, open: readonly string[], asked: number): Refusal =>
  new Refusal(
    'invalid',
    (asked > 1 ? `${open.length} of these ${asked} entries have no place, so none was published. ` : '') +
      'Publishing here needs a placed entry: choose a persona and a stage in the Content Strategy panel, or “Not part ' +
      'of a journey”. On a new entry: save the draft first, its placement is saved with it, then publish.',
    { uid, documentIds: open }
  );
