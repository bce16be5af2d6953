import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isSameDecision } from '../core/decision';
import { readDecisionsOf, writeDecisions, type KeptDecision } from './decisions';
import { isSamePlacement, NOT_PLACED, readPlacementsOf, writePlacements, type KeptPlacement } from './placements';

/** All that is stored about one entry: where it belongs, and what shall become of it. */
export interface EntryState extends KeptPlacement {
  readonly decision: KeptDecision | null;
}

/** One entry made another. */
export interface StateChange {
  readonly documentId: string;
  readonly before: EntryState;
  readonly after: EntryState;
}

export const UNTOUCHED: EntryState = { ...NOT_PLACED, decision: null };

/** What is stored about some entries of one type, by document ID; those without anything are absent. */
export const readStatesOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, EntryState>> => {
  const placements = await readPlacementsOf(strapi, trx, uid, documentIds);
  const decisions = await readDecisionsOf(strapi, trx, uid, documentIds);
  return new Map(
    [...new Set([...placements.keys(), ...decisions.keys()])].map((documentId) => [
      documentId,
      { ...(placements.get(documentId) ?? NOT_PLACED), decision: decisions.get(documentId) ?? null },
    ])
  );
};

/** Writes what differs, in the name of somebody. */
export const writeStates = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  changes: readonly StateChange[],
  by: { readonly userId: number | null; readonly at: number }
): Promise<void> => {
  const placed = changes.filter(({ before, after }) => !isSamePlacement(before, after));
  if (placed.length > 0) {
    const placements = placed.map(({ documentId, after }) => ({ documentId, placement: after }));
    await writePlacements(strapi, trx, uid, placements);
  }
  const decided = changes.filter(({ before, after }) => !isSameDecision(before.decision, after.decision));
  if (decided.length > 0) {
    const decisions = decided.map(({ documentId, after }) => ({ documentId, decision: after.decision }));
    await writeDecisions(strapi, trx, uid, decisions, by);
  }
};

/** Whether two states say the same, whoever said so and when. */
export const isSameState = (a: EntryState, b: EntryState): boolean =>
  isSamePlacement(a, b) && isSameDecision(a.decision, b.decision);
