import type { Core } from '@strapi/strapi';
import type { ContentTypeRef } from '../../core/api';
import type { CellSetting, Persona, Stage } from '../../core/vocabulary';
import { DEFAULT_POLICY } from '../../core/policy';
import type { AuditedType } from '../../library/type-columns';
import type { AuditInputs } from './pass';

export const readInputs = async (strapi: Core.Strapi): Promise<AuditInputs> => {
  const all = <T>(name: string): Promise<T[]> =>
    strapi.db.query(`plugin::content-strategy.${name}`).findMany({ orderBy: { id: 'asc' } }) as Promise<T[]>;
  return {
    axes: {
      personas: await all<Persona>('persona'),
      stages: await all<Stage>('stage'),
      cells: await all<CellSetting>('cell'),
    },
    policy: DEFAULT_POLICY,
    types: auditedTypes(strapi),
    locales: (await hostLocales(strapi)).map(({ code }) => code),
  };
};

export const auditedTypes = (strapi: Core.Strapi): AuditedType[] =>
  Object.values(strapi.contentTypes)
    .filter(
      (type) => type.uid.startsWith('api::') && (type.options?.draftAndPublish === true || 'slug' in type.attributes)
    )
    .map((type) => ({
      uid: type.uid,
      displayName: type.info.displayName,
      kind: type.kind,
      localized: (type.pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true,
      draftAndPublish: type.options?.draftAndPublish === true,
      setting: {
        uid: type.uid,
        audited: true,
        urlPattern: 'slug' in type.attributes ? '/{slug}' : null,
        titleField: null,
        contentDateField: null,
        ownerField: null,
        expiryField: null,
      },
    }));

export const knownTypes = (strapi: Core.Strapi, refs: readonly ContentTypeRef[]): AuditedType[] =>
  auditedTypes(strapi).filter(({ uid }) => refs.some((ref) => ref.uid === uid));

export const hostLocales = (strapi: Core.Strapi): Promise<{ code: string; name: string }[]> =>
  strapi.plugin('i18n').service('locales').find();
