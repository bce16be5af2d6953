import type { Core } from '@strapi/strapi';
import type { ContentTypeBody, ContentTypeInput, ContentTypeSetting } from '../core/api';
import { invalid } from '../core/refusal';
import { changeSetting, defaultSetting, type TypeShape } from '../core/type-defaults';
import type { PublishingRule } from '../core/vocabulary';
import { hostLocales, hostType, hostTypes } from '../library/content-types';
import type { AuditedType } from '../library/type-columns';
import { createSettingStore } from '../stores/settings';
import { ownUid } from '../stores/tables';
import { inTransaction } from '../stores/transaction';
import { service } from '.';

const PREFIX = 'content-type:';

/** Which of the host's content types are under audit, and what their fields mean. */
export const createContentTypesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = createSettingStore(strapi);

  const list = async (): Promise<readonly ContentTypeBody[]> => {
    const stored = await settings.allOf(PREFIX);
    return [...hostTypes(strapi).values()].map((type) => bodyOf(type, stored.get(type.uid)));
  };

  const find = async (uid: string): Promise<ContentTypeBody | undefined> => {
    const type = hostType(strapi, uid);
    return type && bodyOf(type, await settings.get(PREFIX + uid));
  };

  return {
    /** Every type that could be audited. */
    list,

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

    update: async (uid: string, change: ContentTypeInput): Promise<ContentTypeBody> => {
      const type = hostType(strapi, uid);
      if (!type) throw invalid('uid', `\`uid\`: there is no content type "${uid}" to audit.`);
      const setting = await inTransaction(strapi, async () => {
        const before = bodyOf(type, await settings.get(PREFIX + uid)).setting;
        const after = changeSetting(type, before, change);
        await settings.set(PREFIX + uid, after);
        return after;
      });
      service(strapi, 'changes').mark(ownUid('setting'));
      return bodyOf(type, setting);
    },
  };
};

const bodyOf = (type: TypeShape, stored: unknown): ContentTypeBody => {
  const { hasSlug: _hasSlug, singularName: _singularName, ...shape } = type;
  const decided = typeof stored === 'object' && stored !== null;
  const own = decided ? (stored as Partial<ContentTypeSetting>) : {};
  return { ...shape, decided, setting: { ...defaultSetting(type), ...own, uid: type.uid } };
};

const typeOf = ({ fields: _fields, decided: _decided, ...type }: ContentTypeBody): AuditedType => type;
