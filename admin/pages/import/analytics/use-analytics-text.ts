import { useIntl } from 'react-intl';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Periods and shares as people write them. Days are UTC, wherever the browser is. */
export const useAnalyticsText = () => {
  const { formatDateTimeRange, formatNumber } = useIntl();
  return {
    period: ({ from, to }: Days): string =>
      formatDateTimeRange(new Date(from), new Date(to), { dateStyle: 'long', timeZone: 'UTC' }),
    /** Never rounded up: 100 % means all. */
    share: (part: number, whole: number): string =>
      formatNumber(whole === 0 ? 0 : Math.floor((part / whole) * 100) / 100, { style: 'percent' }),
  };
};
