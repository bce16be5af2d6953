import type { Core } from '@strapi/strapi';
import { isSameDecision, type Decision } from '../../core/decision';
import type { OperationBody, PlacingExample } from '../../core/placing-api';
import { readUserNames } from '../../library/owners';
import type { StoredOperation } from '../../stores/operations/operations';
import type { PlannedEntry } from './plan';

/** Operations as people see them. */
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
    done: status === 'running' && appliedNo !== null ? Math.min(appliedNo + 1, counts.changed) : counts.changed,
    by: userId === null ? null : (names.get(userId) ?? null),
    at: new Date(at).toISOString(),
    undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
  }));
};

/** One entry before and after. */
export const exampleOf = ({ uid, documentId, before, after }: PlannedEntry): PlacingExample => ({
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
