import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Sizes as Strapi's Media Library says them: "3.2 MB", in steps of a thousand. */
export const useBytes = () => {
  const { formatNumber } = useIntl();
  return useCallback(
    (bytes: number): string => {
      const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
      return formatNumber(bytes / 1000 ** step, {
        style: 'unit',
        unit: UNITS[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: bytes / 1000 ** step < 10 && step > 0 ? 1 : 0,
      });
    },
    [formatNumber]
  );
};
