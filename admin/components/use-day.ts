import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { dayOf } from '../../server/core/decision';

/** Days (`YYYY-MM-DD`) as words: "1 Dec", in another year "1 Dec 2027"; no time zone moves them. */
export const useDay = () => {
  const { formatDate } = useIntl();
  const [today] = useState(() => dayOf(Date.now()));
  return useCallback(
    (day: string): string =>
      formatDate(day, {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
      }),
    [formatDate, today]
  );
};
