import { Route, Routes } from 'react-router-dom';
import { ContentStrategyProvider } from '../../admin/api/ContentStrategyProvider';
import { Pages } from '../../admin/pages/App';
import type { InventoryBody, InventoryRow, VocabularyBody } from '../../server/core/api';
import { addAnalytics } from './analytics-backend';
import { anInventoryRow } from './builders';
import { aCoverage, aGlance, anAudit } from './coverage-body';
import { createFakeBackend, type FakeBackend } from './fake-backend';
import { aQueryClient, renderAdmin } from './render-admin';
import { connect } from './strapi-admin';
import { ARTICLE, aVocabulary } from './tag-backend';

/** What Strapi's header reads from the page that it was built into. */
Object.assign(window, { strapi: { backendURL: '', flags: {}, features: { isEnabled: () => false } } });

export const aList = (
  rows: readonly InventoryRow[] = [anInventoryRow()],
  meta: Partial<InventoryBody['meta']> = {}
): InventoryBody => ({
  data: rows,
  meta: {
    pagination: { page: 1, pageSize: 20, pageCount: 1, total: rows.length, totalIsExact: true },
    audit: anAudit(),
    counted: null,
    ...meta,
  },
});

/** A library that has been audited; a test overrides the routes it is about. */
export const createPagesBackend = (vocabulary: VocabularyBody = aVocabulary()): FakeBackend => {
  const backend = createFakeBackend();
  backend.on('GET', '/vocabulary', () => ({ data: vocabulary }));
  backend.on('GET', '/audits', () => ({ data: [anAudit()] }));
  backend.on('GET', '/audits/latest', () => ({ data: anAudit() }));
  backend.on('GET', '/coverage', () => ({ data: aCoverage() }));
  backend.on('GET', '/coverage/types', () => ({ data: [{ uid: ARTICLE, entries: 1 }] }));
  backend.on('GET', '/glance', () => ({ data: aGlance() }));
  backend.on('GET', '/inventory', () => aList());
  addAnalytics(backend);
  return backend;
};

/** Opens a page of the plugin as Strapi's router would, for somebody who may create entries of these types. */
export const openPage = (
  path: string,
  backend = createPagesBackend(),
  creatable: readonly string[] = [ARTICLE],
  opensFiles = true,
  client = aQueryClient()
) => {
  const uploads = connect(backend, [
    ...creatable.map((subject) => ({ action: 'plugin::content-manager.explorer.create', subject })),
    ...(opensFiles ? [{ action: 'plugin::upload.read', subject: null }] : []),
  ]);
  const view = renderAdmin(
    <ContentStrategyProvider client={client}>
      <Routes>
        <Route path="/plugins/content-strategy/*" element={<Pages />} />
      </Routes>
    </ContentStrategyProvider>,
    { path: `/plugins/content-strategy${path}` }
  );
  const query = () => Object.fromEntries(new URLSearchParams(view.router.state.location.search));
  return { ...view, backend, uploads, query };
};

/** The query of the last request to a route. */
export const lastQuery = ({ log }: FakeBackend, path: string): Readonly<Record<string, string>> => {
  const url = log.filter(({ url: asked }) => asked.split('?')[0] === `/content-strategy${path}`).at(-1)?.url ?? '';
  return Object.fromEntries(new URLSearchParams(url.split('?')[1]));
};
