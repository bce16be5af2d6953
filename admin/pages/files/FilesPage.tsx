import { Layouts, Page } from '@strapi/strapi/admin';
import { filesMissingOf, useFiles } from '../../api/consumption';
import { isForbidden } from '../../api/failure';
import { ExportButton } from '../../components/ExportButton';
import { FailureState } from '../../components/FailureState';
import { Notice } from '../../components/Notice';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { FilesContent } from './FilesContent';
import { FilesFilterBar } from './FilesFilterBar';
import { NoFiles } from './NoFiles';
import { StorageSentence } from './StorageSentence';
import { useFilesUrl } from './files-url';

/** What lies in the Media Library: what nothing uses first, where the rest is used, and whether anybody saw it. */
export const FilesPage = () => {
  const text = useText();
  const { can } = useNaming();
  const url = useFilesUrl();
  const { filters, page, pageSize, sort, change } = url;
  const { data: list, error, isPlaceholderData, refetch } = useFiles({ ...filters, page, pageSize, sort });
  const missing = filesMissingOf(error);

  if (isForbidden(error)) return <Page.NoPermissions />;
  if (!list && !error) return <Page.Loading />;
  const isShown = list && !error;
  const content = () => {
    if (missing !== null) return <NoFiles reason={missing} />;
    if (!isShown) return <FailureState error={error} onRetry={() => void refetch()} />;
    return <FilesContent list={list} url={url} renewing={isPlaceholderData} />;
  };

  return (
    <Page.Main>
      <Page.Title>{text('nav.files')}</Page.Title>
      <Layouts.Header
        title={text('nav.files')}
        subtitle={isShown && <StorageSentence totals={list.meta.totals} />}
        primaryAction={isShown && can.export && <ExportButton names={['files.csv']} filters={filters} />}
      />
      <Layouts.Content>
        {missing === null && <FilesFilterBar filters={filters} sort={sort} change={change} />}
        {isShown && list.meta.isRenewed && (
          <Notice kind="information" title={text('files.renewed')}>
            <Message id="files.renewed.shown" values={{ ago: <RelativeDate date={list.meta.auditedAt} /> }} />
          </Notice>
        )}
        {content()}
      </Layouts.Content>
    </Page.Main>
  );
};
