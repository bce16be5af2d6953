import { PLUGIN_ID } from '../../server/core/actions';
import type { InventoryQuery } from '../../server/core/api';
import { withQuery, type Query } from '../api/query-string';
import { LIST_FILTERS } from '../../server/core/list-filters';
import type { InventoryPage } from '../api/routes';

/** Where the plugin's pages live in Strapi's admin. */
export const PAGES = {
  coverage: `/plugins/${PLUGIN_ID}`,
  inventory: `/plugins/${PLUGIN_ID}/inventory`,
  neverConsumed: `/plugins/${PLUGIN_ID}/never-consumed`,
  files: `/plugins/${PLUGIN_ID}/files`,
  measurement: `/plugins/${PLUGIN_ID}/measurement`,
  setup: `/plugins/${PLUGIN_ID}/setup`,
  import: `/plugins/${PLUGIN_ID}/import`,
  history: `/plugins/${PLUGIN_ID}/history`,
} as const;

/** The list of exactly the entries that a number counts. */
export const inventoryLink = (filters: InventoryQuery & Pick<InventoryPage, 'sort'>): string =>
  withQuery(PAGES.inventory, filters as Query);

/** What is left to place, to be gone through for one cell: the *Place* dialog there begins with its persona and stage. */
export const placeLink = ({ persona, stage }: { readonly persona: string; readonly stage: string }): string =>
  withQuery(PAGES.inventory, { placement: 'to-place', counted: 'all', for: `${persona}/${stage}` });

interface EditTarget {
  readonly uid: string;
  readonly documentId: string;
  readonly kind: 'collectionType' | 'singleType';
  readonly locale: string | null;
  readonly locales: readonly string[];
}

/** The Content Manager's edit page; of an entry over all its versions the one in the default locale, or the first there is. */
export const editLink = (entry: EditTarget, defaultLocale: string | undefined): string => {
  const locale =
    entry.locale ?? (defaultLocale && entry.locales.includes(defaultLocale) ? defaultLocale : entry.locales[0]);
  const path =
    entry.kind === 'singleType'
      ? `/content-manager/single-types/${entry.uid}`
      : `/content-manager/collection-types/${entry.uid}/${entry.documentId}`;
  return withQuery(path, { 'plugins[i18n][locale]': locale });
};

/** The Content Manager's create page; the side panel there preselects what is carried along. */
export const draftLink = (
  uid: string,
  { persona, stage, locale }: { readonly persona: string; readonly stage: string; readonly locale?: string | undefined }
): string =>
  withQuery(`/content-manager/collection-types/${uid}/create`, {
    [`plugins[${PLUGIN_ID}][persona]`]: persona,
    [`plugins[${PLUGIN_ID}][stage]`]: stage,
    'plugins[i18n][locale]': locale,
  });

/** The Content Manager's list of a type, narrowed to a cell as its own filter bar would. */
export const listLink = (
  uid: string,
  cell: { readonly persona: string; readonly stage: string },
  { published, locale }: { readonly published: boolean; readonly locale?: string | undefined }
): string =>
  withQuery(`/content-manager/collection-types/${uid}`, {
    [`filters[$and][0][${LIST_FILTERS.persona}][$eq]`]: cell.persona,
    [`filters[$and][1][${LIST_FILTERS.stage}][$eq]`]: cell.stage,
    'filters[$and][2][__status][$eq]': published ? 'published' : undefined,
    'plugins[i18n][locale]': locale,
  });
