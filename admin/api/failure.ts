import type { NotYetMeta } from '../../server/core/refusal';

/** What a page needs to know about a failed request: which state to show, and the server's sentence if it gave one. */
export interface Failure {
  readonly status: number | null;
  readonly message: string | null;
}

/** Reads any rejection of the API; a broken network has neither status nor a message worth showing. */
export const failureOf = (error: unknown): Failure => {
  const { status, message, name } = (error ?? {}) as { status?: unknown; message?: unknown; name?: unknown };
  const known = typeof status === 'number';
  return {
    status: known ? status : null,
    message: (known || name === 'FetchError') && typeof message === 'string' && message ? message : null,
  };
};

/** What a refusal says for programs, of the kind that its route documents; nothing where the server did not answer. */
export const detailsOf = <Details>(error: unknown): Partial<Details> =>
  (error as Refused<Details> | null)?.response?.data?.error?.details ?? {};

interface Refused<Details> {
  readonly response?: { readonly data?: { readonly error?: { readonly details?: Partial<Details> } } };
}

/** 403: shown as Strapi's own no-permission state. */
export const isForbidden = (error: unknown): boolean => failureOf(error).status === 403;

/** An answer that there is nothing yet: no failure to the server and the browser's console, but to a page that needs it. */
export class NotYet extends Error {
  readonly status = 404;
  readonly reason: unknown;
  constructor({ reason, message }: NotYetMeta) {
    super(message);
    this.reason = reason;
  }
}

export const isNotYet = (answer: unknown): answer is { readonly meta: NotYetMeta } => {
  const { data, meta } = (answer ?? {}) as { readonly data?: unknown; readonly meta?: Partial<NotYetMeta> };
  return data === null && meta?.reason !== undefined;
};

/** There is nothing yet, or it is gone. */
export const isMissing = (error: unknown): boolean => failureOf(error).status === 404;

/** "`file`: it is empty." where it is plain what is meant: "It is empty." */
export const withoutField = (message: string): string => {
  const text = message.replace(/^`[^`]*`: */, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
};
