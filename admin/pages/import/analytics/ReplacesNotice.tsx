import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../components/text';
import { useAnalyticsText } from './use-analytics-text';

/** Which imports count no longer on the days they share with this one. */
export const ReplacesNotice = ({ body: { replaces } }: { readonly body: AnalyticsBody }) => {
  const text = useText();
  const { names } = useAnalyticsText();
  if (replaces.length === 0) return null;
  return (
    <Notice kind="information" title={text('analytics.replaces')}>
      {text('analytics.replaces.text', { names: names(replaces), count: replaces.length })}
    </Notice>
  );
};
