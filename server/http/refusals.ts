import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { Refusal, type NotYetMeta, type RefusalCode } from '../core/refusal';

const STATUS = {
  invalid: { status: 400, name: 'ValidationError' },
  forbidden: { status: 403, name: 'ForbiddenError' },
  'not-found': { status: 404, name: 'NotFoundError' },
  'not-yet': { status: 404, name: 'NotFoundError' },
  conflict: { status: 409, name: 'ConflictError' },
  'too-large': { status: 413, name: 'PayloadTooLargeError' },
  'too-many': { status: 429, name: 'RateLimitError' },
  busy: { status: 503, name: 'ServiceUnavailableError' },
} satisfies Record<RefusalCode, { status: number; name: string }>;

/** The one place where a refusal becomes an HTTP answer, in Strapi's own error format. */
export const answerRefusals = async (ctx: Context, next: Next): Promise<void> => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, name } = STATUS[error.code];
    const { retryAfter } = error.details;
    if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter));
    ctx.status = status;
    ctx.body = { data: null, error: { status, name, message: error.message, details: detailsOf(error) } };
  }
};

/**
 * Where something is read, what is not there yet is an answer: `{ data: null, meta: { reason, message } }`. Whatever is to
 * be done with it (an export, a bulk change by a filter) is refused as not found.
 */
export const answerNotYet = async (ctx: Context, next: Next): Promise<void> => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-yet') throw error;
    const { message, details } = error;
    ctx.status = 200;
    ctx.body = { data: null, meta: { reason: details['reason'], message } satisfies NotYetMeta };
  }
};

/** A refusal as Strapi's own error, for the host's routes, whose answers are not ours to write. */
export const asStrapiError = (error: unknown): unknown => {
  if (!(error instanceof Refusal)) return error;
  return STRAPI_ERRORS[error.code](error.message, detailsOf(error));
};

/**
 * `errors` is what Strapi's admin makes a form's errors of; it takes any other details for lists of sentences and fails
 * at them.
 */
const detailsOf = ({ message, details }: Refusal): Details => {
  const { field } = details;
  const path = typeof field === 'string' && field !== 'request' ? field.split('.') : [];
  return { errors: [{ path, message }], ...details };
};

type Details = Refusal['details'];

const STRAPI_ERRORS = {
  invalid: (message, details) => new errors.ValidationError(message, details),
  forbidden: (message, details) => new errors.ForbiddenError(message, details),
  'not-found': (message, details) => new errors.NotFoundError(message, details),
  'not-yet': (message, details) => new errors.NotFoundError(message, details),
  conflict: (message, details) => new errors.ApplicationError(message, details),
  'too-large': (message, details) => new errors.PayloadTooLargeError(message, details),
  'too-many': (message, details) => new errors.RateLimitError(message, details),
  busy: (message, details) => new errors.ApplicationError(message, details),
} satisfies Record<RefusalCode, (message: string, details: Details) => Error>;
