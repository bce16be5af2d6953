import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';

/** The list of what is to place, once it is done. */
export const NothingToPlace = () => {
  const text = useText();
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" />}
      content={text('inventory.allPlaced')}
      action={<TextLink to={PAGES.coverage}>{text('inventory.allPlaced.coverage')}</TextLink>}
    />
  );
};
