import type { Core } from '@strapi/strapi';
import type { ContentTypeBody, ContentTypeInput, ContentTypeSetting, NameableFields } from '../core/api';
import { invalid } from '../core/refusal';
import { changeSetting, holding, type TypeShape } from '../core/type-defaults';
import type { PublishingRule } from '../core/vocabulary';
import { hostLocales, hostType, hostTypes } from '../library/content-types';
import { nameableFields, type Asker } from '../library/nameable';
import { sightOf, type UserAbility } from '../library/permission-rules';
import type { AuditedType } from '../library/type-columns';
import { createSettingStore } from '../stores/settings';
import { decidedTypes, forgetType } from '../stores/type-remains';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

const PREFIX = 'content-type:';

/** A type with its setting, as far as that holds. */
type KnownType = AuditedType & Pick<ContentTypeBody, 'decided'>;

/** Which of the host's content types are under audit, and what their fields mean. */
export const createContentTypesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = createSettingStore(strapi);
  // Schemas do not change while a host runs.
  const fieldsByType = new Map<string, NameableFields>();
  const fieldsOf = (uid: string): NameableFields => {
    const fields = fieldsByType.get(uid) ?? nameableFields(strapi, uid, 'system');
    fieldsByType.set(uid, fields);
    return fields;
  };

  /** What is stored is held to what may be named at each reading: hosts change, and so does what may be named. */
  const known = (type: TypeShape, stored: unknown): KnownType => {
    const { hasSlug: _hasSlug, singularName: _singularName, ...ref } = type;
    const own = storedOf(stored);
    return { ...ref, decided: own !== null, ...holding(type, own ?? {}, fieldsOf(type.uid)) };
  };

  const list = async (): Promise<readonly KnownType[]> => {
    const stored = await settings.allOf(PREFIX);
    return [...hostTypes(strapi).values()].map((type) => known(type, stored.get(type.uid)));
  };

  const find = async (uid: string): Promise<KnownType | undefined> => {
    const type = hostType(strapi, uid);
    return type && known(type, await settings.get(PREFIX + uid));
  };

  const requireType = (uid: string): TypeShape => {
    const type = hostType(strapi, uid);
    if (!type) throw invalid('uid', `\`uid\`: there is no content type "${uid}" to audit.`);
    return type;
  };

  const askerOf = async (ability: UserAbility): Promise<Asker> =>
    sightOf(
      ability,
      (await hostLocales(strapi)).map(({ code }) => code)
    );

  return {
    /** Every type that could be audited. */
    list,

    /** The same, with what a user may map their fields to. */
    offered: async (ability: UserAbility): Promise<readonly ContentTypeBody[]> => {
      const by = await askerOf(ability);
      return (await list()).map((type) => ({ ...type, fields: nameableFields(strapi, type.uid, by) }));
    },

    /** Types that have settings, or about whose entries something was decided, and that are no longer on the host. */
    gone: async (): Promise<readonly string[]> => {
      const types = hostTypes(strapi);
      const kept = await inTransaction(strapi, (trx) => decidedTypes(strapi, trx));
      const all = new Set([...(await settings.allOf(PREFIX)).keys(), ...kept]);
      return [...all].filter((uid) => !types.has(uid)).sort();
    },

    /** Forgets all that was set and decided about a type that has left the host; what was counted stays. */
    forget: async (uid: string): Promise<void> => {
      if (hostType(strapi, uid)) {
        throw invalid('uid', `\`uid\`: "${uid}" is on this host; take it out of the audit instead.`);
      }
      await inTransaction(strapi, async (trx) => {
        await settings.remove(PREFIX + uid);
        await forgetType(strapi, trx, uid);
      });
      service(strapi, 'changes').mark(ownUid('setting'));
    },

    /** The types under audit. */
    audited: async (): Promise<readonly AuditedType[]> =>
      (await list()).filter(({ setting }) => setting.audited).map(typeOf),

    /** Those of some types that the host still has, under audit or no longer. */
    known: async (types: readonly { readonly uid: string }[]): Promise<readonly AuditedType[]> => {
      const uids = new Set(types.map(({ uid }) => uid));
      return (await list()).filter(({ uid }) => uids.has(uid)).map(typeOf);
    },

    isAudited: async (uid: string): Promise<boolean> => (await find(uid))?.setting.audited === true,

    /** What publishing an entry without a place does; nothing where a type is not under audit or has no drafts. */
    publishing: async (uid: string): Promise<PublishingRule> => {
      const type = await find(uid);
      return type?.setting.audited && type.draftAndPublish ? type.setting.publishing : 'off';
    },

    /** The host's locales, its default first. */
    locales: () => hostLocales(strapi),

    /** Refuses every uid that is not under audit, and says what to do about it. */
    requireAudited: async (uid: string): Promise<void> => {
      const type = await find(uid);
      if (!type) {
        throw invalid('uid', `\`uid\`: there is no content type "${uid}"; write it as in \`api::article.article\`.`);
      }
      if (!type.setting.audited) {
        throw invalid(
          'uid',
          `\`uid\`: "${type.displayName}" is not under audit; add it in Settings → Content Strategy → Content types.`
        );
      }
    },

    /** Changes a setting on behalf of a user, who names what they may read; refuses before anything is saved. */
    update: async (uid: string, change: ContentTypeInput, by: UserAbility | 'system'): Promise<ContentTypeBody> => {
      const type = requireType(uid);
      const fields = by === 'system' ? fieldsOf(uid) : nameableFields(strapi, uid, await askerOf(by));
      const setting = await inTransaction(strapi, async () => {
        const after = changeSetting(type, storedOf(await settings.get(PREFIX + uid)) ?? {}, change, fields);
        await settings.set(PREFIX + uid, after);
        return after;
      });
      service(strapi, 'changes').mark(ownUid('setting'));
      return { ...known(type, setting), fields };
    },
  };
};

const typeOf = ({ decided: _decided, ...type }: KnownType): AuditedType => type;

const storedOf = (stored: unknown): Partial<ContentTypeSetting> | null =>
  typeof stored === 'object' && stored !== null ? stored : null;
