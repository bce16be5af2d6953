import { Typography } from '@strapi/design-system';
import type { InventoryRow } from '../../../../server/core/api';
import { useTypesAmong } from '../../../api/inventory';
import { listLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import { useNaming } from '../../../components/VocabularyGate';
import type { CellRef, CoverageFilters } from '../coverage-url';

interface Props {
  readonly cell: CellRef;
  readonly filters: CoverageFilters;
  readonly rows: readonly InventoryRow[];
  /** More entries are in the cell than rows are here, so that other types may be too: these are asked for. */
  readonly isCut: boolean;
}

/** The way from a cell to the Content Manager's own lists, type by type. */
export const CellLists = ({ cell, filters, rows, isCut }: Props) => {
  const text = useText();
  const { contentTypes } = useNaming();
  const candidates = contentTypes.filter(
    ({ uid, kind }) => kind === 'collectionType' && (filters.contentType === undefined || filters.contentType === uid)
  );
  const shown = new Set(rows.map(({ uid }) => uid));
  const unseen = isCut ? candidates.map(({ uid }) => uid).filter((uid) => !shown.has(uid)) : [];
  const others = useTypesAmong({ ...filters, ...cell }, unseen);
  const lists = candidates.filter(({ uid }) => shown.has(uid) || others.has(uid));
  // A saved audit's entries may long have moved on, and lists know only now.
  if (filters.audit !== undefined || lists.length === 0) return null;
  return (
    <Typography tag="p" textColor="neutral600" paddingTop={3}>
      {text('drawer.lists')}{' '}
      {lists.map(({ uid, displayName, draftAndPublish, localized }, at) => (
        <span key={uid}>
          {at > 0 && ' · '}
          <TextLink
            to={listLink(uid, cell, {
              published: draftAndPublish && filters.counted !== 'all',
              locale: localized ? filters.locale : undefined,
            })}
          >
            {displayName}
          </TextLink>
        </span>
      ))}
    </Typography>
  );
};
