import { lazy, Suspense } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ContentStrategyProvider } from '../api/ContentStrategyProvider';
import { SectionNav } from './SectionNav';
import { VocabularyGate } from '../components/VocabularyGate';

const CoveragePage = lazy(() => import('./coverage/CoveragePage').then((page) => ({ default: page.CoveragePage })));
const InventoryPage = lazy(() => import('./inventory/InventoryPage').then((page) => ({ default: page.InventoryPage })));

/** The plugin's pages, each loaded when first opened. */
export const App = () => (
  <ContentStrategyProvider>
    <Layouts.Root>
      <VocabularyGate>
        <SectionNav />
        <Suspense fallback={<Page.Loading />}>
          <Routes>
            <Route index element={<CoveragePage />} />
            <Route path="inventory" element={<InventoryPage />} />
          </Routes>
        </Suspense>
      </VocabularyGate>
    </Layouts.Root>
  </ContentStrategyProvider>
);
