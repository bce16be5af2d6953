import { Typography } from '@strapi/design-system';
import { useCoverageTypes } from '../../../api/coverage';
import { listLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import { useNaming } from '../../../components/VocabularyGate';
import type { CoverageFilters } from '../coverage-url';
import type { CellRef } from '../selection';

interface Props {
  readonly cell: CellRef;
  readonly filters: CoverageFilters;
}

/** The way from a cell to the Content Manager's own lists, type by type. */
export const CellLists = ({ cell, filters }: Props) => {
  const text = useText();
  const { contentTypes } = useNaming();
  const { period: _period, ...counting } = filters;
  // A saved audit's entries may long have moved on, and lists know only now.
  const { data: counted = [] } = useCoverageTypes({ ...counting, ...cell }, filters.audit === undefined);
  const present = new Set(counted.map(({ uid }) => uid));
  const lists = contentTypes.filter(({ uid, kind }) => kind === 'collectionType' && present.has(uid));
  if (lists.length === 0) return null;
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
