import { z } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { invalid } from '../core/refusal';
import { parse, type Exact } from './parse';
import { discardUploads } from './upload';

/** What a request to a route may say besides its path: nothing but what its row names. */
export interface RouteInput {
  readonly query?: z.ZodType;
  /** `handler`: a file, or what the handler reads from the stream itself. */
  readonly body?: z.ZodType | 'handler';
}

const NOTHING = z.strictObject({});

/** A body of nothing may be left out, and is wrapped by some clients. */
const NO_BODY = z.preprocess(
  (body) => (body === undefined || body === null || body === '' ? {} : body),
  z.strictObject({ data: NOTHING.nullish() })
);

/**
 * For what is public, cached and the same for everybody: sites ask for `page.js?v=2` so that nobody is served an old copy,
 * and tag managers add parameters of their own. A refused script is a site that nobody counts.
 */
export const ANY_QUERY = z.unknown();

/**
 * Reads query and body before the handler runs, which takes them by `inputOf`: a parameter that no schema knows is
 * refused, never ignored. `POST /tags/bulk?dryRun=true` once wrote.
 */
export const readInput =
  ({ query = NOTHING, body = NO_BODY }: RouteInput) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const read = new Map<z.ZodType, unknown>();
    try {
      read.set(query, parse(query, ctx.query));
      if (body !== 'handler') read.set(body, parse(body, ctx.request.body));
    } catch (error) {
      await discardUploads(ctx);
      throw error;
    }
    Object.assign(ctx.state, { [READ]: read });
    await next();
  };

/** What a request said by a schema of its route's row. */
export const inputOf = <T extends z.ZodType>(ctx: Context, schema: T): Exact<z.output<T>> => {
  const read = (ctx.state as State)[READ];
  if (!read?.has(schema)) throw new Error(`The row of ${ctx.method} ${ctx.path} does not name this schema.`);
  return read.get(schema) as Exact<z.output<T>>;
};

/** Refuses any parameter: of a path that no row stands for. */
export const assertNoQuery = (ctx: Context): void => void parse(NOTHING, ctx.query);

/** Whether a request is a dry run: said in its query, in its body or form, or alike in both. */
export const dryRunOf = (inQuery: boolean | undefined, inBody: boolean | undefined): boolean => {
  if (inQuery !== undefined && inBody !== undefined && inQuery !== inBody) {
    throw invalid('dryRun', '`dryRun`: the query says one thing and the body another; say it once.');
  }
  return inQuery ?? inBody ?? false;
};

const READ = Symbol('input');

interface State {
  readonly [READ]?: ReadonlyMap<z.ZodType, unknown>;
}
