import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isSameDecision, type Decision } from '../core/decision';
import {
  MOST_PAST,
  type BulkDecisionInput,
  type DecisionBody,
  type DecisionInput,
  type DecisionsBody,
} from '../core/decisions-api';
import type { PlacingBody } from '../core/placing-api';
import { invalid } from '../core/refusal';
import { NO_CHANGES } from '../core/tag-set';
import type { EntryRef } from '../core/vocabulary';
import type { SessionUser } from '../http/session';
import type { UserAbility } from '../library/access';
import { entriesInSight } from '../library/entries-in-sight';
import { readableDocuments } from '../library/entry-access';
import { readUserNames } from '../library/owners';
import {
  readDecisionOwners,
  readDecisionsOf,
  readHistory,
  writeDecisions,
  type EndedDecision,
  type KeptDecision,
} from '../stores/decisions';
import { enterGate } from '../stores/operations/tables';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';
import { withEntryLocked } from './locked-entry';
import { circlesThrough } from './merge-circles';
import type { PlacingPlan } from './placing/plan';
import { namedExamples } from './reading/examples';
import { mergeNamer } from './reading/merges';
import { selectEntries } from './selection';

/** Owners that are suggested. */
const OWNERS = 200;

/** What shall become of entries: keep, update, merge, retire. */
export const createDecisionsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const get = async (entry: EntryRef, ability: UserAbility): Promise<DecisionsBody> => {
    const { current, past } = await inTransaction(strapi, (trx) => readHistory(strapi, trx, entry, MOST_PAST));
    const all: readonly (KeptDecision & Partial<EndedDecision>)[] = current ? [current, ...past] : past;
    const name = await mergeNamer(strapi, all, ability);
    const users = await readUserNames(
      strapi,
      all.flatMap(({ userId, endedBy = null }) => [userId ?? [], endedBy ?? []].flat())
    );
    const userOf = (id: number | null): string | null => (id === null ? null : (users.get(id) ?? null));
    const bodyOf = (decision: KeptDecision): DecisionBody => {
      const { kind, mergeInto, note, owner, due } = name(decision);
      return {
        kind,
        mergeInto,
        note,
        owner,
        due,
        by: userOf(decision.userId),
        at: new Date(decision.at).toISOString(),
      };
    };
    return {
      ...entry,
      current: current && bodyOf(current),
      past: past.map((one) => ({ ...bodyOf(one), endedBy: userOf(one.endedBy), endedAt: one.endedAt })),
    };
  };

  /** Refuses to merge into what is not there, or not for this user. */
  const requireTarget = async ({ uid, documentId }: EntryRef, ability: UserAbility): Promise<void> => {
    const audited = await service(strapi, 'contentTypes').audited();
    const isThere =
      audited.some((type) => type.uid === uid) &&
      (await readableDocuments(strapi, ability, uid, [documentId])).has(documentId);
    if (!isThere) {
      throw invalid(
        'mergeInto',
        `\`mergeInto\`: there is no entry "${documentId}" of "${uid}", or you may not read it.`
      );
    }
  };

  return {
    get,

    /** Decides about one entry. */
    decide: async (
      entry: EntryRef,
      input: DecisionInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<DecisionsBody> => {
      const { uid, documentId } = entry;
      const isMerge = input.kind === 'merge';
      if (isMerge && input.mergeInto) await requireTarget(input.mergeInto, ability);
      const write = async (trx: Knex.Transaction): Promise<void> => {
        const before = (await readDecisionsOf(strapi, trx, uid, [documentId])).get(documentId) ?? null;
        const decision = decisionOf(input, before);
        if ((await circlesThrough(strapi, trx, decision?.mergeInto))(entry)) {
          throw invalid('mergeInto', '`mergeInto`: that entry is this one, or is to be merged into it itself.');
        }
        if (isSameDecision(before, decision)) return;
        const by = { userId, at: Date.now() };
        await writeDecisions(strapi, trx, uid, [{ documentId, decision: decision && { ...decision, ...by } }], by);
      };
      // Two entries merged into one another at once would else both be let through.
      await withEntryLocked(strapi, entry, write, isMerge ? 'many' : 'one');
      service(strapi, 'changes').mark(ownUid('decision'));
      return get(entry, ability);
    },

    /** Decides about a selection, or all that a list shows, in one go. */
    decideMany: async (
      { decision: input, dryRun, ...selection }: BulkDecisionInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<PlacingBody> => {
      const decision = decisionOf(input, null);
      if (decision?.mergeInto) await requireTarget(decision.mergeInto, ability);
      const entries = await selectEntries(strapi, selection, ability);
      const planWith = async (trx: Knex.Transaction): Promise<PlacingPlan> => {
        const isCircle = await circlesThrough(strapi, trx, decision?.mergeInto);
        return (entry, current) =>
          isCircle(entry)
            ? { skip: 'merges-into-itself' }
            : {
                changes: NO_CHANGES,
                origin: 'person',
                decision: decision && { ...decision, ...kept(input, current.decision) },
              };
      };
      const placing = service(strapi, 'placing');
      const body = dryRun
        ? await placing.preview({ entries, plan: await inTransaction(strapi, planWith) })
        : await inTransaction(strapi, async (trx) => {
            await enterGate(trx, 'many');
            const plan = await planWith(trx);
            return placing.apply({ kind: 'decisions', name: null, userId, entries, plan });
          });
      return { ...body, examples: await namedExamples(strapi, body.examples, ability) };
    },

    /** Names that decisions have as owner, to be suggested: of entries that the user may read. */
    owners: async (ability: UserAbility): Promise<readonly string[]> => {
      const sight = await entriesInSight(strapi, ability);
      return inTransaction(strapi, (trx) => readDecisionOwners(strapi, trx, sight, OWNERS));
    },
  };
};

/** What is left out of a decision about many stays as each of them has it. */
const kept = (input: DecisionInput, current: Decision | null): Partial<Decision> =>
  input.kind === null || current === null
    ? {}
    : {
        note: input.note ?? current.note,
        owner: input.owner ?? current.owner,
        due: input.due === undefined ? current.due : input.due,
      };

/**
 * What is said of an entry. What it goes into already may be hidden from who says it, or gone: note, owner and day can
 * be changed all the same, and the entry is left out.
 */
const decisionOf = (input: DecisionInput, before: Decision | null): Decision | null => {
  if (input.kind === null) return null;
  const { kind, note = '', owner = '', due = null } = input;
  const mergeInto = kind === 'merge' ? (input.mergeInto ?? before?.mergeInto ?? null) : null;
  if (kind === 'merge' && mergeInto === null) throw invalid('mergeInto', '`mergeInto`: say into which entry it goes.');
  return { kind, mergeInto, note, owner, due };
};
