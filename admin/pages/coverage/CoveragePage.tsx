import { Layouts, Page } from '@strapi/strapi/admin';
import { useCoverage } from '../../api/coverage';
import { isForbidden, isMissing } from '../../api/failure';
import { PAGES } from '../../components/entry-links';
import { ExportButton } from '../../components/ExportButton';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { FirstAudit } from '../audit/FirstAudit';
import { useNaming } from '../../components/VocabularyGate';
import { CoverageContent } from './CoverageContent';
import { useCoverageUrl } from './coverage-url';
import { Headline } from './Headline';
import { SaveAudit } from '../audit/SaveAudit';

/** What content there is for whom at which moment, and where the holes are. */
export const CoveragePage = () => {
  const text = useText();
  const { can } = useNaming();
  const url = useCoverageUrl();
  const { data: coverage, error, refetch } = useCoverage(url.filters);
  const neverAudited = isMissing(error) && url.filters.audit === undefined;

  if (isForbidden(error)) return <Page.NoPermissions />;
  if (!coverage && !error) return <Page.Loading />;
  const content = () => {
    if (neverAudited) return <FirstAudit />;
    if (coverage && !error) return <CoverageContent coverage={coverage} url={url} />;
    return (
      <FailureState error={error} onRetry={() => void refetch()}>
        {url.filters.audit !== undefined && <TextLink to={PAGES.coverage}>{text('filter.audit.back')}</TextLink>}
      </FailureState>
    );
  };

  return (
    <Page.Main>
      <Page.Title>{text('nav.coverage')}</Page.Title>
      <Layouts.Header
        title={text('nav.coverage')}
        subtitle={coverage && !error && <Headline coverage={coverage} filters={url.filters} />}
        primaryAction={
          coverage &&
          !error && (
            <>
              {can.export && <ExportButton names={['coverage.csv', 'tags.csv']} filters={url.filters} />}
              {can.audit && url.filters.audit === undefined && <SaveAudit audit={coverage.audit} />}
            </>
          )
        }
      />
      <Layouts.Content>{content()}</Layouts.Content>
    </Page.Main>
  );
};
