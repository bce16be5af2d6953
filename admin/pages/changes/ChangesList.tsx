import { useState } from 'react';
import { Box, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination } from '@strapi/strapi/admin';
import type { OperationBody, OperationKind } from '../../../server/core/placing-api';
import { useOperations } from '../../api/placing';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { positive, useUrlState } from '../../components/url-state';
import { ChangesTable } from './ChangesTable';
import { UndoDialog } from './UndoDialog';

interface Props {
  /** Only these; all when left out. */
  readonly kind?: OperationKind;
  readonly pageSize: number;
  /** What stands there while there is none. */
  readonly none: string;
}

/** Operations page by page, as the URL says, with the way back from each. */
export const ChangesList = ({ kind, pageSize, none }: Props) => {
  const text = useText();
  const { params } = useUrlState();
  const [undoing, setUndoing] = useState<OperationBody | null>(null);
  const page = positive(params.get('page')) ?? 1;
  const { data: list, error, refetch } = useOperations({ ...(kind && { kind }), page, pageSize });

  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!list) {
    return (
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{text('changes.loading')}</Loader>
      </Flex>
    );
  }
  if (list.data.length === 0) return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={none} />;
  const { pageCount, total } = list.meta.pagination;
  return (
    <Box>
      <ChangesTable operations={list.data} onUndo={setUndoing} />
      <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={pageSize}>
        <Pagination.Links />
      </Pagination.Root>
      {undoing && <UndoDialog operation={undoing} onClose={() => setUndoing(null)} />}
    </Box>
  );
};
