import { lazy, Suspense } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { useAuditsFollowed } from '../api/audits';
import { ContentStrategyProvider } from '../api/ContentStrategyProvider';
import { SectionNav } from './SectionNav';
import { PAGES } from '../components/entry-links';
import { LayersInTheme } from '../components/LayersInTheme';
import { VocabularyGate } from '../components/VocabularyGate';

const CoveragePage = lazy(() => import('./coverage/CoveragePage').then((page) => ({ default: page.CoveragePage })));
const InventoryPage = lazy(() => import('./inventory/InventoryPage').then((page) => ({ default: page.InventoryPage })));
const NeverConsumedPage = lazy(() =>
  import('./never-consumed/NeverConsumedPage').then((page) => ({ default: page.NeverConsumedPage }))
);
const FilesPage = lazy(() => import('./files/FilesPage').then((page) => ({ default: page.FilesPage })));
const MeasurementPage = lazy(() =>
  import('./measurement/MeasurementPage').then((page) => ({ default: page.MeasurementPage }))
);
const ImportPage = lazy(() => import('./import/ImportPage').then((page) => ({ default: page.ImportPage })));
const HistoryPage = lazy(() => import('./history/HistoryPage').then((page) => ({ default: page.HistoryPage })));

const SetupPage = lazy(() => import('./setup/SetupPage').then((page) => ({ default: page.SetupPage })));

/** The plugin's part of the admin behind its menu link. */
export const App = () => (
  <ContentStrategyProvider>
    <Pages />
  </ContentStrategyProvider>
);

/** The pages, each loaded when first opened; apart from the cache that they share with the Content Manager. */
export const Pages = () => (
  <Layouts.Root>
    <LayersInTheme />
    <VocabularyGate>
      <SectionNav />
      <Section />
    </VocabularyGate>
  </Layouts.Root>
);

/** Behind the gate: who may not read asks for nothing. */
const Section = () => {
  const isFollowed = useAuditsFollowed();
  return isFollowed ? <Opened /> : <Page.Loading />;
};

const Opened = () => (
  <Suspense fallback={<Page.Loading />}>
    <Routes>
      <Route index element={<CoveragePage />} />
      <Route path="inventory" element={<InventoryPage />} />
      <Route path="never-consumed" element={<NeverConsumedPage />} />
      <Route path="files" element={<FilesPage />} />
      <Route path="measurement" element={<MeasurementPage />} />
      <Route path="setup" element={<SetupPage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="history" element={<HistoryPage />} />
      {/* Its name before: bookmarks still lead here. */}
      <Route path="changes" element={<Navigate replace to={PAGES.history} />} />
    </Routes>
  </Suspense>
);
