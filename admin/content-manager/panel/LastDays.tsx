import { Flex, Typography } from '@strapi/design-system';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { dayLine } from '../../components/evidence/day-line';
import { DayChart } from '../../components/evidence/DayChart';
import { useText } from '../../components/text';
import { useDay } from '../../components/use-day';

interface Props {
  readonly days: EntryEvidenceBody['days'];
}

/** The last 90 days as a small chart; where none of them has a view, the sentence above says it better. */
export const LastDays = ({ days }: Props) => {
  const text = useText();
  const day = useDay();
  const [first] = days;
  const last = days.at(-1);
  const views = viewsIn(days);
  if (!first || !last || views === 0) return null;

  const line = dayLine(days.map(({ views: count }) => ({ views: count ?? 0, isMeasured: count !== null })));
  const unmeasured = unmeasuredIn(days);
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
    </div>
  );
};

/** Views on some days. */
export const viewsIn = (days: EntryEvidenceBody['days']): number =>
  days.reduce((sum, { views }) => sum + (views ?? 0), 0);

/** How many of some days nobody measured. */
export const unmeasuredIn = (days: EntryEvidenceBody['days']): number =>
  days.filter(({ views }) => views === null).length;
