import { Flex, Typography } from '@strapi/design-system';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { dayLine } from '../../components/evidence/day-line';
import { DayChart } from '../../components/evidence/DayChart';
import { useText } from '../../components/text';
import { useDay } from '../../components/use-day';

/** The last 90 days as a small chart, saying which of them nobody measured. */
export const LastDays = ({ body: { days, evidence } }: { readonly body: EntryEvidenceBody }) => {
  const text = useText();
  const day = useDay();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || days.every(({ views }) => views === null)) return null;

  const line = dayLine(days.map(({ views }) => ({ views: views ?? 0, isMeasured: views !== null })));
  const views = days.reduce((sum, { views: count }) => sum + (count ?? 0), 0);
  const unmeasured = days.filter(({ views: count }) => count === null).length;
  const label = text('evidence.days', { from: day(first.day), to: day(last.day), views, unmeasured });
  return (
    <div>
      <DayChart line={line} label={label} />
      <Flex justifyContent="space-between" paddingTop={1}>
        <Typography variant="pi" textColor="neutral600">
          {day(first.day)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {day(last.day)}
        </Typography>
      </Flex>
      {unmeasured > 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {text('evidence.days.hatched', { count: unmeasured })}
        </Typography>
      )}
      {evidence.views !== null && evidence.views > views && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {text('evidence.days.others', { count: evidence.views - views })}
        </Typography>
      )}
    </div>
  );
};
