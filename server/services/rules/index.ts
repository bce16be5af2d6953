import type { Core } from '@strapi/strapi';
import { requireHidden, withVeiled, withoutCondition } from '../../core/hidden-rules';
import { meets } from '../../core/rule-match';
import { decide, entriesOf, keyedRules } from '../../core/rules';
import {
  MOST_PREVIEWED,
  type Rule,
  type RuleBody,
  type RuleFieldChoice,
  type RulesBody,
  type RulesInput,
  type RulesPreviewBody,
  type RulesPreviewInput,
  type RuleValue,
  type RuleValuesQuery,
  type SetupInput,
} from '../../core/rules-api';
import type { EntryRef } from '../../core/vocabulary';
import type { SessionUser } from '../../http/session';
import type { UserAbility } from '../../library/access';
import { shownRows } from '../../library/entry-access';
import { textsAmong } from '../../library/rule-texts';
import { changedPlacement, NOT_PLACED, readPlacementsOf, writePlacements } from '../../stores/placements';
import { createRuleStore } from '../../stores/rules';
import { ownUid } from '../../stores/tables';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { namedExamples } from '../reading/examples';
import { planned } from './matching';
import { placedOrKept, requireMayPlace } from './placing';
import { previewRules } from './preview';
import { fieldChoices, frequentValues, requireField, requireType, titled } from './reading';
import { createSight, type Sight } from './sight';
import { requireSound } from './sound';
import { rulesByType } from './by-type';

/** Rules that place entries: kept, tried, and followed by new entries. */
export const createRulesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = createRuleStore(strapi);

  const shown = async (sight: Sight): Promise<readonly RuleBody[]> => {
    const rules = await store.list();
    const { hidden, gone } = await sight.veiledAmong(rules);
    const placed = new Map<string, ReadonlyMap<string, number>>();
    for (const uid of new Set(rules.map(({ contentType }) => contentType))) {
      const documents = await sight.documents(uid);
      if (documents === 'none') continue;
      placed.set(uid, await inTransaction(strapi, (trx) => store.entries(trx, uid, documents)));
    }
    return rules.map((rule) => ({
      ...(hidden.has(rule.key) || gone.has(rule.key) ? withoutCondition(rule) : rule),
      entries: entriesOf(placed.get(rule.contentType) ?? new Map(), rule.key),
      hidden: hidden.has(rule.key),
      gone: gone.get(rule.key) ?? null,
    }));
  };

  /** Keeps what becomes of the present list, and places by it when asked to. */
  const keep = async (
    change: (present: readonly Rule[]) => Promise<RulesInput['rules']>,
    { sight, userId, places }: { readonly sight: Sight; readonly userId: number | null; readonly places: boolean }
  ): Promise<RulesBody> => {
    const { before, after } = await inTransaction(strapi, async () => {
      const present = await store.list();
      const next = keyedRules(await change(present), present);
      await store.replace(next);
      return { before: present, after: next };
    });
    service(strapi, 'changes').mark(ownUid('rule'));
    const placing = places ? await placedOrKept(strapi, sight, { before, after, userId }) : null;
    return { rules: await shown(sight), placing };
  };

  return {
    list: (ability: UserAbility) => shown(createSight(strapi, ability)),

    fields: async (uid: string, ability: UserAbility): Promise<readonly RuleFieldChoice[]> =>
      fieldChoices(strapi, await requireType(createSight(strapi, ability), uid, 'contentType')),

    values: async (
      { contentType: uid, field, operator }: RuleValuesQuery,
      ability: UserAbility
    ): Promise<readonly RuleValue[]> => {
      const type = await requireType(createSight(strapi, ability), uid, 'contentType');
      requireField(type.fields, field, uid, 'field');
      return frequentValues(strapi, type, field, operator);
    },

    preview: async ({ rules, personas = [] }: RulesPreviewInput, ability: UserAbility): Promise<RulesPreviewBody> => {
      const sight = createSight(strapi, ability);
      const kept = await store.list();
      const asked = withVeiled(rules, kept, await sight.veiledAmong(kept));
      await requireSound(strapi, asked, kept, sight, { personas, audited: 'all' });
      const tried = keyedRules(asked, kept);
      const types = await rulesByType(strapi, sight, { before: kept, after: tried });
      const { matches, ...preview } = await previewRules(strapi, types, MOST_PREVIEWED);
      const bodies = tried.map(async (rule) => {
        const { entries, examples } = matches.get(rule) ?? { entries: 0, examples: [] };
        return { entries, examples: await titled(strapi, await sight.of(rule.contentType), examples) };
      });
      const examples = await namedExamples(strapi, preview.placing.examples, ability);
      return { ...preview, placing: { ...preview.placing, examples }, rules: await Promise.all(bodies) };
    },

    /** Makes the list what is said, and places by it when asked to. */
    replace: async ({ rules, place: places }: RulesInput, { ability, userId }: SessionUser): Promise<RulesBody> => {
      if (places) requireMayPlace(ability);
      const sight = createSight(strapi, ability);
      const change = async (present: readonly Rule[]) => {
        const veiled = await sight.veiledAmong(present);
        requireHidden(rules, veiled.hidden);
        const next = withVeiled(rules, present, veiled);
        await requireSound(strapi, next, present, sight);
        return next;
      };
      return keep(change, { sight, userId, places });
    },

    /** The first run in one go; what is refused, is refused before anything is saved. */
    setUp: async (
      { contentTypes = [], personas = [], rules }: SetupInput,
      { ability, userId }: SessionUser
    ): Promise<RulesBody> => {
      requireMayPlace(ability);
      const sight = createSight(strapi, ability);
      const audited = contentTypes.filter((type) => type.audited).map(({ uid }) => uid);
      await requireSound(strapi, rules, [], sight, { personas, audited });
      const change = async (present: readonly Rule[]) => {
        for (const { uid, audited: isAudited } of contentTypes) {
          await service(strapi, 'contentTypes').update(uid, { audited: isAudited }, ability);
        }
        for (const persona of personas) await service(strapi, 'personas').create(persona);
        return [...present, ...rules];
      };
      return keep(change, { sight, userId, places: true });
    },

    /** Places an entry that has just been made, in the host's own transaction. */
    placeNew: async ({ uid, documentId }: EntryRef): Promise<void> => {
      const rules = await store.list(uid);
      if (rules.length === 0) return;
      const fields = [...new Set(rules.flatMap(({ condition }) => (condition ? [condition.field] : [])))];
      const versions = await textsAmong(strapi, uid, [documentId], shownRows(strapi, uid), fields);
      const says = (field: string) => versions.flatMap((version) => version.says.get(field) ?? []);
      const decision = decide(rules.filter(({ condition }) => meets(condition, says)));
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
