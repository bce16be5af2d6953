import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock } from '@strapi/icons';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';

/** Whether anything arrives: "Waiting for the first event …", then "Received", as the page asks again and again. */
export const LiveCheck = ({ lastEventAt }: { readonly lastEventAt: string | null }) => {
  const text = useText();
  return (
    <Flex gap={2} role="status">
      {lastEventAt === null ? (
        <>
          <Clock fill="neutral600" aria-hidden />
          <Typography textColor="neutral800">{text('tracker.waiting')}</Typography>
        </>
      ) : (
        <>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="neutral800">
            <Message id="tracker.received" values={{ ago: <RelativeDate date={lastEventAt} /> }} />
          </Typography>
        </>
      )}
    </Flex>
  );
};
