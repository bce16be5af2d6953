import { lazy, Suspense } from 'react';
import { PLUGIN_ID } from '../../server/core/actions';
import { auditedTypes } from './audited-types';

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

interface Columns<Layout> {
  readonly displayedHeaders: readonly unknown[];
  readonly layout: Layout;
}

/** Adds personas and stages to the list view of types under audit; while those are not known the cells decide. */
export const addContentStrategyColumn = <Layout,>({ displayedHeaders, layout }: Columns<Layout>): Columns<Layout> => {
  auditedTypes.ask();
  const types = auditedTypes.get();
  const uid = listedUid();
  const isOther = types !== null && uid !== undefined && !types.has(uid);
  return { displayedHeaders: isOther ? displayedHeaders : [...displayedHeaders, COLUMN], layout };
};

// The hook is not told which type it is asked for.
const listedUid = () => /\/collection-types\/([^/]+)/.exec(window.location.pathname)?.[1];
