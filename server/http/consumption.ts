import { z } from '@strapi/utils';
import { isbot } from 'isbot';
import type { Context } from 'koa';
import type { DropReason } from '../core/consumption-api';
import type { BeaconEvent } from '../core/consumption/event';
import { dropOf } from '../core/consumption/visit';
import { invalid, Refusal } from '../core/refusal';
import { exactText, word } from './fields';

/** The most events of one request, and bytes of its body. */
export const MOST_EVENTS = 50;
export const MOST_BYTES = 32 * 1024;

const printable = (most: number) => exactText(most).regex(/^[\x21-\x7e]+$/, 'must be one word');
/** No database keeps a NUL. */
const line = (most: number) =>
  word(most)
    .regex(/^[^\p{Cc}]+$/u, 'must be one line')
    .refine((text) => !text.includes('%00'), 'must be one line');

const event = z.union(
  [
    z
      .strictObject({ uid: printable(255), documentId: printable(255), locale: exactText(64).nullish() })
      .transform(({ uid, documentId, locale }): BeaconEvent => ({
        kind: 'entry',
        uid,
        documentId,
        locale: locale ?? null,
      })),
    z.strictObject({ path: line(1024) }).transform(({ path }): BeaconEvent => ({ kind: 'path', path })),
    z.strictObject({ file: line(1024) }).transform(({ file }): BeaconEvent => ({ kind: 'file', url: file })),
  ],
  'must be { uid, documentId, locale? }, { path } or { file }'
);

/** One event or a list of them, whose length is looked at first. */
export const beaconBody = z
  .unknown()
  .transform((body): unknown => (Array.isArray(body) ? body : [body]))
  .pipe(z.array(z.unknown()).min(1, 'must not be empty').max(MOST_EVENTS, `must be at most ${MOST_EVENTS} events`))
  .pipe(z.array(event));

/** The JSON of a body, whatever the client calls it: `sendBeacon` says `text/plain`. */
export const jsonOf = async (ctx: Context): Promise<unknown> => {
  const { body } = ctx.request as unknown as { readonly body?: unknown };
  if (typeof body === 'object' && body !== null && (Array.isArray(body) || Object.keys(body).length > 0)) return body;
  // Where the host's parser does not know the content type, nobody has read the stream.
  const text = typeof body === 'string' ? body : await read(ctx);
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('request', '`request`: the body must be JSON.');
  }
};

/** Who sent it, as far as it matters. */
export const dropReasonOf = (ctx: Context): DropReason | null => dropOf(ctx.headers, isbot);

/** Refuses a body before anybody reads it, by the length that clients have to announce. */
export const assertLength = (ctx: Context): void => {
  const length = ctx.get('content-length');
  if (ctx.get('transfer-encoding') === '' && length !== '' && Number(length) <= MOST_BYTES) return;
  throw new Refusal('too-large', `\`request\`: send at most ${MOST_BYTES / 1024} kB, with Content-Length.`);
};

const read = async (ctx: Context): Promise<string> => {
  if (ctx.req.readableEnded) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
