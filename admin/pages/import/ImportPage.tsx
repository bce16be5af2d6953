import { Layouts, Page } from '@strapi/strapi/admin';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { ChangesList } from '../changes/ChangesList';
import { AnalyticsImports } from './analytics/AnalyticsImports';
import { MappedPaths } from './analytics/MappedPaths';
import { ImportSection } from './ImportSection';
import { ImportSteps } from './ImportSteps';
import { NEWEST_IMPORTS } from './newest-imports';

/** Places entries by a sheet: dropped, looked through, applied; below, what was imported before. */
export const ImportPage = () => {
  const text = useText();
  const { can } = useNaming();
  if (!can.tag) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Page.Title>{text('nav.import')}</Page.Title>
      <Layouts.Header title={text('nav.import')} subtitle={text('import.subtitle')} />
      <Layouts.Content>
        <ImportSteps />
        <AnalyticsImports />
        <MappedPaths />
        <ImportSection title={text('import.history')}>
          <ChangesList
            kind={NEWEST_IMPORTS.kind}
            pageSize={NEWEST_IMPORTS.pageSize}
            none={text('import.history.none')}
          />
        </ImportSection>
      </Layouts.Content>
    </Page.Main>
  );
};
