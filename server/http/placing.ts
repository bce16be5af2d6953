import { z } from '@strapi/utils';
import { MAX_AT_ONCE, OPERATION_KINDS } from '../core/placing-api';
import { EXCLUSION_REASONS } from '../core/vocabulary';
import { bodyOf, flag, id, number, oneOf, someText, yesOrNo } from './fields';
import { inventoryFilter } from './reading';
import { pairs } from './tags';

const keys = z.array(someText(100), { error: 'must be a list of keys' }).max(100, 'must be at most 100').optional();

const sides = { personas: keys, stages: keys };

const change = z
  .discriminatedUnion(
    'mode',
    [
      z.strictObject({ mode: z.literal('add'), ...sides }),
      z.strictObject({ mode: z.literal('remove'), ...sides }),
      z.strictObject({ mode: z.literal('replace'), ...sides }),
      z.strictObject({ mode: z.literal('pairs'), add: pairs.optional(), remove: pairs.optional() }),
      z.strictObject({ mode: z.literal('exclude'), reason: oneOf(EXCLUSION_REASONS) }),
      z.strictObject({ mode: z.literal('include') }),
    ],
    { error: 'must have a mode: add, remove, replace, pairs, exclude or include' }
  )
  .refine((asked) => !isEmpty(asked), 'says nothing to do: name personas, stages or pairs');

/** An entry named in a body. */
export const someEntry = z.strictObject(
  { uid: someText(255), documentId: someText(255) },
  'must be { uid, documentId }'
);

/** Which entries: either named, or all that a list shows. */
export const selection = {
  entries: z
    .array(someEntry, { error: 'must be a list of { uid, documentId }' })
    .max(MAX_AT_ONCE, `must be at most ${MAX_AT_ONCE}`)
    .optional(),
  filter: inventoryFilter.optional(),
};

/** For `refine`: whether a body selects in one way. */
export const selectsOnce = ({ entries, filter }: { readonly entries?: unknown; readonly filter?: unknown }): boolean =>
  (entries === undefined) !== (filter === undefined);
export const SELECT_ONCE = { path: ['entries'], message: 'send either `entries` or a `filter`' };

/** What many entries are changed by takes `dryRun` in its query too. */
export const dryRunQuery = z.strictObject({ dryRun: yesOrNo.optional() });

/** POST /tags/bulk */
export const bulkInput = bodyOf(
  z.strictObject({ ...selection, change, dryRun: flag.optional() }).refine(selectsOnce, SELECT_ONCE)
);

/** GET /operations */
export const operationsQuery = z.strictObject({
  kind: oneOf(OPERATION_KINDS).optional(),
  page: number(1, 100_000, 1),
  pageSize: number(1, 100, 25),
});

/** /operations/:id */
export const operationParams = z.object({ id: id('an operation') });

const isEmpty = ({ mode, ...asked }: { readonly mode: string }): boolean =>
  mode !== 'exclude' && mode !== 'include' && Object.values(asked).every((list) => isEmptyList(list));

const isEmptyList = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;
