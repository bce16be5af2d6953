import { Typography } from '@strapi/design-system';
import type { MeasurementBody } from '../../../server/core/consumption-api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { useDay } from '../../components/use-day';

/** Whether it is noted what the API sends: never consumption, but a reason beside a zero. */
export const Deliveries = ({ deliveries: { enabled, since } }: Pick<MeasurementBody, 'deliveries'>) => {
  const text = useText();
  const day = useDay();
  const sentence = () => {
    if (!enabled) return text('deliveries.off');
    return since === null ? text('deliveries.on') : text('deliveries.since', { day: day(since.slice(0, 10)) });
  };
  return (
    <Card title={text('deliveries.title')}>
      <Typography tag="p" textColor="neutral700">
        {sentence()}
      </Typography>
    </Card>
  );
};
