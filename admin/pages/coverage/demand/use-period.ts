import { useIntl } from 'react-intl';
import type { CoverageBody } from '../../../../server/core/api';

/** The days of which the views tell, in words; `null` where nobody knows. Days are UTC, wherever the browser is. */
export const usePeriod = ({ consumption: { from, to } }: CoverageBody): string | null => {
  const { formatDateTimeRange } = useIntl();
  if (from === null || to === null) return null;
  return formatDateTimeRange(new Date(from), new Date(to), { dateStyle: 'long', timeZone: 'UTC' });
};
