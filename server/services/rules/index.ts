import type { Core } from '@strapi/strapi';
import type { PlacingBody } from '../../core/placing-api';
import { decide, entriesOf, keyedRules } from '../../core/rules';
import type {
  Rule,
  RuleBody,
  RuleInput,
  RulesBody,
  RulesInput,
  RulesPreviewBody,
  RulesPreviewInput,
  SetupInput,
} from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import type { SessionUser } from '../../http/session';
import type { UserAbility } from '../../library/access';
import { matchingAmong } from '../../library/rule-match';
import { changedPlacement, NOT_PLACED, readPlacementsOf, writePlacements } from '../../stores/placements';
import { createRuleStore } from '../../stores/rules';
import { ownUid } from '../../stores/tables';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { askRules, planned } from './matching';
import { createRuleReader } from './reading';
import { createRuleCheck } from './sound';

const EXAMPLES = 5;

/** Rules that place entries: kept, tried, and followed by new entries. */
export const createRulesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = createRuleStore(strapi);
  const reader = createRuleReader(strapi);

  const list = async (): Promise<readonly RuleBody[]> => {
    const rules = await store.list();
    const placed = await inTransaction(strapi, (trx) => store.entries(trx));
    return rules.map((rule) => ({ ...rule, entries: entriesOf(placed, rule.key) }));
  };

  const requireSound = createRuleCheck(strapi, reader);

  /** Keeps what becomes of the present list, and places by it when asked to. */
  const keep = async (
    change: (present: readonly Rule[]) => RulesInput['rules'] | Promise<RulesInput['rules']>,
    { userId, places }: { readonly userId: number | null; readonly places: boolean }
  ): Promise<RulesBody> => {
    const { before, after } = await inTransaction(strapi, async () => {
      const present = await store.list();
      const next = keyedRules(await change(present), present);
      await store.replace(next);
      return { before: present, after: next };
    });
    service(strapi, 'changes').mark(ownUid('rule'));
    const placing = places ? await place(after, before, userId) : null;
    return { rules: await list(), placing };
  };

  const place = async (
    rules: readonly Rule[],
    before: readonly Rule[],
    userId: number | null
  ): Promise<PlacingBody> => {
    const { entries, plan } = await askRules(strapi, rules, uidsOf([...rules, ...before]), 0);
    return service(strapi, 'placing').apply({ kind: 'rules', name: null, userId, entries, plan });
  };

  return {
    list,
    fields: reader.fields,
    values: reader.values,

    preview: async ({ rules, personas }: RulesPreviewInput, ability: UserAbility): Promise<RulesPreviewBody> => {
      await requireSound(
        rules,
        ability,
        personas,
        rules.map(({ contentType }) => contentType)
      );
      const kept = await store.list();
      const tried = keyedRules(rules, kept);
      const outcome = await askRules(strapi, tried, uidsOf([...tried, ...kept]), EXAMPLES);
      const placing = await service(strapi, 'placing').preview(outcome);
      const now = await reader.placedNow(ability, outcome.entries.length);
      return {
        rules: await Promise.all(
          outcome.matches.map(async ({ entries, examples }) => ({
            entries,
            examples: await reader.titled(examples, ability),
          }))
        ),
        placed: { ...now, after: now.before + placing.counts.placed },
        placing,
      };
    },

    /** Makes the list what is said, and places by it when asked to. */
    replace: async (
      { rules, place: places }: RulesInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<RulesBody> => {
      await requireSound(rules, ability);
      return keep(() => rules, { userId, places });
    },

    /** The first run in one go; what is refused, is refused before anything is saved. */
    setUp: async (
      { contentTypes = [], personas = [], rules }: SetupInput,
      { ability, userId }: SessionUser<UserAbility>
    ): Promise<RulesBody> => {
      const audited = contentTypes.filter((type) => type.audited).map(({ uid }) => uid);
      await requireSound(rules, ability, personas, audited);
      const change = async (present: readonly Rule[]) => {
        for (const { uid, audited: isAudited } of contentTypes) {
          await service(strapi, 'contentTypes').update(uid, { audited: isAudited });
        }
        for (const persona of personas) await service(strapi, 'personas').create(persona);
        return [...present, ...rules];
      };
      return keep(change, { userId, places: true });
    },

    /** Places an entry that has just been made, in the host's own transaction. */
    placeNew: async ({ uid, documentId }: EntryRef): Promise<void> => {
      const rules = await store.list(uid);
      if (rules.length === 0) return;
      const matching: Rule[] = [];
      for (const rule of rules) {
        if ((await matchingAmong(strapi, uid, [documentId], rule.condition)).has(documentId)) matching.push(rule);
      }
      const decision = decide(matching);
      if (!decision) return;
      await inTransaction(strapi, async (trx) => {
        const current = (await readPlacementsOf(strapi, trx, uid, [documentId])).get(documentId) ?? NOT_PLACED;
        const plan = planned(current, decision);
        if ('skip' in plan) return;
        const by = { origin: plan.origin, rule: plan.rule ?? '', userId: null, at: Date.now() };
        await writePlacements(strapi, trx, uid, [
          { documentId, placement: changedPlacement(current, plan.changes, by) },
        ]);
      });
      service(strapi, 'changes').mark(ownUid('tag'));
    },
  };
};

const uidsOf = (rules: readonly RuleInput[]): readonly string[] => [
  ...new Set(rules.map(({ contentType }) => contentType)),
];
