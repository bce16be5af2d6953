import type { Context, Next } from 'koa';
import { Refusal, type RefusalCode } from '../core/refusal';

const STATUS = {
  invalid: { status: 400, name: 'ValidationError' },
  forbidden: { status: 403, name: 'ForbiddenError' },
  'not-found': { status: 404, name: 'NotFoundError' },
  conflict: { status: 409, name: 'ConflictError' },
} satisfies Record<RefusalCode, { status: number; name: string }>;

/** The one place where a refusal becomes an HTTP answer, in Strapi's own error format. */
export const answerRefusals = async (ctx: Context, next: Next): Promise<void> => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, name } = STATUS[error.code];
    ctx.status = status;
    ctx.body = { data: null, error: { status, name, message: error.message, details: error.details } };
  }
};
