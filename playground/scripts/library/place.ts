import type { Core } from '@strapi/strapi';
import { pluginService } from '../plugin';
import { LIBRARY_UID, type OnItem } from './load';
import { placementOf, type Mapping } from './mapping';

/** Puts the library's type under audit with the fields that tell its age, owner and address. */
export const auditLibraryType = (strapi: Core.Strapi): Promise<unknown> =>
  pluginService(strapi, 'contentTypes').update(
    LIBRARY_UID,
    {
      audited: true,
      urlPattern: '/{path}',
      titleField: 'title',
      contentDateField: 'date',
      ownerField: 'leadAuthor',
      expiryField: 'expires',
    },
    'system'
  );

/** Creates the mapping's personas; what it returns places one item, unless somebody or an earlier run has. */
export const preparePlacing = async (strapi: Core.Strapi, mapping: Mapping): Promise<OnItem> => {
  const personas = pluginService(strapi, 'personas');
  const kept: readonly { readonly key: string }[] = await strapi.db
    .query('plugin::content-strategy.persona')
    .findMany({ select: ['key'] });
  const known = new Set(kept.map(({ key }) => key));
  for (const persona of mapping.personas) {
    if (!known.has(persona.key)) await personas.create(persona);
  }
  const tagging = pluginService(strapi, 'tagging');
  return async (documentId, item) => {
    const entry = { uid: LIBRARY_UID, documentId };
    const place = placementOf(item, mapping);
    if (place.personas.length === 0 && place.stages.length === 0) return;
    const { tags, excluded } = await tagging.get(entry);
    if (tags.length > 0 || excluded !== null) return;
    const rows = place.personas.length > 0 ? place.personas : [null];
    const columns = place.stages.length > 0 ? place.stages : [null];
    const pairs = rows.flatMap((persona) => columns.map((stage) => ({ persona, stage })));
    await tagging.replace(entry, { tags: pairs }, { origin: 'rule', userId: null });
  };
};
