import { Box, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { ChangesList } from '../changes/ChangesList';
import { AnalyticsImports } from './analytics/AnalyticsImports';
import { MappedPaths } from './analytics/MappedPaths';
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
        <Box tag="section" aria-labelledby="imports-so-far" paddingTop={8}>
          <Box paddingBottom={4}>
            <Typography id="imports-so-far" tag="h2" variant="beta">
              {text('import.history')}
            </Typography>
          </Box>
          <ChangesList
            kind={NEWEST_IMPORTS.kind}
            pageSize={NEWEST_IMPORTS.pageSize}
            none={text('import.history.none')}
          />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
};
