import { z } from '@strapi/utils';
import { JOURNEYS, PRIORITIES, PUBLISHING_RULES } from '../core/vocabulary';
import { bodyOf, flag, oneOf, someText, text, texts } from './fields';

const target = z
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(1000, 'must be at most 1000');

const persona = {
  name: someText(100),
  description: text(2000).optional(),
  group: text(100).optional(),
  priority: oneOf(PRIORITIES).optional(),
  buys: flag.optional(),
  uses: flag.optional(),
};

const playbook = z
  .strictObject({
    question: text(500),
    goal: text(500),
    owners: texts(30, 200),
    content: texts(30, 200),
    metrics: texts(30, 200),
  })
  .partial();

const stage = {
  name: someText(100),
  aliases: texts(30, 100).optional(),
  target: target.optional(),
  playbook: playbook.optional(),
};

const key = someText(100);

/** A persona that is new. */
export const newPersona = z.strictObject({ ...persona, key: key.optional() });

/** POST /personas */
export const personaInput = bodyOf(newPersona);

/** PUT /personas/:key */
export const personaPatch = bodyOf(z.strictObject({ ...persona, retired: flag }).partial());

/** POST /stages */
export const stageInput = bodyOf(z.strictObject({ ...stage, key: key.optional(), journey: oneOf(JOURNEYS) }));

/** PUT /stages/:key */
export const stagePatch = bodyOf(z.strictObject({ ...stage, retired: flag }).partial());

/** PUT /personas/order, /stages/order */
export const orderInput = bodyOf(
  z.strictObject({ keys: z.array(key, { error: 'must be a list of keys' }).max(1000, 'must be at most 1000') })
);

/** …/:key */
export const keyParams = z.object({ key });

/** DELETE …/:key?reassignTo= */
export const removalQuery = z.strictObject({ reassignTo: key.optional() });

/** /cells/:persona/:stage */
export const cellParams = z.object({ persona: key, stage: key });

/** PUT /cells/:persona/:stage */
export const cellInput = bodyOf(
  z.strictObject({ target: target.nullable(), notNeeded: someText(500).nullable() }).partial()
);

const field = someText(100).nullable();

/** /content-types/:uid */
export const contentTypeParams = z.object({ uid: someText(255) });

/** PUT /content-types/:uid */
export const contentTypeInput = bodyOf(
  z
    .strictObject({
      audited: flag,
      urlPattern: someText(500).nullable(),
      titleField: field,
      contentDateField: field,
      ownerField: field,
      expiryField: field,
      publishing: oneOf(PUBLISHING_RULES),
    })
    .partial()
);
