import { useIntl } from 'react-intl';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { useText } from '../../components/text';

/** What files tell of an entry that name no single days, as a sentence; `isAll`: all its views are theirs. */
export const usePeriodsText = ({
  evidence,
  periods,
}: Pick<EntryEvidenceBody, 'evidence' | 'periods'>): { readonly sentence: string | null; readonly isAll: boolean } => {
  const text = useText();
  const { formatDate } = useIntl();
  // With their years: such files mostly tell of a whole one.
  const day = (on: string): string => formatDate(on, { dateStyle: 'medium', timeZone: 'UTC' });
  const [first] = periods;
  const views = periods.reduce((sum, period) => sum + period.views, 0);
  if (!first) return { sentence: null, isAll: false };
  const to = periods.reduce((latest, period) => (period.to > latest ? period.to : latest), first.to);
  return {
    sentence: text('evidence.periods', { views, from: day(first.from), to: day(to), files: periods.length }),
    isAll: views === evidence.views,
  };
};
