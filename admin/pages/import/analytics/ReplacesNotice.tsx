import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../components/text';
import { useAnalyticsText } from './use-analytics-text';

/** Which imports stop counting, and which days nothing of this tool would tell of any more. */
export const ReplacesNotice = ({ body: { replaces, lostDays } }: { readonly body: AnalyticsBody }) => {
  const text = useText();
  const { names, period } = useAnalyticsText();
  if (replaces.length === 0) return null;
  return (
    <Notice kind={lostDays.length > 0 ? 'warning' : 'information'} title={text('analytics.replaces')}>
      {text('analytics.replaces.text', { names: names(replaces), count: replaces.length })}{' '}
      {lostDays.length > 0 && text('analytics.replaces.lost', { days: lostDays.map(period).join(', ') })}
    </Notice>
  );
};
