import { Box, EmptyStateLayout, Typography } from '@strapi/design-system';
import { EmptyPictures } from '@strapi/icons/symbols';
import { Pagination } from '@strapi/strapi/admin';
import type { FilesBody } from '../../../server/core/consumption-api';
import { ListTable } from '../../components/list/ListTable';
import { isPastEnd, ToLastPage } from '../../components/list/ToLastPage';
import { useText } from '../../components/text';
import { FILE_COLUMNS } from './file-columns';
import { FILE_FILTERS, type useFilesUrl } from './files-url';

interface Props {
  readonly list: FilesBody;
  readonly url: ReturnType<typeof useFilesUrl>;
  /** The rows shown are of the filter before; the new ones are on their way. */
  readonly renewing: boolean;
}

/** The files, or why there are none; and what cannot be seen, before anybody deletes. */
export const FilesContent = ({ list, url, renewing }: Props) => {
  const text = useText();
  const { filters, sort, pageSize, change } = url;
  const { pageCount, total } = list.meta.pagination;
  if (!renewing && isPastEnd(list)) return <ToLastPage pageCount={pageCount} />;
  if (list.data.length === 0) {
    const isFiltered = FILE_FILTERS.some((name) => filters[name]);
    return (
      <EmptyStateLayout
        icon={<EmptyPictures width="16rem" />}
        content={text(isFiltered ? 'files.noMatch' : 'files.empty')}
      />
    );
  }
  return (
    <Box aria-busy={renewing} style={{ opacity: renewing ? 0.6 : 1 }}>
      <ListTable
        columns={FILE_COLUMNS}
        rows={list.data}
        keyOf={(row) => row.documentId}
        nameOf={(row) => row.name}
        sort={sort ?? null}
        onSort={(next) => change({ sort: next })}
        selection={null}
      />
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {text('files.unseen')}
      </Typography>
      <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={pageSize}>
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
};
