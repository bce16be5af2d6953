import type { Core } from '@strapi/strapi';
import { isSameDecision, type Decision } from '../../core/decision';
import type { OperationBody, PlacingBody, PlacingExample } from '../../core/placing-api';
import { readUserNames } from '../../library/owners';
import type { StoredOperation } from '../../stores/operations/operations';
import type { PlannedEntry } from './plan';

/** Operations with all that they did, as who did it may know. */
export const operationBodies = async (
  strapi: Core.Strapi,
  found: readonly StoredOperation[]
): Promise<readonly OperationBody[]> => {
  const names = await readUserNames(
    strapi,
    found.flatMap(({ userId }) => userId ?? [])
  );
  return found.map(({ id, kind, name, status, counts, appliedNo, userId, at, undoneAt }) => ({
    id,
    kind,
    name,
    status: status === 'planning' || status === 'undoing' ? 'running' : status,
    counts,
    isPartial: false,
    done: status === 'running' && appliedNo !== null ? Math.min(appliedNo + 1, counts.changed) : counts.changed,
    by: userId === null ? null : (names.get(userId) ?? null),
    at: new Date(at).toISOString(),
    undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
  }));
};

/** An example with whatever its decisions name: `namedExamples` makes of it what people may see. */
export interface PlainExample extends Omit<PlacingExample, 'decision'> {
  readonly decision?: { readonly before: Decision | null; readonly after: Decision | null };
}

/** What placing many entries does or did, with plain examples. */
export interface PlainPlacing extends Omit<PlacingBody, 'examples'> {
  readonly examples: readonly PlainExample[];
}

/** One entry before and after. */
export const exampleOf = ({ uid, documentId, before, after }: PlannedEntry): PlainExample => ({
  uid,
  documentId,
  before: shown(before),
  after: shown(after),
  ...(isSameDecision(before.decision, after.decision)
    ? {}
    : {
        decision: { before: before.decision && said(before.decision), after: after.decision && said(after.decision) },
      }),
});

const said = ({ kind, mergeInto, note, owner, due }: Decision): Decision => ({ kind, mergeInto, note, owner, due });

const shown = ({ tags, excluded }: PlannedEntry['before']): PlacingExample['before'] => ({
  tags: tags.map(({ persona, stage }) => ({ persona, stage })),
  excluded: excluded?.reason ?? null,
});
