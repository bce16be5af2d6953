import type { Core, Modules } from '@strapi/strapi';
import type { EntryRef } from './core/vocabulary';
import { hostTypes } from './library/content-types';
import { service } from './services';
import { ambientTransaction, inSavepoint } from './stores/transaction';

const WRITES: ReadonlySet<string> = new Set([
  'create',
  'update',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
  'clone',
]);

type Task = () => Promise<void>;

/** What is still to be done in one transaction of the host, and how many of its document actions are under way. */
interface Ambient {
  running: number;
  readonly tasks: Task[];
  /** While our own statements run. */
  flushing: Promise<void> | undefined;
}

/**
 * Keeps tags with their entries: new ones get what rules say, a copy gets the same, and the last row's end is theirs too. Never breaks the host's
 * write: what fails here is logged.
 */
export const followDocuments = (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware => {
  const ambients = new WeakMap<object, Ambient>();
  // Content types are fixed by the time that documents are written.
  let types: ReadonlyMap<string, unknown> | undefined;

  return async (ctx, next) => {
    types ??= hostTypes(strapi);
    if (!WRITES.has(ctx.action) || !types.has(ctx.uid)) return next();
    const ambient = await ambientOf(strapi, ambients);
    while (ambient.flushing) await ambient.flushing;
    ambient.running += 1;
    try {
      const result = await next();
      service(strapi, 'changes').mark(ctx.uid);
      const task = taskOf(strapi, ctx, result);
      if (task) ambient.tasks.push(task);
      return result;
    } finally {
      ambient.running -= 1;
      if (ambient.running === 0 && ambient.tasks.length > 0) await flush(strapi, ambient);
    }
  };
};

/**
 * Deleting in bulk runs all deletions of one transaction at once. Our statements run while none of them does: a
 * savepoint that has to be rolled back would else take the statements of the others along.
 */
const ambientOf = async (strapi: Core.Strapi, ambients: WeakMap<object, Ambient>): Promise<Ambient> => {
  const fresh: Ambient = { running: 0, tasks: [], flushing: undefined };
  const trx = await ambientTransaction(strapi);
  if (trx === null) return fresh;
  const ambient = ambients.get(trx) ?? fresh;
  ambients.set(trx, ambient);
  return ambient;
};

const flush = async (strapi: Core.Strapi, ambient: Ambient): Promise<void> => {
  ambient.flushing = runAll(strapi, ambient.tasks.splice(0));
  await ambient.flushing;
  ambient.flushing = undefined;
};

const taskOf = (
  strapi: Core.Strapi,
  { action, uid, params }: { readonly action: string; readonly uid: string; readonly params: object },
  result: unknown
): Task | undefined => {
  const tagging = service(strapi, 'tagging');
  const made = action === 'create' ? refOf(uid, result) : undefined;
  if (made) return () => service(strapi, 'rules').placeNew(made);
  const entry = refOf(uid, params);
  if (!entry) return undefined;
  if (action === 'delete') return () => tagging.forgetIfGone(entry);
  const copy = action === 'clone' ? refOf(uid, result) : undefined;
  return copy && (() => tagging.copy(entry, copy));
};

const refOf = (uid: string, value: unknown): EntryRef | undefined =>
  typeof value === 'object' && value !== null && 'documentId' in value && typeof value.documentId === 'string'
    ? { uid, documentId: value.documentId }
    : undefined;

const runAll = async (strapi: Core.Strapi, tasks: readonly Task[]): Promise<void> => {
  for (const task of tasks) {
    try {
      // What fails on PostgreSQL outside of a savepoint takes the host's own write along, whose commit says nothing of it.
      await inSavepoint(strapi, task);
    } catch (error) {
      strapi.log.error(`Content Strategy could not keep tags with their entry: ${String(error)}`);
    }
  }
};
