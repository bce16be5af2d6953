import { Box, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';
import { REPORT_TEXT } from './report-text';
import { useAnalyticsText } from './use-analytics-text';

interface Props {
  readonly body: AnalyticsBody;
  /** What is shown belongs to what was said before. */
  readonly isRenewing: boolean;
}

/** What kind of file it is, of which days, and how much of it belongs to entries. */
export const AnalyticsResult = ({ body, isRenewing }: Props) => {
  const text = useText();
  const { period: periodText, share } = useAnalyticsText();
  const { report, period, views, otherViews, robots, mapped, unmatched, ambiguous, readdressed } = body;
  const name = text(REPORT_TEXT[report]);
  return (
    <Card title={text('analytics.result')}>
      <Box aria-busy={isRenewing} style={{ opacity: isRenewing ? 0.6 : 1 }}>
        <Typography tag="p" fontWeight="semiBold">
          {period ? text('analytics.file.period', { report: name, period: periodText(period) }) : name}
        </Typography>
        <Typography role="status" tag="p" textColor="neutral800">
          {isRenewing
            ? text('place.preview.loading')
            : text('analytics.result.text', {
                views,
                share: share(mapped.views, views),
                entries: mapped.entries,
                unmatched: unmatched.paths + ambiguous.paths,
              })}
        </Typography>
        {otherViews > 0 && (
          <Typography tag="p" textColor="neutral600">
            {text('analytics.result.other', { views: otherViews })}
          </Typography>
        )}
        {readdressed.former + readdressed.moved > 0 && (
          <Typography tag="p" textColor="neutral600">
            {text('analytics.result.readdressed', { count: readdressed.former + readdressed.moved })}
          </Typography>
        )}
        {robots !== 0 && (
          <Typography tag="p" textColor="neutral600">
            {robots === null ? text('analytics.result.robotsToo') : text('analytics.result.robots', { robots })}
          </Typography>
        )}
      </Box>
    </Card>
  );
};
