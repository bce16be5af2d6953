import type { InventoryBody } from '../../../server/core/api';
import type { useText } from '../../components/text';

/** "164 entries", "more than 10,000 entries", or "12 entries, of which you may open 9". */
export const totalText = (
  text: ReturnType<typeof useText>,
  { pagination: { total, totalIsExact }, counted }: InventoryBody['meta']
): string => {
  if (!totalIsExact) return text('total.moreThan', { total: total - 1 });
  if (counted !== null && counted > total) return text('total.mayOpen', { counted, open: total });
  return text('total.exact', { total });
};
