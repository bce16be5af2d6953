import { useIntl } from 'react-intl';
import type { AnalyticsImportBody } from '../../../../server/core/consumption-api';
import { shareText } from '../../../components/share-text';
import { useText } from '../../../components/text';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Periods, imports and shares as people write them. Days are UTC, wherever the browser is. */
export const useAnalyticsText = () => {
  const { formatDateTimeRange } = useIntl();
  const text = useText();
  const period = ({ from, to }: Days): string =>
    formatDateTimeRange(new Date(from), new Date(to), { dateStyle: 'long', timeZone: 'UTC' });
  return {
    period,
    /** Imports by their files, each with its days. */
    names: (imports: readonly AnalyticsImportBody[]): string =>
      imports.map((one) => `${one.name ?? text('analytics.noName')} (${period(one)})`).join(', '),
    share: (part: number, whole: number): string => shareText(text, part, whole),
  };
};
