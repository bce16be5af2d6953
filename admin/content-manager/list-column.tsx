import { lazy, Suspense } from 'react';
import { PLUGIN_ID } from '../../server/core/actions';
import { isListAudited, listedType } from './audited-types';
import { isColumnHidden } from './hidden-column';

const ListCell = lazy(() => import('./list/ListCell').then((module) => ({ default: module.ListCell })));

const COLUMN = {
  name: PLUGIN_ID,
  attribute: { type: 'custom' },
  label: { id: `${PLUGIN_ID}.column.header`, defaultMessage: 'Content strategy' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }: { readonly documentId: string }) => (
    <Suspense fallback={null}>
      <ListCell documentId={documentId} />
    </Suspense>
  ),
};

interface Columns<Header, Layout> {
  readonly displayedHeaders: readonly Header[];
  readonly layout: Layout;
}

/** Adds personas and stages to the list view of types under audit, unless hidden there; while those are not known the cells decide. */
export const addContentStrategyColumn = <
  Header extends { readonly name: string },
  Layout extends { readonly settings?: { readonly mainField?: string } },
>({
  displayedHeaders,
  layout,
}: Columns<Header, Layout>): Columns<Header | typeof COLUMN, Layout> => {
  if (!isListAudited() || isColumnHidden(listedType() ?? '')) return { displayedHeaders, layout };
  // Beside the title: at the end, behind all other columns, it would be off most screens.
  const main = displayedHeaders.findIndex(({ name }) => name === layout.settings?.mainField);
  const at = main === -1 ? displayedHeaders.length : main + 1;
  return { displayedHeaders: [...displayedHeaders.slice(0, at), COLUMN, ...displayedHeaders.slice(at)], layout };
};
