import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { InventoryQuery, Pagination } from '../../../server/core/api';
import { MAX_AT_ONCE } from '../../../server/core/placing-api';
import { BULK_WORKS, BulkDialog, type BulkWork } from '../../components/place/BulkDialog';
import type { PlaceChoice } from '../../components/place/place-choice';
import { useText } from '../../components/text';
import type { useSelection } from './use-selection';

interface Props {
  /** What is offered for it. */
  readonly works: readonly BulkWork[];
  readonly list: ReturnType<typeof useSelection>;
  readonly filters: InventoryQuery;
  readonly pagination: Pagination;
  /** What *Place* begins with. */
  readonly first: PlaceChoice | undefined;
}

/** What is selected, what can be done with it, and the way from a page to all that match. */
export const SelectionBar = ({ works, list, filters, pagination: { total, totalIsExact }, first }: Props) => {
  const text = useText();
  const [work, setWork] = useState<BulkWork | null>(null);
  const { selection, selectAll, clear, page } = list;
  const count = selection.kind === 'all' ? total : selection.entries.length;
  if (count === 0) return null;
  const isTooMany = !totalIsExact || total > MAX_AT_ONCE;
  const offersAll = selection.kind === 'some' && page === true && (isTooMany || total > count);

  return (
    <Flex role="group" aria-label={text('selection.label')} gap={3} wrap="wrap" paddingBottom={3}>
      <Typography role="status" textColor="neutral800">
        {text(selection.kind === 'all' ? 'selection.all' : 'selection.count', { count })}
      </Typography>
      {works.map((offered, at) => (
        <Button key={offered} size="S" variant={at === 0 ? 'default' : 'secondary'} onClick={() => setWork(offered)}>
          {text(BULK_WORKS[offered].open)}
        </Button>
      ))}
      {offersAll && (
        <Button size="S" variant="tertiary" disabled={isTooMany} onClick={selectAll}>
          {isTooMany
            ? text('selection.tooMany', { limit: MAX_AT_ONCE })
            : text('selection.selectAll', { count: total })}
        </Button>
      )}
      <Button size="S" variant="ghost" onClick={clear}>
        {text('selection.clear')}
      </Button>
      {work && (
        <BulkDialog
          work={work}
          target={selection.kind === 'all' ? { filter: filters } : { entries: selection.entries }}
          count={count}
          {...(first && { first })}
          onClose={() => setWork(null)}
          onPlaced={clear}
        />
      )}
    </Flex>
  );
};
