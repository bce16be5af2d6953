import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock } from '@strapi/icons';
import { useLastEvent } from '../../api/consumption';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';

/** Whether anything arrives: "Waiting for the first event …", then "Received", as the page asks again and again. */
export const LiveCheck = () => {
  const text = useText();
  const { data } = useLastEvent();
  return (
    <Flex gap={2} role="status">
      {data?.at === null && (
        <>
          <Clock fill="neutral600" aria-hidden />
          <Typography textColor="neutral800">{text('tracker.waiting')}</Typography>
        </>
      )}
      {typeof data?.at === 'string' && (
        <>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="neutral800">
            <Message id="tracker.received" values={{ ago: <RelativeDate date={data.at} /> }} />
          </Typography>
        </>
      )}
    </Flex>
  );
};
