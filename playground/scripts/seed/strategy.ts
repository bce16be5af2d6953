import type { Core } from '@strapi/strapi';
import type { ContentTypeInput } from '../../../server/core/api';
import { EVERYONE, type TagOrigin, type TagPair } from '../../../server/core/vocabulary';
import type { SampleType } from '../../sample/entries';
import { CELLS, PERSONAS } from '../../sample/people';
import type { SampleEntry } from '../../sample/types';
import { hasLibrary, LIBRARY_UID } from '../library/load';
import { pluginService } from '../plugin';
import type { AddedEntry } from './entries';
import type { People } from './people';

/** Personas, cells, content types and placements, by way of the plugin's own services. */
export const addStrategy = async (
  strapi: Core.Strapi,
  entries: readonly AddedEntry[],
  { users }: People
): Promise<void> => {
  const personas = pluginService(strapi, 'personas');
  for (const persona of PERSONAS) await personas.create(persona);
  const cells = pluginService(strapi, 'cells');
  for (const { persona, stage, ...cell } of CELLS) await cells.update(persona, stage, cell);
  const types = pluginService(strapi, 'contentTypes');
  for (const [type, setting] of Object.entries(TYPES)) {
    await types.update(`api::${type}.${type}`, { audited: true, ...setting }, 'system');
  }
  // A category with a slug looks like content until somebody says otherwise.
  await types.update('api::product.product', { audited: false }, 'system');
  for (const { uid, documentId, entry } of entries) {
    const tags = pairsOf(entry);
    const excluded = entry.excluded === undefined ? {} : { excluded: { reason: entry.excluded } };
    if (tags.length === 0 && entry.excluded === undefined) continue;
    const by = { origin: originOf(uid), userId: users[entry.by] };
    await pluginService(strapi, 'tagging').replace({ uid, documentId }, { tags, ...excluded }, by);
  }
};

/** The type for `npm run library` stays out of sight until it holds something. */
export const hideLibraryType = async (strapi: Core.Strapi): Promise<void> => {
  if (await hasLibrary(strapi)) return;
  await pluginService(strapi, 'contentTypes').update(LIBRARY_UID, { audited: false }, 'system');
};

const TYPES = {
  article: { urlPattern: '/{locale}/blog/{slug}' },
  'case-study': { urlPattern: '/{locale}/customers/{slug}' },
  guide: { urlPattern: '/{locale}/help/{product.slug}/{slug}', contentDateField: 'reviewedOn' },
  'landing-page': { urlPattern: '/{locale}/{slug}', expiryField: 'endsOn' },
  video: { urlPattern: '/videos/{slug}', contentDateField: 'recordedOn', expiryField: 'availableUntil' },
} satisfies Record<SampleType, ContentTypeInput>;

/** An open side is `null`; both open is no tag. */
const pairsOf = ({ personas, stages, alsoAt = [] }: SampleEntry): readonly TagPair[] => {
  if (personas === undefined && stages === undefined) return [];
  const rows = personas === 'everyone' ? [EVERYONE] : (personas ?? [null]);
  const product = rows.flatMap((persona) => (stages ?? [null]).map((stage) => ({ persona, stage })));
  return [...product, ...alsoAt.map(([persona, stage]) => ({ persona, stage }))];
};

/** Videos were placed by a rule and case studies came with a spreadsheet. */
const originOf = (uid: string): TagOrigin => {
  if (uid === 'api::video.video') return 'rule';
  return uid === 'api::case-study.case-study' ? 'import' : 'person';
};
