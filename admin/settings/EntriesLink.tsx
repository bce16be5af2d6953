import { FormattedNumber } from 'react-intl';
import type { InventoryQuery } from '../../server/core/api';
import { inventoryLink } from '../components/entry-links';
import { TextLink } from '../components/TextLink';

interface Props {
  readonly of: { readonly entries: number; readonly retired: boolean };
  readonly filter: InventoryQuery;
}

/** How many entries use it, leading to them; what is retired has no list. */
export const EntriesLink = ({ of: { entries, retired }, filter }: Props) => {
  const number = <FormattedNumber value={entries} />;
  return entries === 0 || retired ? number : <TextLink to={inventoryLink(filter)}>{number}</TextLink>;
};
