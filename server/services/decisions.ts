import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isSameDecision, type Decision } from '../core/decision';
import type { BulkDecisionInput, DecisionBody, DecisionInput, DecisionsBody } from '../core/decisions-api';
import type { PlacingBody } from '../core/placing-api';
import { invalid } from '../core/refusal';
import { NO_CHANGES } from '../core/tag-set';
import { entryKey, type EntryRef } from '../core/vocabulary';
import type { SessionUser } from '../http/session';
import { readAccess, type UserAbility } from '../library/access';
import { readableDocuments } from '../library/entry-access';
import { readUserNames } from '../library/owners';
import {
  readDecisionOwners,
  readDecisionsOf,
  readHistory,
  readMergeChain,
  writeDecisions,
  type EndedDecision,
  type KeptDecision,
} from '../stores/decisions';
import { enterGate } from '../stores/operations/tables';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';
import { withEntryLocked } from './locked-entry';
import type { PlacingPlan } from './placing/plan';
import { mergeNamer } from './reading/merges';
import { selectEntries } from './selection';

/** Past decisions that are shown of an entry. */
const PAST = 50;
/** Owners that are suggested. */
const OWNERS = 200;

/** What shall become of entries: keep, update, merge, retire. */
export const createDecisionsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const get = async (entry: EntryRef, ability: UserAbility): Promise<DecisionsBody> => {
    const { current, past } = await inTransaction(strapi, (trx) => readHistory(strapi, trx, entry, PAST));
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
  const requireTarget = async (decision: Decision | null, ability: UserAbility): Promise<void> => {
    if (!decision?.mergeInto) return;
    const { uid, documentId } = decision.mergeInto;
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

  const chainOf = async (trx: Knex.Transaction, decision: Decision | null): Promise<ReadonlySet<string>> =>
    decision?.mergeInto ? readMergeChain(strapi, trx, decision.mergeInto) : new Set();

  return {
    get,

    /** Decides about one entry. */
    decide: async (
      entry: EntryRef,
      input: DecisionInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<DecisionsBody> => {
      const decision = decisionOf(input);
      await requireTarget(decision, ability);
      await withEntryLocked(strapi, entry, async (trx) => {
        // Two entries merged into one another at once would else both be let through.
        if (decision?.mergeInto) await enterGate(trx, 'many');
        if ((await chainOf(trx, decision)).has(entryKey(entry))) {
          throw invalid('mergeInto', '`mergeInto`: that entry is this one, or is to be merged into it itself.');
        }
        const before =
          (await readDecisionsOf(strapi, trx, entry.uid, [entry.documentId])).get(entry.documentId) ?? null;
        if (isSameDecision(before, decision)) return;
        const by = { userId, at: Date.now() };
        const kept = decision && { ...decision, ...by };
        await writeDecisions(strapi, trx, entry.uid, [{ documentId: entry.documentId, decision: kept }], by);
      });
      service(strapi, 'changes').mark(ownUid('decision'));
      return get(entry, ability);
    },

    /** Decides about a selection, or all that a list shows, in one go. */
    decideMany: async (
      { decision: input, dryRun, ...selection }: BulkDecisionInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<PlacingBody> => {
      const decision = decisionOf(input);
      await requireTarget(decision, ability);
      const entries = await selectEntries(strapi, selection, ability);
      const chain = await inTransaction(strapi, (trx) => chainOf(trx, decision));
      const plan: PlacingPlan = (entry) =>
        chain.has(entryKey(entry))
          ? { skip: 'merges-into-itself' }
          : { changes: NO_CHANGES, origin: 'person', decision };
      const body = dryRun
        ? await service(strapi, 'placing').preview({ entries, plan })
        : await service(strapi, 'placing').apply({ kind: 'decisions', name: null, userId, entries, plan });
      return { ...body, examples: await service(strapi, 'bulk').named(body.examples, ability) };
    },

    /** Names that decisions about readable types have as owner, to be suggested. */
    owners: async (ability: UserAbility): Promise<readonly string[]> => {
      const contentTypes = service(strapi, 'contentTypes');
      const locales = (await contentTypes.locales()).map(({ code }) => code);
      const access = await readAccess(strapi, ability, await contentTypes.audited(), locales);
      return inTransaction(strapi, (trx) => readDecisionOwners(strapi, trx, [...access.keys()], OWNERS));
    },
  };
};

const decisionOf = (input: DecisionInput): Decision | null => {
  if (input.kind === null) return null;
  const { kind, note = '', owner = '', due = null } = input;
  return { kind, mergeInto: kind === 'merge' ? input.mergeInto : null, note, owner, due };
};
